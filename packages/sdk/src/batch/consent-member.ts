import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import { PATHS } from '../plan/paths.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import type { Member } from './batch-event.ts'
import { memberOf } from './profile-write.ts'

/** A change of consent for a bulk call. */
export interface ConsentMember<Entry> extends Member<Entry> {
  readonly kind: 'subscribe' | 'unsubscribe'
  readonly request: PlannedRequest
  /** The call without its members: only changes with the same one go together. */
  readonly envelope: ConsentEnvelope
  /** Who, and on which channels, as JSON. */
  readonly text: string
}

/** What stands before and behind the members of a call. */
export interface ConsentEnvelope {
  readonly operation: string
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The member that a planned subscription becomes. */
export function consentMember<Entry>(
  entry: Entry,
  kind: ConsentMember<Entry>['kind'],
  request: PlannedRequest,
): ConsentMember<Entry> {
  const member = memberOf(request)
  const { operation, body } = request
  const call = { operation, path: PATHS[kind] }
  // A hook may have given it a shape that is not understood here: it goes as it is, in a call of its own.
  return member === undefined
    ? { entries: [entry], kind, request, envelope: { ...call, before: JSON.stringify(body), after: '' }, text: '' }
    : { entries: [entry], kind, request, envelope: { ...call, ...aroundMembers(body) }, text: JSON.stringify(member) }
}

function aroundMembers(body: JsonObject): { readonly before: string; readonly after: string } {
  const { attributes: _attributes, ...outer } = recordIn(body, 'data')
  const { profiles: _profiles, ...inner } = recordIn(recordIn(body, 'data'), 'attributes')
  return {
    before: `{"data":{${fieldsOf(outer)}"attributes":{${fieldsOf(inner)}"profiles":{"data":[`,
    after: ']}}}}',
  }
}

/** The fields of an object as JSON, each with a comma behind it. */
function fieldsOf(record: JsonObject): string {
  const json = JSON.stringify(record).slice(1, -1)
  return json === '' ? '' : `${json},`
}
