import type { JsonObject } from '../event/json.ts'
import { isRecord, recordIn } from '../event/record.ts'
import { setKey, type Filling } from '../map/custom-properties.ts'

/** The parts of a profile that are written key by key; every other field is written as a whole. */
const BY_KEY = ['location', 'properties'] as const

/** The newest value of each field of a person in a batch. */
export interface NewestValues {
  readonly attributes: Filling
  readonly location: Filling
  readonly properties: Filling
}

/** The newest values of profiles that come oldest first. */
export function newestValues(profiles: Iterable<JsonObject>): NewestValues {
  const newest: NewestValues = { attributes: {}, location: {}, properties: {} }
  for (const profile of profiles) {
    const attributes = recordIn(profile, 'attributes')
    copy(attributes, newest.attributes)
    for (const name of BY_KEY) copy(recordIn(attributes, name), newest[name])
  }
  return newest
}

/**
 * The profile with the newest value of each field that it has; it gains none. The profile itself when nothing is newer.
 */
export function withNewest(profile: JsonObject, newest: NewestValues): JsonObject {
  const attributes = recordIn(profile, 'attributes')
  const changed = updated(attributes, newest)
  return changed === attributes ? profile : { ...profile, attributes: changed }
}

function updated(attributes: JsonObject, newest: NewestValues): JsonObject {
  let result: Filling | undefined
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    const next = isByKey(name) && isRecord(value) ? refreshed(value, newest[name]) : newest.attributes[name]
    if (next === value) continue
    result ??= { ...attributes }
    setKey(result, name, next)
  }
  return result ?? attributes
}

function refreshed(values: JsonObject, newest: JsonObject): JsonObject {
  let result: Filling | undefined
  for (const key of Object.keys(values)) {
    const next = newest[key]
    if (next === values[key]) continue
    result ??= { ...values }
    setKey(result, key, next)
  }
  return result ?? values
}

/**
 * One profile that writes every field that any of these writes, with its newest value. `id` and identifiers are those of
 * all of them: who merges has made sure that they agree.
 */
export function merged(profiles: readonly JsonObject[], newest: NewestValues): JsonObject {
  const all: Filling = {}
  const attributes: Filling = {}
  const byKey: Record<(typeof BY_KEY)[number], Filling | undefined> = { location: undefined, properties: undefined }
  for (const profile of profiles) {
    copy(profile, all)
    const own = recordIn(profile, 'attributes')
    copy(own, attributes)
    for (const name of BY_KEY) {
      if (!isRecord(own[name])) continue
      byKey[name] ??= {}
      copy(own[name], byKey[name])
    }
  }
  for (const name of BY_KEY) if (byKey[name] !== undefined) attributes[name] = byKey[name]
  return { ...all, attributes: updated(attributes, newest) }
}

/** What identifies a profile is kept whatever is newer: it says whose the rest is. */
const IDENTIFIERS: readonly string[] = ['email', 'phone_number', 'external_id', 'anonymous_id', '_kx']

/** The profile without the fields that have another value in `newer`: sent late, it must not undo them. */
export function withoutOutdated(profile: JsonObject, newer: NewestValues): JsonObject {
  const own = recordIn(profile, 'attributes')
  const attributes: Filling = {}
  for (const name of Object.keys(own)) {
    const value = own[name]
    if (IDENTIFIERS.includes(name)) attributes[name] = value
    else if (isByKey(name) && isRecord(value)) attributes[name] = kept(value, newer[name])
    else if (!isOutdated(name, value, newer.attributes)) setKey(attributes, name, value)
  }
  return { ...profile, attributes }
}

function kept(values: JsonObject, newer: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !isOutdated(key, value, newer)))
}

function isOutdated(key: string, value: unknown, newer: JsonObject): boolean {
  return Object.hasOwn(newer, key) && newer[key] !== value
}

function copy(from: JsonObject, to: Filling): void {
  for (const key of Object.keys(from)) setKey(to, key, from[key])
}

const isByKey = (name: string): name is (typeof BY_KEY)[number] => name === 'location' || name === 'properties'
