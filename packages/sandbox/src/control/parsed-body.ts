/** A body as JSON; `undefined` when it is none, which no schema takes. */
export function parsedBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
