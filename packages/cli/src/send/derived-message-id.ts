import { createHash } from 'node:crypto'

/** Where an event without a messageId stands. */
export interface LinePlace {
  /** The first line of its file, which tells files apart and is at hand whether a file is packed or piped. */
  readonly firstLine: Uint8Array
  readonly number: number
  readonly bytes: Uint8Array
}

/**
 * The messageId of an event that has none: the same each time its file is read, so that a second run doubles nothing.
 * Equal lines of one file differ by their numbers.
 */
export function derivedMessageId({ firstLine, number, bytes }: LinePlace): string {
  const hash = createHash('sha256').update(firstLine).update(`\n${number}\n`).update(bytes)
  return `line-${hash.digest('hex').slice(0, 32)}`
}
