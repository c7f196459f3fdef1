/** The operations a plan needs, as bits: a paused operation holds back only events that need it. */
export const OPERATION = { importProfile: 1, createEvent: 2, subscribe: 4, unsubscribe: 8, lookup: 16 } as const

/** What an event changes at Klaviyo, as bits: for redelivery, and for the gap between opposite changes of consent. */
export const WRITES = { profile: 1, subscribe: 2, unsubscribe: 4 } as const

/**
 * The bit of a Klaviyo operation by its id in any revision. What is none of the four operations of the pipeline is a
 * look-up before one of them.
 */
export function operationBit(operation: string): number {
  if (operation === 'create_or_update_profile') return OPERATION.importProfile
  if (operation === 'create_event') return OPERATION.createEvent
  if (operation.endsWith('unsubscribe_profiles')) return OPERATION.unsubscribe
  if (operation.endsWith('subscribe_profiles')) return OPERATION.subscribe
  return OPERATION.lookup
}
