import type { PlannedRequest } from '../plan/planned-request.ts'
import { recordIn } from '../event/record.ts'
import { memberOf } from './profile-write.ts'

/** A change of consent, as far as other changes of the same person in a batch care. */
export interface ConsentChange {
  readonly kind: 'subscribe' | 'unsubscribe'
  /** The list with the source and whatever else the call says beside its members. */
  readonly target: string
  readonly list: string
  /** Who, and on which channels. */
  readonly member: string
}

/** The change that a planned subscription is. */
export function consentChangeOf(kind: ConsentChange['kind'], request: PlannedRequest): ConsentChange {
  const data = recordIn(request.body, 'data')
  const { profiles: _members, ...attributes } = recordIn(data, 'attributes')
  const list = JSON.stringify(data['relationships'] ?? null)
  return { kind, target: JSON.stringify([attributes, list]), list, member: JSON.stringify(memberOf(request)) }
}

/**
 * Whether two changes of a person may be in one batch, in any order: they have the same direction, and about one list
 * they say the same.
 */
export function mayBeTogether(one: ConsentChange, other: ConsentChange): boolean {
  if (one.kind !== other.kind) return false
  return one.list !== other.list || (one.target === other.target && one.member === other.member)
}
