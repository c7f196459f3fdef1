/** What an event changes at Klaviyo, as bits: for redelivery, and for the gap between opposite changes of consent. */
export const WRITES = { profile: 1, subscribe: 2, unsubscribe: 4 } as const
