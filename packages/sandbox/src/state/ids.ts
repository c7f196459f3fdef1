/** What an id is made for. */
export type IdKind = 'account' | 'error' | 'event' | 'import-error' | 'job' | 'list' | 'metric' | 'profile'

/** Makes a new id. Ids of one kind must differ. */
export type NewId = (kind: IdKind) => string

/** Ids as Klaviyo's look: six characters for lists and metrics, a ULID for a profile, else a UUID. */
export function createNewId(): NewId {
  const randomByte = createRandomBytes()
  const randomText = (length: number, alphabet: string) => {
    let text = ''
    while (text.length < length) text += alphabet.charAt(randomByte() % alphabet.length)
    return text
  }
  return (kind) => {
    switch (kind) {
      case 'account':
      case 'list':
      case 'metric':
        return randomText(6, 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789')
      case 'profile':
        return `01${randomText(24, '0123456789ABCDEFGHJKMNPQRSTVWXYZ')}`
      case 'error':
      case 'event':
      case 'import-error':
      case 'job':
        return crypto.randomUUID()
      default:
        return kind satisfies never
    }
  }
}

/** Random bytes one by one, drawn many at a time: each draw costs far more than a byte. */
function createRandomBytes(): () => number {
  const bytes = new Uint8Array(4096)
  let at = bytes.length
  return () => {
    if (at === bytes.length) {
      crypto.getRandomValues(bytes)
      at = 0
    }
    const byte = bytes[at] ?? 0
    at += 1
    return byte
  }
}
