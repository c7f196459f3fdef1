/**
 * A text without white space around it. Most texts have none: two comparisons tell, where `trim` would cost as much as
 * all else that is done with a trait.
 */
export function trimmed(text: string): string {
  const { length } = text
  return length === 0 || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(length - 1))) ? text : text.trim()
}

/** Above the blank and below the first white space beyond ASCII (U+00A0): surely no white space. */
function isInk(code: number): boolean {
  return code > 0x20 && code < 0xa0
}
