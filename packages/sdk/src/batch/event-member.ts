import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import type { Member } from './batch-event.ts'
import type { ProfileWrite } from './profile-write.ts'

/** An event for a bulk call. Events with the same profile share one entry of it. */
export interface EventMember<Entry> extends Member<Entry> {
  readonly request: PlannedRequest
  /** The profile as JSON. */
  readonly profile: string
  /** The event without its profile, as JSON. */
  readonly event: string
  readonly uniqueId: string | undefined
  /** Whether the profile is as the event has it: what Klaviyo says of it is about this event. */
  readonly hasOwnProfile: boolean
  /** Goes by the single operation. */
  readonly isAlone: boolean
  /** The request for the single operation, without what is outdated by others of the batch. */
  readonly aloneRequest: () => PlannedRequest
}

/** What a member of a person is made with. */
export interface MemberParts {
  /** What is sent; it may have newer values than the event's own. */
  readonly profile: JsonObject
  readonly isAlone: boolean
  readonly person: object
  /** The request for the single operation. */
  readonly aloneRequest: () => PlannedRequest
}

/** The member that an event becomes. */
export function eventMember<Entry>(
  { entry, request, profile: own }: ProfileWrite<Entry>,
  { profile, isAlone, person, aloneRequest }: MemberParts,
): EventMember<Entry> {
  const { profile: _profile, ...attributes } = recordIn(recordIn(request.body, 'data'), 'attributes')
  const uniqueId = attributes['unique_id']
  return {
    entries: [entry],
    request,
    profile: JSON.stringify(profile),
    event: JSON.stringify({ type: 'event', attributes }),
    uniqueId: typeof uniqueId === 'string' ? uniqueId : undefined,
    hasOwnProfile: profile === own,
    isAlone,
    person,
    aloneRequest,
  }
}
