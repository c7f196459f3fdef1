import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import type { FoundProfile } from './lookup.ts'
import { changeMembers } from './subscription-members.ts'

/** A subscription that can be sent. */
export interface FilledSubscription {
  readonly body: JsonObject
  readonly warnings: readonly EventWarning[]
  /** The order keys of the profile that was found: its email and phone. */
  readonly keys: readonly string[]
}

/**
 * Fills id, email and phone of a profile into a subscription that was planned without email and phone. A channel whose
 * identifier the profile lacks is left out with a warning. No profile, or no channel left, is an error that may pass: a
 * profile that was just imported may not be found yet.
 */
export function filledSubscription(
  request: PlannedRequest,
  found: FoundProfile | undefined,
): FilledSubscription | KlaviyoError {
  if (found === undefined) return notFound(request)
  const { body, warnings } = changeMembers(request.body, (member) => withProfile(member, found))
  if (body === undefined) return withoutChannel()
  const { email, phoneNumber } = found
  const keys = [
    ...(email === undefined ? [] : [`e:${email.toLowerCase()}`]),
    ...(phoneNumber === undefined ? [] : [`p:${phoneNumber}`]),
  ]
  return { body, warnings, keys }
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

function notFound({ lookup }: PlannedRequest): KlaviyoError {
  const what = lookup?.field === 'id' ? 'Klaviyo profile id' : 'userId (`external_id`)'
  const message = `get_profiles: no profile with the ${what} of the event. Identify the person first, or give the event an email or a phone.`
  return new KlaviyoError('PROFILE_NOT_FOUND', message, RETRYABLE)
}

function withoutChannel(): KlaviyoError {
  const message = `get_profiles: the profile has no identifier for any channel of the consent ("email" needs an email, "sms" a phone). Give it one, or put it into the event.`
  return new KlaviyoError('PROFILE_NOT_FOUND', message, RETRYABLE)
}
