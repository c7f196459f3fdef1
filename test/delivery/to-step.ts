import type { Revision } from '@rudder-klaviyo/sdk'
import type { Draft, DraftPerson } from './arbitrary-draft.ts'
import { type CastMember, CLASHING, identifierOf, mainOf } from './cast.ts'
import type { Step, StepTraits, Who } from './step.ts'

const FIRST_MS = Date.parse('2026-08-01T00:00:00.000Z')

/** The identifiers of a draft's event: always the main one, perhaps some more, perhaps those of others. */
function whoOf({ member, alsoBits, clashesWith, isLoud }: DraftPerson, revision: Revision): Who {
  const also = member.also.filter((_kind, index) => (alsoBits & (1 << index)) !== 0)
  const parts = [
    ...also.map((kind) => identifierOf(member, kind)),
    ...[member, ...clashesWith].map((one) => identifierOf(one, mainOf(one, revision))),
  ]
  const who = parts.reduce<Who>((all, part) => ({ ...all, ...part }), {})
  return isLoud && who.email !== undefined ? { ...who, email: who.email.toUpperCase() } : who
}

/** What is written of each of those who may clash. */
const OWN_TRAITS = new Map<CastMember | undefined, readonly (keyof StepTraits)[]>([
  [CLASHING[0], ['city', 'country', 'plan']],
  [CLASHING[1], ['firstName', 'tags']],
  [CLASHING[2], ['title', 'score', 'flags']],
])

/**
 * The traits of a draft's event. Whoever an event calls one person is one to delivery, which gives all events of a batch
 * the newest value of a field; only Klaviyo knows of the clash. So what is written of each who may clash is about fields
 * of their own, or the outcome would be a matter of what is sent together.
 */
function traitsOf({ person, traits }: Draft, isIdentify: boolean): StepTraits {
  const { member, clashesWith } = person
  if (!CLASHING.includes(member)) return traits
  const clashing = CLASHING.filter((one) => one === member || clashesWith.includes(one))
  // An import is about whom its strongest identifier means, an event about the first whom Klaviyo finds.
  const own = OWN_TRAITS.get(isIdentify ? strongestOf(clashing) : clashing[0]) ?? []
  return Object.fromEntries(own.filter((name) => name in traits).map((name) => [name, traits[name]]))
}

/** By user id, else by email, else by phone number. */
const strongestOf = (members: readonly CastMember[]): CastMember | undefined =>
  members.find(({ main }) => main === 'userId') ?? members[0]

/** The step of a draft that stands at this place of its stream. */
export function toStep(draft: Draft, index: number, revision: Revision): Step {
  const messageId = `m-${String(index).padStart(5, '0')}`
  const time = new Date(FIRST_MS + index * 1_000).toISOString()
  const base = { messageId, time, who: whoOf(draft.person, revision) }
  const patch = draft.patch === undefined ? {} : { patch: draft.patch }
  switch (draft.kind) {
    case 'identify': {
      const traits = { ...traitsOf(draft, true), seen: messageId }
      return { kind: 'identify', ...base, traits, ...patch, ...(draft.decides ? { consent: draft.consent } : {}) }
    }
    case 'track':
    case 'again':
      return {
        kind: 'track',
        ...base,
        ...patch,
        metric: draft.metric,
        traits: traitsOf(draft, false),
        properties: draft.properties,
        ...(draft.revenue === undefined ? {} : { revenue: draft.revenue }),
        ...(draft.currency === undefined ? {} : { currency: draft.currency }),
      }
    case 'group':
      return { kind: 'group', ...base, consent: draft.consent }
    case 'idle':
      return { kind: 'idle', ...base, why: draft.idle }
  }
}
