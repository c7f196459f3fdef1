import type { JsonObject } from '../event/json.ts'
import { isList, isRecord, recordIn } from '../event/record.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'

/** A request that writes fields of a profile: an import, or an event with the profile it came with. */
export interface ProfileWrite<Entry> {
  readonly kind: 'importProfile' | 'createEvent'
  readonly entry: Entry
  /** Its place among the events of the batch. */
  readonly position: number
  readonly request: PlannedRequest
  /** `type`, `id` and `attributes`. */
  readonly profile: JsonObject
}

/** The profile that a planned request writes; `undefined` when the body has an unusual shape, which a hook may give it. */
export function profileOf(kind: ProfileWrite<unknown>['kind'], { body }: PlannedRequest): JsonObject | undefined {
  const data = body['data']
  if (!isRecord(data)) return undefined
  const profile = kind === 'importProfile' ? data : recordIn(recordIn(data, 'attributes'), 'profile')['data']
  return isRecord(profile) && isRecord(profile['attributes']) ? profile : undefined
}

/** The request with another profile. */
export function withProfile(
  kind: ProfileWrite<unknown>['kind'],
  request: PlannedRequest,
  profile: JsonObject,
): PlannedRequest {
  if (kind === 'importProfile') return { ...request, body: { ...request.body, data: profile } }
  const data = recordIn(request.body, 'data')
  const attributes = { ...recordIn(data, 'attributes'), profile: { data: profile } }
  return { ...request, body: { ...request.body, data: { ...data, attributes } } }
}

/** Whether it appends to, takes from or unsets properties: such a profile is never merged with another. */
export function isPatch(kind: ProfileWrite<unknown>['kind'], profile: JsonObject): boolean {
  const meta = kind === 'importProfile' ? profile['meta'] : recordIn(profile, 'attributes')['meta']
  return meta !== undefined
}

/** The identifiers by which Klaviyo finds a profile, strongest first. */
const STRONGEST_FIRST = ['external_id', 'email', 'phone_number', '_kx', 'anonymous_id'] as const

/** The strongest identifier of a profile with its kind, for comparison; an email counts in lower case. */
export function strongestIdentifier(profile: JsonObject): string {
  if (typeof profile['id'] === 'string') return `id:${profile['id']}`
  const attributes = recordIn(profile, 'attributes')
  for (const name of STRONGEST_FIRST) {
    const value = attributes[name]
    if (typeof value === 'string') return `${name}:${name === 'email' ? value.toLowerCase() : value}`
  }
  return ''
}

/** The members of a bulk body of profiles. */
export function memberOf({ body }: PlannedRequest): JsonObject | undefined {
  const members = recordIn(recordIn(recordIn(body, 'data'), 'attributes'), 'profiles')['data']
  const [member] = isList(members) && members.length === 1 ? members : []
  return isRecord(member) ? member : undefined
}
