import type { Call, CallAnswer } from '../client/call.ts'
import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import { recordIn } from './record-in.ts'

/** The identifiers that may be given up when one belongs to another profile, weakest first. */
const GIVEN_UP_IN_ORDER = ['phone_number', 'email', 'external_id'] as const

/** An identifier of a profile that can clash with another profile. */
export type ClashingIdentifier = (typeof GIVEN_UP_IN_ORDER)[number]

/** A profile import that Klaviyo took. */
export interface ImportedProfile {
  readonly answer: CallAnswer
  /** What had to be left out; the rest of the event must not use it either. */
  readonly removed: ReadonlySet<ClashingIdentifier>
  /** One `IDENTIFIER_CLASH` per identifier that was left out. */
  readonly warnings: readonly EventWarning[]
}

/**
 * Imports a profile. When its identifiers belong to two profiles (409 `duplicate_profile`), one identifier after the
 * other is left out, the weakest first and the strongest never, until Klaviyo takes it: at most 3 more calls, each with
 * fewer identifiers than the one before, so there is no loop.
 * @throws what `call` throws; the last 409 when nothing is left that could be given up
 */
export async function importProfile(
  call: Call,
  request: PlannedRequest,
  signal: AbortSignal,
): Promise<ImportedProfile> {
  const { operation, method, path } = request
  const removed = new Set<ClashingIdentifier>()
  const warnings: EventWarning[] = []
  let body = request.body
  for (;;) {
    try {
      return { answer: await call({ operation, method, path, body, signal }), removed, warnings }
    } catch (error) {
      const clash = clashOf(error)
      const identifier = clash === undefined ? undefined : weakestOf(body)
      if (clash === undefined || identifier === undefined) throw error
      body = without(body, identifier)
      removed.add(identifier)
      warnings.push(clashWarning(identifier, clash.otherProfileId))
    }
  }
}

function clashOf(error: unknown): { readonly otherProfileId: string | undefined } | undefined {
  if (!(error instanceof KlaviyoApiError) || error.status !== 409) return undefined
  const entry = error.errors.find(({ code }) => code === 'duplicate_profile')
  return entry === undefined ? undefined : { otherProfileId: entry.duplicateProfileId }
}

/** The weakest identifier that may go; `undefined` when it is the only one that finds the profile with certainty. */
function weakestOf(body: JsonObject): ClashingIdentifier | undefined {
  const { data, attributes } = partsOf(body)
  const present = GIVEN_UP_IN_ORDER.filter((name) => attributes[name] !== undefined)
  return present.length > 1 || data['id'] !== undefined ? present[0] : undefined
}

function without(body: JsonObject, identifier: ClashingIdentifier): JsonObject {
  const { data, attributes } = partsOf(body)
  const { [identifier]: _removed, ...kept } = attributes
  return { ...body, data: { ...data, attributes: kept } }
}

function partsOf(body: JsonObject): { data: JsonObject; attributes: JsonObject } {
  const data = recordIn(body, 'data')
  return { data, attributes: recordIn(data, 'attributes') }
}

function clashWarning(identifier: ClashingIdentifier, otherProfileId: string | undefined): EventWarning {
  const other = otherProfileId === undefined ? 'another profile' : `another profile (${otherProfileId})`
  return {
    path: identifier,
    code: 'IDENTIFIER_CLASH',
    message: `\`${identifier}\` was left out of the profile: by Klaviyo's word the identifiers of this event clash with ${other}. Merge the two profiles, or mend the event's source.`,
  }
}
