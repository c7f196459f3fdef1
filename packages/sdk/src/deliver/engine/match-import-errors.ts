import type { ImportMember } from '../../batch/import-member.ts'
import type { JsonObject } from '../../event/json.ts'
import { isRecord, recordIn } from '../../event/record.ts'
import type { ImportError } from './import-errors.ts'

const IDENTIFIERS = ['email', 'phone_number', 'external_id', 'anonymous_id', '_kx'] as const
const POINTER = /\/profiles\/data\/(\d+)(?:\/|$)/

/**
 * The members of a bulk import that its errors are about, found by the payload that Klaviyo gives back, else by the
 * pointer. If an error fits none, any member may be meant, so all are.
 */
export function failedMembers<Member extends ImportMember<unknown>>(
  members: readonly Member[],
  errors: readonly ImportError[],
): ReadonlySet<Member> {
  const byIdentifier = new Map<string, Member[]>()
  for (const member of members) {
    for (const key of identifiersOf(member.profile)) {
      const same = byIdentifier.get(key)
      if (same === undefined) byIdentifier.set(key, [member])
      else same.push(member)
    }
  }
  const failed = new Set<Member>()
  for (const { payload, pointer } of errors) {
    const found = payload === undefined ? [] : identifiersOf(payload).flatMap((key) => byIdentifier.get(key) ?? [])
    const index = POINTER.exec(pointer ?? '')?.[1]
    const pointed = index === undefined ? undefined : members[Number(index)]
    if (found.length === 0 && pointed === undefined) return new Set(members)
    for (const member of found) failed.add(member)
    if (found.length === 0 && pointed !== undefined) failed.add(pointed)
  }
  return failed
}

/** Identifiers with their kind. A payload may be the whole resource, or its attributes only. */
function identifiersOf(resource: JsonObject): readonly string[] {
  const data = isRecord(resource['data']) ? resource['data'] : resource
  const attributes = isRecord(data['attributes']) ? recordIn(data, 'attributes') : data
  const id = data['id']
  const keys = typeof id === 'string' ? [`id:${id}`] : []
  for (const name of IDENTIFIERS) {
    const value = attributes[name]
    if (typeof value === 'string') keys.push(`${name}:${name === 'email' ? value.toLowerCase() : value}`)
  }
  return keys
}
