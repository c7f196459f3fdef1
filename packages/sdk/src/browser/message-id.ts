/** A random UUID, also on a page without TLS, where browsers leave `randomUUID` out. */
export function newMessageId(): string {
  // Version 4 (RFC 9562, 5.4): every digit that may vary gets random bits, the first of the fourth group two of them.
  return (
    crypto.randomUUID?.() ??
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
      const [random = 0] = crypto.getRandomValues(new Uint8Array(1))
      return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16)
    })
  )
}
