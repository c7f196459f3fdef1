import type { GatewayStorage } from './gateway-client-options.ts'

/** `localStorage`; `undefined` outside of a page, and where it is forbidden. */
export function pageStorage(): GatewayStorage | undefined {
  try {
    return globalThis.document && localStorage
  } catch {
    return undefined
  }
}

/**
 * Calls `leave` whenever the page may not come back: phones end a hidden page without another word, and `pagehide` is for
 * those that close without having been hidden. Outside of a page never.
 */
export function onPageLeave(leave: () => void): void {
  globalThis.addEventListener?.('pagehide', leave)
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
  })
}
