import type { Consent } from '../event/event.ts'
import type { StatedConsent } from '../map/map-consent.ts'
import { CHANNEL_TRAITS } from '../map/subscription.ts'
import { historicalConsentTime } from './historical-consent.ts'
import type { PlannedRequest, ProfileLookup } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { PATHS } from './paths.ts'
import { operationsOf, request } from './request.ts'
import { subscribeBody, unsubscribeBody, type Member } from './subscription-body.ts'

/** What a subscription needs beside the member and the list. */
export interface SubscribeParts {
  readonly channels: readonly Consent[]
  /** The time of the event. */
  readonly time: string | undefined
  readonly customSource?: string | undefined
  readonly lookup?: ProfileLookup | undefined
}

/** A subscription of one person to one list. */
export function planSubscribe(
  member: Member,
  listId: string,
  parts: SubscribeParts,
  planning: Planning,
): PlannedRequest {
  const consentedAt = historicalConsentTime(parts.time, planning)
  const body = subscribeBody(member, {
    channels: parts.channels,
    listId,
    customSource: parts.customSource,
    consentedAt,
  })
  return request(operationsOf(planning.settings).subscribe, PATHS.subscribe, {
    body,
    messageId: planning.messageId,
    lookup: parts.lookup,
  })
}

/** An unsubscription of one person from one list; without a usable email and phone, an issue. */
export function planUnsubscribe(
  member: Member,
  listId: string | undefined,
  planning: Planning,
): PlannedRequest | undefined {
  const { settings, notes, messageId } = planning
  if (member.email === undefined && member.phone === undefined) {
    notes.issues.push({
      path: 'context.traits.email',
      code: 'CANNOT_UNSUBSCRIBE',
      message:
        'Unsubscribing needs an email or a phone, and neither is usable: set `context.traits.email` or `context.traits.phone`.',
    })
  }
  if (listId === undefined || notes.issues.length > 0) return undefined
  notes.warnings.push({
    path: '',
    code: 'MAY_UNSUBSCRIBE_GLOBALLY',
    message: 'If the profile is not on this list, Klaviyo unsubscribes it from everything, not from the list alone.',
  })
  return request(operationsOf(settings).unsubscribe, PATHS.unsubscribe, {
    body: unsubscribeBody(member, listId, settings),
    messageId,
  })
}

/** Says where consent is missing: in the event, and in the settings. */
export function noConsentMessage({ channels, path, isUnreadable }: StatedConsent, member: Member): string {
  if (channels.length > 0) {
    const missing = channels.map((channel) => CHANNEL_TRAITS[channel]).filter((trait) => member[trait] === undefined)
    return `No channel of the consent has its identifier (no usable ${missing.join(', no usable ')}): add it, or state another consent.`
  }
  if (isUnreadable)
    return `The consent in \`${path ?? 'consent'}\` cannot be read: give a list of channels ("email", "sms").`
  return path === undefined
    ? 'No consent: state the channels in `consent` of the event ("email", "sms"), or set the option `consent`.'
    : `\`${path}\` states a consent without a channel: name "email" or "sms" there, or leave it out.`
}
