import * as z from 'zod'
import { Refusal } from '../refusal.ts'
import type { Position } from './sort.ts'

/** `page[cursor]`, where a page begins or ends. */
export const CURSOR = 'page[cursor]'

/** Where a page lies: right after an item, or right before one. */
export interface Cursor {
  readonly side: 'after' | 'before'
  readonly position: Position
}

const WRITTEN = z.tuple([z.enum(['after', 'before']), z.string(), z.union([z.string(), z.number()]), z.int()])

/** A cursor as text; it holds for one `sort` alone. */
export function writeCursor({ side, position: { key, place } }: Cursor, sort: string): string {
  return Buffer.from(JSON.stringify([side, sort, key, place])).toString('base64url')
}

/** The cursor that a text is. Throws a 400 for one that no page of this order gave out. */
export function readCursor(text: string, sort: string): Cursor {
  const written = WRITTEN.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!written.success || written.data[1] !== sort) {
    throw new Refusal(400, [{ parameter: CURSOR, detail: 'The cursor is not from the links of a page of this order.' }])
  }
  const [side, , key, place] = written.data
  return { side, position: { key, place } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
