import { utf8Length } from './utf8-length.ts'

/** The longest that a UTF-16 unit becomes as UTF-8. */
const MAX_UNIT_BYTES = 3

/** How much of the size of a call is left. Texts are only counted byte by byte when it comes to it. */
export interface ByteBudget {
  /** Takes texts into account, with so many bytes around them; false when they do not fit, and then they are not. */
  take(texts: readonly string[], aroundBytes: number): boolean
}

/** A budget of so many bytes. */
export function createByteBudget(maxBytes: number): ByteBudget {
  let countedBytes = 0
  let uncounted: string[] = []
  /** What the uncounted have at most. */
  let uncountedBytes = 0

  return {
    take(texts, aroundBytes) {
      let units = 0
      for (const text of texts) units += text.length
      const mostBytes = units * MAX_UNIT_BYTES
      if (countedBytes + uncountedBytes + mostBytes + aroundBytes <= maxBytes) {
        for (const text of texts) uncounted.push(text)
        uncountedBytes += mostBytes
        countedBytes += aroundBytes
        return true
      }
      for (const text of uncounted) countedBytes += utf8Length(text)
      uncounted = []
      uncountedBytes = 0
      const bytes = texts.reduce((sum, text) => sum + utf8Length(text), aroundBytes)
      if (countedBytes + bytes > maxBytes) return false
      countedBytes += bytes
      return true
    },
  }
}

/** Whether a text has at most so many bytes. */
export function fitsBytes(text: string, maxBytes: number): boolean {
  return text.length * MAX_UNIT_BYTES <= maxBytes || utf8Length(text) <= maxBytes
}
