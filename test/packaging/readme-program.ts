/** A program that a text shows. */
export interface ReadmeProgram {
  /** What to call it so that Node runs it: `.mts` or `.mjs`. */
  readonly extension: '.mts' | '.mjs'
  readonly code: string
  /** Lines that are not blank. */
  readonly lineCount: number
}

const BLOCK = /^\s*```(ts|js)\n(.*?)\n```/s

/**
 * The code block of a Markdown text that stands under `<!-- run: name -->`.
 * @throws {Error} when there is none
 */
export function programIn(markdown: string, name: string): ReadmeProgram {
  const marker = `<!-- run: ${name} -->`
  const [, after] = markdown.split(marker)
  const [, language, code] = BLOCK.exec(after ?? '') ?? []
  if (code === undefined) throw new Error(`no \`\`\`ts or \`\`\`js block right under a line "${marker}" in the text`)
  const lineCount = code.split('\n').filter((line) => line.trim() !== '').length
  return { extension: language === 'ts' ? '.mts' : '.mjs', code, lineCount }
}
