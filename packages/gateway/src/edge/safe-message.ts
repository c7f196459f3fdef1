/** Characters of a name that a message shows. */
const MAX_NAME_LENGTH = 100

/** Characters of a message. */
const MAX_MESSAGE_LENGTH = 1_000

/** A name that a caller chose, cut. */
export function shortName(name: string): string {
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name
}

/** Where graphql quotes a value, and what stands there instead. What follows a value goes with it. */
const QUOTES: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // `… not to include unknown field "emial". Did you mean "email"? Found: {…}.`
  [/\? Found: [^]*$/, '?'],
  // `…, found: {…}.`
  [/(?:[,;]? (?:but )?|\.? )found[ :][^]*$/i, '.'],
  // `String cannot represent a non string value: 5`
  [/(cannot represent [^:"]*): [^]*$/, '$1.'],
  [/Value "[^]*" does not exist in/, 'The value does not exist in'],
  // `Argument "input" has invalid value {…}.`; with a place: `has invalid value at .a.b: …`
  [/(has|got) (?:an )?invalid value (?!at\b)[^]*$/, '$1 an invalid value.'],
  // `Syntax Error: Unexpected String "…".`
  [/\b(String|BlockString|Int|Float|Comment) "[^]*"/, '$1'],
]

/** A message of graphql without the values that it quotes: they may be traits, and as long as the request. */
export function safeMessage(message: string): string {
  const safe = QUOTES.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message).replaceAll(
    /"([^"]+)"/g,
    (_quoted, name: string) => `"${shortName(name)}"`,
  )
  return safe.length > MAX_MESSAGE_LENGTH ? `${safe.slice(0, MAX_MESSAGE_LENGTH)}…` : safe
}
