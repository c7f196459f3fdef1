import type { Json } from '@rudder-klaviyo/sdk'
import type { ConsentStep, Patch, Step, StepTraits, Who } from './step.ts'

type Event = { readonly [name: string]: Json }

/** The RudderStack event of a step. */
export function toEvent(step: Step): Event {
  const base = { messageId: step.messageId, timestamp: step.time, ...userOf(step.who) }
  switch (step.kind) {
    case 'identify':
      return {
        type: 'identify',
        ...base,
        traits: { ...traitsOf(step.who, step.traits), ...decisionOf(step.consent) },
        ...patchOf(step.patch),
      }
    case 'track':
      return {
        type: 'track',
        ...base,
        event: step.metric,
        context: { traits: traitsOf(step.who, step.traits) },
        properties: {
          ...step.properties,
          ...(step.revenue === undefined ? {} : { revenue: step.revenue }),
          ...(step.currency === undefined ? {} : { currency: step.currency }),
        },
        ...patchOf(step.patch),
      }
    case 'group':
      return {
        type: 'group',
        ...base,
        groupId: step.consent.list,
        traits: { subscribe: step.consent.subscribe, consent: step.consent.channels },
        context: { traits: traitsOf(step.who, {}) },
      }
    case 'idle':
      return { ...base, context: { traits: traitsOf(step.who, {}) }, ...IDLE[step.why] }
  }
}

const IDLE = {
  'no name': { type: 'track' },
  'no decision': { type: 'group', groupId: 'ListA' },
  'no list': { type: 'group', traits: { subscribe: true } },
  'unknown type': { type: 'alias' },
  'other destination': { type: 'track', event: 'Elsewhere', integrations: { All: false } },
} as const satisfies Record<string, Event>

const userOf = ({ userId, anonymousId }: Who): Event => ({
  ...(userId === undefined ? {} : { userId }),
  ...(anonymousId === undefined ? {} : { anonymousId }),
})

function traitsOf({ email, phone }: Who, { city, country, ...traits }: StepTraits): Event {
  const address = { ...(city === undefined ? {} : { city }), ...(country === undefined ? {} : { country }) }
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...traits,
    ...(Object.keys(address).length === 0 ? {} : { address }),
  }
}

const decisionOf = (consent: ConsentStep | undefined): Event =>
  consent === undefined
    ? {}
    : { properties: { subscribe: consent.subscribe, listId: consent.list, consent: consent.channels } }

const PATCH_OPTIONS = {
  append: { fieldsToAppend: ['tags'] },
  unappend: { fieldsToUnappend: ['tags'] },
  unset: { fieldsToUnset: ['plan'] },
} as const satisfies Record<Patch, Event>

const patchOf = (patch: Patch | undefined): Event =>
  patch === undefined ? {} : { integrations: { Klaviyo: PATCH_OPTIONS[patch] } }
