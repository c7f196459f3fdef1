import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'

/** Overlays new values: `null` clears a member, one left out stays. Objects and lists are replaced whole. */
export function merge(current: JsonObject, incoming: JsonObject): JsonObject {
  return without(Object.entries({ ...current, ...incoming }), ([, value]) => value === null)
}

/** The object without its nulls: bulk import cannot clear. */
export function withoutNulls(object: JsonObject): JsonObject {
  return without(Object.entries(object), ([, value]) => value === null)
}

type Entry = [string, Json | undefined]

// `fromEntries` defines members, so a key like `__proto__` stays a plain key.
const without = (entries: Entry[], drop: (entry: Entry) => boolean): JsonObject =>
  Object.fromEntries(entries.filter((entry) => !drop(entry)))

/** Carries out `append`, `unappend` and `unset` of `meta.patch_properties`, in this order. */
export function patch(properties: JsonObject, patchProperties: JsonObject): JsonObject {
  const appended = Object.entries(asObject(patchProperties['append'])).map(([key, value]): Entry => [
    key,
    [...asList(own(properties, key)), ...asList(value)],
  ])
  const longer: JsonObject = Object.fromEntries([...Object.entries(properties), ...appended])
  const shortened = Object.entries(asObject(patchProperties['unappend']))
    .filter(([key]) => Object.hasOwn(longer, key))
    .map(([key, value]): Entry => {
      const gone = new Set(asList(value).map((item) => JSON.stringify(item)))
      return [key, asList(own(longer, key)).filter((item) => !gone.has(JSON.stringify(item)))]
    })
  const unset = new Set(asList(patchProperties['unset']))
  return without([...Object.entries(longer), ...shortened], ([key]) => unset.has(key))
}

/** A property may be called like something that every object has, for example `constructor`. */
const own = (object: JsonObject, key: string) => (Object.hasOwn(object, key) ? object[key] : undefined)

function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return isList(value) ? value : [value]
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
