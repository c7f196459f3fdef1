import type { Json, Revision } from '@rudder-klaviyo/sdk'

/** The identifiers that one event carries, in RudderStack's words. */
export interface Who {
  readonly email?: string
  readonly phone?: string
  readonly userId?: string
  readonly anonymousId?: string
}

/** The traits of the vocabulary: fields, leaves of `location`, custom properties. `null` means nothing was said. */
export interface StepTraits {
  readonly firstName?: string | null
  readonly title?: string | null
  readonly city?: string | null
  readonly country?: string | null
  readonly plan?: string | null
  readonly score?: number
  readonly tags?: readonly string[]
  readonly flags?: { readonly [name: string]: Json }
  /** The messageId of an identify, so that a sent profile import can be traced to its newest event. */
  readonly seen?: string
}

/** A change of a custom property that setting it cannot do. `unset` is about `plan`, the other two about `tags`. */
export type Patch = 'append' | 'unappend' | 'unset'

/** A channel of consent. */
export type Channel = 'email' | 'sms'

/** A decision about a list. */
export interface ConsentStep {
  readonly list: string
  readonly subscribe: boolean
  readonly channels: readonly Channel[]
}

interface StepBase {
  readonly messageId: string
  /** ISO 8601. */
  readonly time: string
  readonly who: Who
}

/** An identify, perhaps with a change of consent. */
export interface IdentifyStep extends StepBase {
  readonly kind: 'identify'
  readonly traits: StepTraits
  readonly patch?: Patch
  readonly consent?: ConsentStep
}

/** Something that a person did. */
export interface TrackStep extends StepBase {
  readonly kind: 'track'
  readonly metric: string
  readonly traits: StepTraits
  readonly patch?: Patch
  readonly properties: { readonly [name: string]: Json }
  readonly revenue?: number
  readonly currency?: string
}

/** A decision about a list, without a profile. With a user id alone, delivery has to look the person up. */
export interface GroupStep extends StepBase {
  readonly kind: 'group'
  readonly consent: ConsentStep
}

/** An event that nothing can be made of, or that is meant for other destinations. */
export interface IdleStep extends StepBase {
  readonly kind: 'idle'
  readonly why: 'no name' | 'no decision' | 'no list' | 'unknown type' | 'other destination'
}

/**
 * One event of a stream, said so plainly that the model need not know how events are mapped: what the generator makes,
 * `toEvent` turns into a RudderStack event and the model into a change of its state.
 */
export type Step = IdentifyStep | TrackStep | GroupStep | IdleStep

/** A stream of events for one account. */
export interface Stream {
  readonly revision: Revision
  readonly steps: readonly Step[]
  /** Emails of people that Klaviyo is told to refuse. */
  readonly poisonedEmails: readonly string[]
}
