import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Operation } from '../openapi/operation.ts'
import { type Fault, Refusal, refuseFaults } from '../refusal.ts'
import { eventFaults } from '../rules/event-rules.ts'
import { isPhoneNumber } from '../rules/formats.ts'
import { emailFaults, identifierFaults } from '../rules/profile-rules.ts'
import type { Profile } from '../state/profile.ts'
import type { State } from '../state/state.ts'
import type { BulkEventsBody, EventAttributes, EventBody, ProfileInput } from './bodies.ts'
import { type Answer, type Call, type Handler, bodyOf } from './handler.ts'
import { repeatFaults } from './repeat-faults.ts'
import { unlessGone } from './unless-gone.ts'
import { refuseUnknownIds, writeProfile } from './write-profile.ts'

/** Takes one event. */
export const createEvent: Handler = (call) => {
  const { attributes } = bodyOf<EventBody>(call).data
  const pointer = '/data/attributes'
  return takeEvents(call, [
    { profile: attributes.profile.data, at: `${pointer}/profile/data`, events: [{ attributes, pointer }] },
  ])
}

/** Takes the events of many profiles. One that cannot be taken refuses them all. */
export const createEvents: Handler = (call) => {
  const entries = bodyOf<BulkEventsBody>(call).data.attributes['events-bulk-create'].data
  const pointer = '/data/attributes/events-bulk-create'
  const { maxEventsCount = Infinity } = call.operation.limits
  const count = entries.reduce((sum, { attributes }) => sum + attributes.events.data.length, 0)
  if (count > maxEventsCount) {
    throw new Refusal(400, [{ pointer, detail: `${call.operation.id} takes ${maxEventsCount} events in one call.` }])
  }
  return takeEvents(
    call,
    entries.map(({ attributes }, index) => ({
      profile: attributes.profile.data,
      at: `${pointer}/data/${index}/attributes/profile/data`,
      events: attributes.events.data.map((event, place) => ({
        attributes: event.attributes,
        pointer: `${pointer}/data/${index}/attributes/events/data/${place}/attributes`,
      })),
    })),
  )
}

/** The events of one profile, with the pointers to each. */
export interface EventsOfProfile {
  readonly profile: ProfileInput
  readonly at: string
  readonly events: readonly { readonly attributes: EventAttributes; readonly pointer: string }[]
}

function takeEvents(call: Call, entries: readonly EventsOfProfile[]): Answer {
  const nowMs = call.now()
  const { state, background } = call
  const cleaned = entries.map((entry) => ({ ...entry, profile: withoutBadPhone(entry.profile) }))
  refuseFaults(
    cleaned.flatMap(({ profile, at, events }): Fault[] => [
      ...identifierFaults({ ...profile, pointer: `${at}/attributes` }),
      ...emailFaults({ ...profile, pointer: `${at}/attributes` }),
      ...events.flatMap((event) => eventFaults(event, call.operation.limits, nowMs)),
    ]),
  )
  refuseUnknownIds(
    state,
    cleaned.map(({ profile, at }) => ({ ...profile, at })),
  )
  if (call.switches.repeatedUniqueIdFailsBulk && isNoRepeatTaken(call.operation))
    refuseFaults(repeatFaults(state, cleaned))
  background.takeEffect(() => {
    for (const { profile, at, events } of cleaned) {
      unlessGone(() => {
        const written = writeProfile(state, profile, { onClash: 'leave-out', pointer: at }).profile
        for (const { attributes } of events) keep(state, written, { attributes, nowMs })
      })
    }
  })
  const isPartial = cleaned.some(({ profile }, index) => profile !== entries[index]?.profile)
  return { status: 202, headers: isPartial ? { 'x-klaviyo-partial-failure': 'phone_number' } : {} }
}

/** A phone number that cannot be one does not fail an event: it is left out. */
function withoutBadPhone(profile: ProfileInput): ProfileInput {
  const phone = profile.attributes['phone_number']
  if (typeof phone !== 'string' || isPhoneNumber(phone)) return profile
  const { phone_number: _, ...attributes }: JsonObject = profile.attributes
  return { ...profile, attributes }
}

interface Keeping {
  readonly attributes: EventAttributes
  /** When the request was accepted. */
  readonly nowMs: number
}

/** The only call whose document says that a repeat fails it. */
const isNoRepeatTaken = ({ id, revision }: Operation) => id === 'bulk_create_events' && revision === '2026-07-15'

function keep(state: State, profile: Profile, { attributes, nowMs }: Keeping): void {
  const timeMs = attributes.time == null ? nowMs : Date.parse(attributes.time)
  profile.lastEventMs = Math.max(profile.lastEventMs ?? 0, timeMs)
  state.events.add({
    profile,
    metric: state.metrics.use(attributes.metric.data.attributes.name),
    timeMs,
    properties: attributes.properties,
    uniqueId: attributes.unique_id ?? undefined,
    value: attributes.value ?? undefined,
    valueCurrency: attributes.value_currency ?? undefined,
  })
}
