import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import type { Query } from '../validate/parse-query.ts'

/** Leaves in each resource only the members that `fields[type]` names; `location.city` names one inside another. */
export function withSparseFields(body: JsonObject, query: Query): JsonObject {
  if (!Object.keys(query).some((name) => name.startsWith('fields['))) return body
  const trimmed = (value: Json | undefined) => trim(value, query)
  return {
    ...body,
    ...(body['data'] === undefined ? {} : { data: trimmed(body['data']) }),
    ...(body['included'] === undefined ? {} : { included: trimmed(body['included']) }),
  }
}

function trim(value: Json | undefined, query: Query): Json {
  if (Array.isArray(value)) return value.map((item: Json) => trim(item, query))
  const resource = asObject(value)
  const { type, attributes } = resource
  const names = typeof type === 'string' ? query[`fields[${type}]`] : undefined
  if (!Array.isArray(names) || attributes === undefined) return resource
  return { ...resource, attributes: pick(asObject(attributes), names) }
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]): [string, Json | undefined][] => {
      if (names.includes(name)) return [[name, value]]
      const inner = names.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1))
      return inner.length === 0 ? [] : [[name, pick(asObject(value), inner)]]
    }),
  )
}
