/** A part of a path without its encoding. A `%` that encodes nothing stays as it is: it then names nothing. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
