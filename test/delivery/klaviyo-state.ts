import type { Sandbox } from '@rudder-klaviyo/sandbox'
import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { asJson } from './as-json.ts'
import type { Model } from './model.ts'
import { type Identifiers, IDENTIFIERS, type ModelProfile } from './model/model-profile.ts'

/** Klaviyo's state in the form in which it is compared: nothing of ids, times of change and the order of rows. */
export interface KlaviyoState {
  readonly profiles: readonly ProfileState[]
  readonly events: readonly EventState[]
}

/** A profile and everything about it. */
export interface ProfileState {
  readonly who: Identifiers
  readonly fields: JsonObject
  readonly location: JsonObject
  readonly properties: JsonObject
  readonly consent: JsonObject
  readonly lists: readonly string[]
}

/** An event and whose it is. */
export interface EventState {
  readonly uniqueId: string
  readonly metric: string
  readonly time: string
  readonly properties: JsonObject
  readonly value: Json
  readonly currency: Json
  readonly who: Identifiers
}

/** The state that the model holds. */
export const stateOfModel = ({ people, events }: Model): KlaviyoState =>
  sorted({
    profiles: people.all().map((profile: ModelProfile) => ({
      who: profile.identifiers,
      fields: profile.fields,
      location: profile.location,
      properties: profile.properties,
      consent: { email: 'NEVER_SUBSCRIBED', sms: 'NEVER_SUBSCRIBED', ...profile.consent },
      lists: [...profile.lists].toSorted(),
    })),
    events: events.map(({ who, value = null, currency = null, ...event }) => ({
      ...event,
      value,
      currency,
      who: who.identifiers,
    })),
  })

/** The state that a sandbox shows. */
export async function stateOfSandbox(sandbox: Sandbox): Promise<KlaviyoState> {
  const profiles = await readRows(sandbox, 'profiles')
  const events = await readRows(sandbox, 'events')
  return sorted({
    profiles: profiles.map((row) => ({
      who: whoOf(row),
      fields: pick(row, ['first_name', 'title']),
      location: objectIn(row, 'location'),
      properties: objectIn(row, 'properties'),
      consent: objectIn(row, 'consent'),
      lists: listIn(row, 'lists').map(textOf).toSorted(),
    })),
    events: events.map((row) => ({
      uniqueId: textOf(row['unique_id']),
      metric: textOf(row['metric']),
      time: textOf(row['time']),
      properties: objectIn(row, 'properties'),
      value: row['value'] ?? null,
      currency: row['value_currency'] ?? null,
      who: whoOf(objectIn(row, 'profile')),
    })),
  })
}

/** The rows of one of the sandbox's own addresses. */
export async function readRows(sandbox: Sandbox, path: string): Promise<readonly JsonObject[]> {
  const response = await sandbox.fetch(new Request(`http://sandbox.test/sandbox/${path}`))
  if (!response.ok) throw new Error(`the sandbox answers ${response.status} to /sandbox/${path}`)
  return objectsIn(asJson(await response.text()))
}

/** A member that is an object; `{}` when it is none. */
export function objectIn(parent: JsonObject, name: string): JsonObject {
  const child = parent[name]
  return isObject(child) ? child : {}
}

/** The rows of an answer, or whatever else stands in a list called `data`. */
export const objectsIn = (parent: JsonObject): readonly JsonObject[] => listIn(parent, 'data').filter(isObject)

/** A member that is a list; empty when it is none. */
function listIn(parent: JsonObject, name: string): readonly Json[] {
  const child = parent[name]
  return isList(child) ? child : []
}

/** A value that is a text; empty when it is none. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pick = (row: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])))

/** The identifiers of a profile as rows and requests write them; emails without their spelling. */
export function whoOf(row: JsonObject): Identifiers {
  return Object.fromEntries(
    IDENTIFIERS.flatMap((identifier) => {
      const value = row[identifier]
      if (typeof value !== 'string') return []
      return [[identifier, identifier === 'email' ? value.toLowerCase() : value]]
    }),
  )
}

function sorted({ profiles, events }: KlaviyoState): KlaviyoState {
  return {
    profiles: profiles.toSorted(by(({ who }) => IDENTIFIERS.map((identifier) => who[identifier] ?? '').join())),
    events: events.toSorted(
      by(({ uniqueId, metric, who }) => [uniqueId, metric, ...IDENTIFIERS.map((name) => who[name] ?? '')].join()),
    ),
  }
}

const by =
  <T>(keyOf: (row: T) => string) =>
  (one: T, other: T) =>
    keyOf(one) < keyOf(other) ? -1 : 1
