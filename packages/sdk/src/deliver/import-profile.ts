import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'

/** The identifiers that may be given up when one belongs to another profile, weakest first. */
const GIVEN_UP_IN_ORDER = ['phone_number', 'email', 'external_id'] as const

/** An identifier of a profile that can clash with another profile. */
export type ClashingIdentifier = (typeof GIVEN_UP_IN_ORDER)[number]

/** A profile with one identifier fewer. */
export interface ReducedProfile {
  readonly profile: JsonObject
  readonly identifier: ClashingIdentifier
  readonly warning: EventWarning
}

/**
 * What to import instead when the identifiers of a profile belong to two profiles (409 `duplicate_profile`): the profile
 * without its weakest identifier, never without its strongest. `undefined` when the error is another one, or nothing is
 * left that could be given up. Each has fewer identifiers than the one before, so there are at most 3 and no loop.
 */
export function withoutClash(profile: JsonObject, error: unknown): ReducedProfile | undefined {
  const clash = clashOf(error)
  const identifier = clash === undefined ? undefined : weakestOf(profile)
  if (clash === undefined || identifier === undefined) return undefined
  const { [identifier]: _removed, ...attributes } = recordIn(profile, 'attributes')
  return { profile: { ...profile, attributes }, identifier, warning: clashWarning(identifier, clash.otherProfileId) }
}

function clashOf(error: unknown): { readonly otherProfileId: string | undefined } | undefined {
  if (!(error instanceof KlaviyoApiError) || error.status !== 409) return undefined
  const entry = error.errors.find(({ code }) => code === 'duplicate_profile')
  return entry === undefined ? undefined : { otherProfileId: entry.duplicateProfileId }
}

/** The weakest identifier that may go; `undefined` when it is the only one that finds the profile with certainty. */
function weakestOf(profile: JsonObject): ClashingIdentifier | undefined {
  const attributes = recordIn(profile, 'attributes')
  const present = GIVEN_UP_IN_ORDER.filter((name) => attributes[name] !== undefined)
  return present.length > 1 || profile['id'] !== undefined ? present[0] : undefined
}

function clashWarning(identifier: ClashingIdentifier, otherProfileId: string | undefined): EventWarning {
  const other = otherProfileId === undefined ? 'another profile' : `another profile (${otherProfileId})`
  return {
    path: identifier,
    code: 'IDENTIFIER_CLASH',
    message: `\`${identifier}\` was left out of the profile: by Klaviyo's word the identifiers of this event clash with ${other}. Merge the two profiles, or mend the event's source.`,
  }
}
