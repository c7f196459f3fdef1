/** One condition of a filter: `equals(email,"a@example.com")`. */
export interface Condition {
  readonly operator: string
  readonly field: string
  /** As it was written, without quotes. One value, except in a list. */
  readonly values: readonly string[]
  readonly isList: boolean
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([()[\],])|([^\s()[\],"']+))/y

interface Token {
  readonly text: string
  readonly kind: 'text' | 'sign' | 'word'
}

/**
 * Reads a filter: conditions joined by commas or inside `and(…)`. Values are texts in quotes, lists of them in
 * brackets, or bare (numbers, booleans, times). `undefined` when it is not a filter.
 */
export function parseFilter(text: string): readonly Condition[] | undefined {
  const tokens = tokenize(text)
  if (tokens === undefined) return undefined
  const parser = new Parser(tokens)
  const conditions = parser.conditions()
  return parser.isDone && conditions.length > 0 ? conditions : undefined
}

function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  const trimmed = text.trimEnd()
  while (pattern.lastIndex < trimmed.length) {
    const found = pattern.exec(trimmed)
    if (found === null) return undefined
    const [, quoted, sign, word] = found
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1') })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
  }
  return tokens
}

/** Reads tokens from left to right; the first that does not fit ends the reading. */
class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #failed = false

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get isDone(): boolean {
    return !this.#failed && this.#at === this.#tokens.length
  }

  conditions(): Condition[] {
    const found: Condition[] = []
    do found.push(...this.#condition())
    while (!this.#failed && this.#take(','))
    return found
  }

  #condition(): Condition[] {
    const operator = this.#value('word')
    this.#demand('(')
    if (operator === 'and') {
      const inside = this.conditions()
      this.#demand(')')
      return inside
    }
    const field = this.#value('word')
    const { values, isList } = this.#take(',') ? this.#values() : { values: [], isList: false }
    this.#demand(')')
    return [{ operator, field, values, isList }]
  }

  #values(): { values: string[]; isList: boolean } {
    if (!this.#take('[')) return { values: [this.#value('text', 'word')], isList: false }
    const values = [this.#value('text', 'word')]
    while (!this.#failed && this.#take(',')) values.push(this.#value('text', 'word'))
    this.#demand(']')
    return { values, isList: true }
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    const isNext = token?.kind === 'sign' && token.text === sign
    if (isNext) this.#at += 1
    return isNext
  }

  #demand(sign: string): void {
    if (!this.#take(sign)) this.#failed = true
  }

  #value(...kinds: readonly Token['kind'][]): string {
    const token = this.#tokens[this.#at]
    if (token === undefined || !kinds.includes(token.kind)) {
      this.#failed = true
      return ''
    }
    this.#at += 1
    return token.text
  }
}
