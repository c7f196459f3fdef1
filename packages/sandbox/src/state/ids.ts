/** What an id is made for. */
export type IdKind = 'account' | 'error' | 'event' | 'import-error' | 'job' | 'list' | 'metric' | 'profile'

/** Makes a new id. Ids of one kind must differ. */
export type NewId = (kind: IdKind) => string

/** Ids as Klaviyo's look: six characters for lists and metrics, a ULID for a profile, else a UUID. */
export function createNewId(): NewId {
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

function randomText(length: number, alphabet: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
