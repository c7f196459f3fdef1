import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import type { ProfileStore } from '../state/profiles.ts'
import type { Violation } from './violation-log.ts'

type Direction = 'subscribe' | 'unsubscribe'

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  subscribe_profiles: 'subscribe',
  bulk_subscribe_profiles: 'subscribe',
  unsubscribe_profiles: 'unsubscribe',
  bulk_unsubscribe_profiles: 'unsubscribe',
}

/** A request that may change consent, as it arrives. */
export interface Arrival {
  readonly operation: string
  readonly body: Json | undefined
}

/** Says when the request was answered, or its connection ended, and whether its work was done. */
export type Settle = (isDone: boolean) => void

/** Watches the order of each profile's consent changes. */
export interface ConsentOrder {
  /** `undefined` when the request changes no consent. */
  readonly arrives: (arrival: Arrival) => Settle | undefined
}

/** What the watch needs. */
export interface ConsentOrderOptions {
  readonly now: () => number
  readonly consentGapMs: number
  readonly profiles: ProfileStore
  readonly report: (violation: Violation) => void
}

/** The requests about a profile, under one of its names. */
interface Requests {
  /** The directions of those that are not answered yet. */
  readonly open: Direction[]
  /** The last one whose work was done. */
  done?: { readonly direction: Direction; readonly endedMs: number }
}

/** A watch that saw nothing yet. It forgets what is older than the gap. */
export function createConsentOrder(options: ConsentOrderOptions): ConsentOrder {
  const { now, consentGapMs, profiles, report } = options
  // In the order of the newest request of each name.
  const byName = new Map<string, Requests>()

  const isOld = ({ open, done }: Requests) =>
    open.length === 0 && (done === undefined || now() - done.endedMs >= consentGapMs)

  const forgetOld = () => {
    for (const [name, requests] of byName) {
      if (!isOld(requests)) return
      byName.delete(name)
    }
  }

  const touch = (name: string): Requests => {
    const requests = byName.get(name) ?? { open: [] }
    byName.delete(name)
    byName.set(name, requests)
    return requests
  }

  const check = (operation: string, direction: Direction, profile: JsonObject) => {
    const known = namesOf(profile, profiles).flatMap((name) => byName.get(name) ?? [])
    const overlapping = known.some(({ open }) => open.some((other) => other !== direction))
    const gaps = known.flatMap(({ done }) =>
      done === undefined || done.direction === direction ? [] : [now() - done.endedMs],
    )
    const gapMs = Math.min(...gaps)
    if (!overlapping && gapMs >= consentGapMs) return
    const time = new Date(now()).toISOString()
    report({ kind: 'consent', operation, time, profile, overlapping, gapMs: overlapping ? null : gapMs })
  }

  return {
    arrives: ({ operation, body }) => {
      const direction = DIRECTIONS[operation]
      if (direction === undefined) return undefined
      forgetOld()
      const members = membersOf(body)
      for (const profile of members) check(operation, direction, profile)
      const opened = members.flatMap((profile) => namesOf(profile, profiles).map(touch))
      for (const { open } of opened) open.push(direction)
      return (isDone) => {
        for (const { open } of opened) open.splice(open.indexOf(direction), 1)
        if (!isDone) return
        const done = { direction, endedMs: now() }
        // The work may have made the profile, which a later request can name in another way.
        for (const name of members.flatMap((profile) => namesOf(profile, profiles))) touch(name).done = done
      }
    },
  }
}

/** The identifiers of each profile in the body of a consent change, which may not have been checked. */
function membersOf(body: Json | undefined): JsonObject[] {
  const members = asObject(asObject(asObject(asObject(body)['data'])['attributes'])['profiles'])['data']
  if (!Array.isArray(members)) return []
  return members.map((member: Json) => {
    const { id, attributes } = asObject(member)
    const { email, phone_number } = asObject(attributes)
    const named = Object.entries({ id, email, phone_number }).filter(([, value]) => typeof value === 'string')
    return Object.fromEntries(named)
  })
}

/** Everything by which the profile is known: what the request names, and the profiles that this leads to. */
function namesOf({ id, email, phone_number }: JsonObject, profiles: ProfileStore): string[] {
  const names = new Set<string>()
  if (typeof id === 'string') names.add(`id ${id}`)
  if (typeof email === 'string') {
    names.add(`email ${email.trim().toLowerCase()}`)
    const owner = profiles.owner('email', email)
    if (owner !== undefined) names.add(`id ${owner.id}`)
  }
  if (typeof phone_number === 'string') {
    names.add(`phone ${phone_number.trim()}`)
    const owner = profiles.owner('phone_number', phone_number)
    if (owner !== undefined) names.add(`id ${owner.id}`)
  }
  return [...names]
}
