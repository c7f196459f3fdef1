import type { Call } from '../client/call.ts'
import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import type { PlannedRequest, ProfileLookup } from '../plan/planned-request.ts'
import type { RequestFailure } from './deliver-request.ts'
import { LOOKUP_OPERATION, lookUpProfiles, type FoundProfile } from './lookup.ts'
import { recordIn } from './record-in.ts'
import { retryScopeOf } from './retry-policy.ts'
import { changeMembers } from './subscription-members.ts'

/** A subscription that can be sent. */
export interface FilledSubscription {
  readonly status: 'filled'
  readonly body: JsonObject
  readonly warnings: readonly EventWarning[]
}

/**
 * Fills id, email and phone of the profile into a subscription that was planned without email and phone. A channel whose
 * identifier the profile lacks is left out with a warning. No profile, or no channel left, is tried again: a profile
 * that was just imported may not be found yet.
 */
export async function fillInProfile(
  { body, lookup }: PlannedRequest,
  { call, signal }: { readonly call: Call; readonly signal: AbortSignal },
): Promise<FilledSubscription | RequestFailure> {
  if (lookup === undefined) return { status: 'filled', body, warnings: [] }
  try {
    const found = (await lookUpProfiles(call, lookup.field, [lookup.value], signal)).get(lookup.value)
    if (found === undefined) return failed(notFound(lookup))
    const changed = changeMembers(body, (member) => withProfile(member, found))
    if (changed.body === undefined) return failed(withoutChannel())
    return { status: 'filled', body: changed.body, warnings: changed.warnings }
  } catch (error) {
    if (!(error instanceof KlaviyoError)) throw error
    return failed(error)
  }
}

function failed(error: KlaviyoError): RequestFailure {
  // A key that may not read profiles is good enough for all else: this event has no way to go, and the account goes on.
  const isOnlyTheLookup = error instanceof KlaviyoApiError && error.status === 403 && error.code === 'NOT_AUTHORIZED'
  return {
    status: 'failed',
    error,
    operation: LOOKUP_OPERATION,
    scope: isOnlyTheLookup ? 'none' : retryScopeOf(error.code, true),
  }
}

function withProfile(member: JsonObject, { id, email, phoneNumber }: FoundProfile): JsonObject {
  return {
    ...member,
    id,
    attributes: {
      ...recordIn(member, 'attributes'),
      ...(email === undefined ? undefined : { email }),
      ...(phoneNumber === undefined ? undefined : { phone_number: phoneNumber }),
    },
  }
}

const RETRYABLE = { retryable: true } as const

function notFound({ field }: ProfileLookup): KlaviyoError {
  const what = field === 'id' ? 'Klaviyo profile id' : 'userId (`external_id`)'
  const message = `${LOOKUP_OPERATION}: no profile with the ${what} of the event. Identify the person first, or give the event an email or a phone.`
  return new KlaviyoError('PROFILE_NOT_FOUND', message, RETRYABLE)
}

function withoutChannel(): KlaviyoError {
  const message = `${LOOKUP_OPERATION}: the profile has no identifier for any channel of the consent ("email" needs an email, "sms" a phone). Give it one, or put it into the event.`
  return new KlaviyoError('PROFILE_NOT_FOUND', message, RETRYABLE)
}
