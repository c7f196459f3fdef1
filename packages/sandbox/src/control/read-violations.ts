import type { Control } from './control.ts'
import { plainJson } from './plain-json.ts'

/** `/sandbox/violations`: what a client that keeps the rules never causes. */
export const readViolations: Control = ({ method }, { state: { violations } }) => {
  if (method !== 'GET') return undefined
  return plainJson(200, {
    data: violations.all().map((violation) => ({ ...violation })),
    counts: { ...violations.counts() },
  })
}
