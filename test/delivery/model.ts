import type { Revision } from '@rudder-klaviyo/sdk'
import { contactsOf, reachable, subscribe, unsubscribe } from './model/consent.ts'
import { keepEvent, type ModelEvent } from './model/model-event.ts'
import { type Identifiers, identifiersOf } from './model/model-profile.ts'
import { createPeople, type People } from './model/people.ts'
import { writeTraits } from './model/write-traits.ts'
import type { Channel, GroupStep, IdentifyStep, IdleStep, Step, TrackStep } from './step.ts'

/** What becomes of an event that is sent by itself. `not found`: the person of its look-up does not exist yet. */
export type Verdict = 'delivered' | 'filtered' | 'rejected' | 'not found'

/** A change of consent as it is sent. */
export interface Decision {
  readonly step: Step
  readonly contacts: Identifiers
  readonly list: string
  readonly isSubscribe: boolean
}

/** What Klaviyo's state must be after events were sent one by one, in order. */
export interface Model {
  readonly people: People
  readonly events: readonly ModelEvent[]
  /** The changes of consent that were sent. */
  readonly decisions: readonly Decision[]
  /** Sends one event. */
  readonly apply: (step: Step) => Verdict
}

/** What the model has to know of the account. */
export interface ModelOptions {
  readonly revision: Revision
  /** Calls that name one of these emails are refused. */
  readonly poisonedEmails?: readonly string[]
  /** Whether an unsubscribe of somebody off the list acts on everything. @default true */
  readonly unsubscribeOffListIsGlobal?: boolean
}

/**
 * The reference that delivery is held to, written from the rules of delivery and from nothing else: neither from the
 * SDK's mapping nor from the sandbox. It knows the vocabulary of `step.ts` only, which keeps it small enough to be read.
 */
export function createModel(options: ModelOptions): Model {
  const { revision, poisonedEmails = [], unsubscribeOffListIsGlobal = true } = options
  const people = createPeople()
  const events: ModelEvent[] = []
  const decisions: Decision[] = []
  const hasAnonymousId = revision === '2024-06-15'
  const poisoned = new Set(poisonedEmails.map((email) => email.toLowerCase()))
  const isRefused = ({ email }: Identifiers) => email !== undefined && poisoned.has(email)

  const decide = (decision: Decision, channels: readonly Channel[]) => {
    decisions.push(decision)
    const { contacts, list, isSubscribe } = decision
    if (isSubscribe) subscribe(people, contacts, list, channels)
    else unsubscribe(people, contacts, list, unsubscribeOffListIsGlobal)
  }

  const identify = (step: IdentifyStep): Verdict => {
    const { who, traits, patch, consent } = step
    const identifiers = identifiersOf(who, hasAnonymousId)
    const contacts = contactsOf(identifiers)
    if (Object.keys(identifiers).length === 0) return 'rejected'
    if (consent?.subscribe === false && Object.keys(contacts).length === 0) return 'rejected'
    const kept = people.withoutClash(identifiers)
    const isImported = !isRefused(kept)
    if (isImported) writeTraits(people.take(kept), traits, patch)
    if (consent?.subscribe === false) {
      // Sent even when the import was refused, and with every identifier of the event: too few messages is the safe side.
      if (isRefused(contacts)) return 'rejected'
      decide({ step, contacts, list: consent.list, isSubscribe: false }, [])
    }
    if (consent?.subscribe === true && isImported) {
      const left = contactsOf(kept)
      const channels = reachable(consent.channels, left)
      if (channels.length > 0) decide({ step, contacts: left, list: consent.list, isSubscribe: true }, channels)
    }
    return isImported ? 'delivered' : 'rejected'
  }

  const track = (step: TrackStep): Verdict => {
    const identifiers = identifiersOf(step.who, hasAnonymousId)
    if (Object.keys(identifiers).length === 0 || isRefused(identifiers)) return 'rejected'
    const profile = people.take(identifiers)
    writeTraits(profile, step.traits, step.patch)
    keepEvent(events, profile, step)
    return 'delivered'
  }

  const group = (step: GroupStep): Verdict => {
    const { who, consent } = step
    const stated = contactsOf(identifiersOf(who, hasAnonymousId))
    const isLookedUp = Object.keys(stated).length === 0
    if (isLookedUp && (who.userId === undefined || !consent.subscribe)) return 'rejected'
    const contacts = isLookedUp ? contactsOf(people.ownerOf('external_id', who.userId)?.identifiers ?? {}) : stated
    const channels = consent.subscribe ? reachable(consent.channels, contacts) : []
    if (consent.channels.length === 0 && consent.subscribe) return 'rejected'
    if (consent.subscribe && channels.length === 0) return isLookedUp ? 'not found' : 'rejected'
    if (isRefused(contacts)) return 'rejected'
    decide({ step, contacts, list: consent.list, isSubscribe: consent.subscribe }, channels)
    return 'delivered'
  }

  const idle = ({ why }: IdleStep): Verdict => (why === 'other destination' ? 'filtered' : 'rejected')

  return {
    people,
    events,
    decisions,
    apply(step) {
      switch (step.kind) {
        case 'identify':
          return identify(step)
        case 'track':
          return track(step)
        case 'group':
          return group(step)
        case 'idle':
          return idle(step)
      }
    },
  }
}
