/** How many bytes a text has as UTF-8, which is how it is sent. A lone surrogate counts as the three bytes it becomes. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // A pair has four bytes in two units; everything else above U+07FF has three in one.
    if (unit < 0x800) bytes += 1
    else if (isPairAt(text, index)) {
      bytes += 2
      index += 1
    } else bytes += 2
  }
  return bytes
}

function isPairAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 0xd800 || unit > 0xdbff) return false
  const next = text.charCodeAt(index + 1)
  return next >= 0xdc00 && next <= 0xdfff
}
