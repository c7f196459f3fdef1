import type { ContextInput } from './context-input.ts'
import { given, type JsonRecord, type PathRule } from './argument-event.ts'

/** What the argument of every event field has. */
interface Basics {
  readonly messageId?: string | null | undefined
  readonly userId?: string | null | undefined
  readonly anonymousId?: string | null | undefined
  readonly klaviyoProfileId?: string | null | undefined
  readonly timestamp?: unknown
  readonly context?: typeof ContextInput.$inferInput | null | undefined
}

/** The parts of an event that every type has. `traits` go to `context.traits`. */
export function basicsOf(input: Basics, traits: JsonRecord): JsonRecord {
  const { messageId, userId, anonymousId, klaviyoProfileId, timestamp, context } = input
  return {
    ...given({ messageId, userId, anonymousId, timestamp }),
    context: {
      ...given({ ip: context?.ip, location: context?.location }),
      traits,
      // The type by which the mapping knows the id of a Klaviyo profile.
      ...(klaviyoProfileId == null ? undefined : { externalId: [{ type: 'klaviyo-profileId', id: klaviyoProfileId }] }),
    },
  }
}

/** Where these parts stand in the argument. */
export const BASICS_RULES: readonly PathRule[] = [
  ['messageId', 'messageId'],
  ['userId', 'userId'],
  ['anonymousId', 'anonymousId'],
  ['timestamp', 'timestamp'],
  ['context', 'context'],
  ['context.externalId', 'klaviyoProfileId'],
]
