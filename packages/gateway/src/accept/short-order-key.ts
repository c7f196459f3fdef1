import { hash } from 'node:crypto'

/** The longest order key that is kept as it is, in characters: emails and ids are shorter. */
const MAX_ORDER_KEY_LENGTH = 200

/**
 * An order key as it is kept: `x:user-1`, and a very long one as `x:#` and its SHA-256, since a row, an index and memory
 * hold it. Equal keys stay equal.
 */
export function shortOrderKey(key: string): string {
  return key.length <= MAX_ORDER_KEY_LENGTH ? key : `${key.slice(0, 2)}#${hash('sha256', key)}`
}
