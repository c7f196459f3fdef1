import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import type { Profile } from '../state/profile.ts'
import { relationship, selfLink } from './links.ts'
import { subscriptionsOf } from './subscriptions.ts'

/** Members that every profile shows, `null` where nothing is known. */
const FIELDS = ['first_name', 'last_name', 'organization', 'locale', 'title', 'image'] as const
const LOCATION = ['address1', 'address2', 'city', 'country', 'latitude', 'longitude', 'region', 'zip', 'timezone', 'ip']

/** What a profile resource shows beside its own members. */
export interface ProfileView {
  readonly origin: string
  readonly withSubscriptions?: boolean
  /** When it joined the list that is being read. */
  readonly joinedMs?: number
}

/** A profile as Klaviyo answers it. */
export function profileResource(profile: Profile, view: ProfileView): JsonObject {
  const { id, identifiers, fields, location, lastEventMs } = profile
  return {
    type: 'profile',
    id,
    attributes: {
      email: identifiers.email ?? null,
      phone_number: identifiers.phone_number ?? null,
      external_id: identifiers.external_id ?? null,
      ...pick(fields, FIELDS),
      created: timestamp(profile.createdMs),
      updated: timestamp(profile.updatedMs),
      last_event_date: lastEventMs === undefined ? null : timestamp(lastEventMs),
      location: pick(location, LOCATION),
      properties: profile.properties,
      ...(view.joinedMs === undefined ? {} : { joined_group_at: timestamp(view.joinedMs) }),
      ...(view.withSubscriptions === true ? { subscriptions: subscriptionsOf(profile) } : {}),
    },
    relationships: {
      lists: relationship(view.origin, `profiles/${id}`, 'lists'),
      segments: relationship(view.origin, `profiles/${id}`, 'segments'),
    },
    links: selfLink(view.origin, `profiles/${id}`),
  }
}

const pick = (from: JsonObject, names: readonly string[]): Record<string, Json> =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
