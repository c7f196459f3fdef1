import { readFile } from 'node:fs/promises'
import { UsageError } from './usage-error.ts'

/**
 * The options in a JSON file, by their names in `createKlaviyo`. They are checked where they are used.
 * @throws {UsageError} when the file cannot be read, is no JSON, or no object
 */
export async function readConfigFile(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--config ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  // Editors on Windows put a byte order mark first.
  const options = parse(file, text.replace(/^\uFEFF/, ''))
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options
  throw new UsageError(`--config ${file} is no JSON object: write the options in braces, such as {"listId":"XUepkK"}.`)
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--config ${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
