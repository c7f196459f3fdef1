import type { Json, JsonObject, PlannedRequest } from '@rudder-klaviyo/sdk'

/** The list of a planned subscription; `''` when it names none. */
export function listOf({ body }: PlannedRequest): string {
  const id = at(body, ['data', 'relationships', 'list', 'data', 'id'])
  return typeof id === 'string' ? id : ''
}

/** The members of a subscription, or of a bulk import. */
export function membersOf({ body }: Pick<PlannedRequest, 'body'>): readonly JsonObject[] {
  const members = at(body, ['data', 'attributes', 'profiles', 'data'])
  return Array.isArray(members) ? members.filter(isObject) : []
}

/** What stands at a path of a body. */
export function at(body: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = body
  for (const key of path) {
    if (!isObject(value)) return undefined
    value = value[key]
  }
  return value
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
