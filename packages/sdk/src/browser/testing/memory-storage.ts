import type { GatewayStorage } from '../gateway-client-options.ts'

/** A `localStorage` of its own. */
export function createMemoryStorage(): GatewayStorage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}
