import type { JsonObject } from '@rudder-klaviyo/sdk'
import { objectIn, objectsIn, textOf, whoOf } from '../klaviyo-state.ts'
import { type Identifier, IDENTIFIERS } from '../model/model-profile.ts'
import type { Exchange } from '../network.ts'

/** What a call does. */
export type CallKind = 'import' | 'bulk import' | 'event' | 'subscribe' | 'unsubscribe' | 'read'

/** What one call says of one person. */
export interface SentEntry {
  /** Each identifier with its kind. */
  readonly keys: readonly string[]
  /** `seen` of a profile import: the newest identify in it. */
  readonly seen: string | undefined
  /** `unique_id` of its events. */
  readonly uniqueIds: readonly string[]
  /** What it writes to the profile: each field, leaf of `location` and custom property, as JSON. */
  readonly values: ReadonlyMap<string, string>
  /** Whether it appends, unappends or unsets. */
  readonly isPatch: boolean
}

/** A call, taken apart. */
export interface SentCall {
  readonly exchange: Exchange
  readonly kind: CallKind
  readonly list: string | undefined
  readonly entries: readonly SentEntry[]
}

const KINDS: Readonly<Record<string, CallKind>> = {
  '/api/profile-import': 'import',
  '/api/profile-bulk-import-jobs': 'bulk import',
  '/api/events': 'event',
  '/api/event-bulk-create-jobs': 'event',
  '/api/profile-subscription-bulk-create-jobs': 'subscribe',
  '/api/profile-subscription-bulk-delete-jobs': 'unsubscribe',
}

/** Takes the calls apart that were made, in the order in which they began. */
export const sentCalls = (exchanges: readonly Exchange[]): readonly SentCall[] =>
  exchanges.map((exchange) => {
    const kind = exchange.method === 'POST' ? (KINDS[exchange.path.split('?')[0] ?? ''] ?? 'read') : 'read'
    const data = objectIn(exchange.body, 'data')
    const list = objectIn(objectIn(objectIn(data, 'relationships'), 'list'), 'data')['id']
    return {
      exchange,
      kind,
      list: typeof list === 'string' ? list : undefined,
      entries: kind === 'read' ? [] : entriesOf(data),
    }
  })

function entriesOf(data: JsonObject): readonly SentEntry[] {
  const attributes = objectIn(data, 'attributes')
  if ('events-bulk-create' in attributes) {
    return objectsIn(objectIn(attributes, 'events-bulk-create')).map((entry) => {
      const inside = objectIn(entry, 'attributes')
      const uniqueIds = objectsIn(objectIn(inside, 'events')).map((event) => uniqueIdOf(objectIn(event, 'attributes')))
      return { ...entryOf(objectIn(objectIn(inside, 'profile'), 'data')), uniqueIds }
    })
  }
  if ('profiles' in attributes) return objectsIn(objectIn(attributes, 'profiles')).map(entryOf)
  if ('metric' in attributes) {
    return [{ ...entryOf(objectIn(objectIn(attributes, 'profile'), 'data')), uniqueIds: [uniqueIdOf(attributes)] }]
  }
  return [entryOf(data)]
}

function entryOf(profile: JsonObject): SentEntry {
  const attributes = objectIn(profile, 'attributes')
  const who = whoOf(attributes)
  const seen = objectIn(attributes, 'properties')['seen']
  const named = IDENTIFIERS.flatMap((name: Identifier) => (who[name] === undefined ? [] : [`${name}:${who[name]}`]))
  const id = profile['id']
  return {
    keys: typeof id === 'string' ? [...named, `id:${id}`] : named,
    seen: typeof seen === 'string' ? seen : undefined,
    uniqueIds: [],
    values: new Map(writtenBy(attributes)),
    isPatch: 'patch_properties' in objectIn(profile, 'meta') || 'patch_properties' in objectIn(attributes, 'meta'),
  }
}

const BY_KEY = ['location', 'properties']
const NOT_WRITTEN: readonly string[] = [...IDENTIFIERS, ...BY_KEY, 'meta', 'subscriptions']

const writtenBy = (attributes: JsonObject): [string, string][] => [
  ...Object.entries(attributes)
    .filter(([name]) => !NOT_WRITTEN.includes(name))
    .map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
  ...BY_KEY.flatMap((part) =>
    Object.entries(objectIn(attributes, part)).map(([name, value]): [string, string] => [
      `${part}.${name}`,
      JSON.stringify(value),
    ]),
  ),
]

const uniqueIdOf = (attributes: JsonObject) => textOf(attributes['unique_id'])
