import { mapConsent } from '../map/map-consent.ts'
import { klaviyoProfileId } from '../map/klaviyo-profile-id.ts'
import { METRIC_ROWS } from '../map/metric.ts'
import { PROFILE_ROWS } from '../map/profile.ts'
import { compileRow, firstUsable } from '../map/source.ts'
import { GROUP_CONTROL_ROWS } from '../map/subscription.ts'
import { noConsentMessage, planSubscribe, planUnsubscribe } from './plan-subscription.ts'
import type { PlannedRequest, ProfileLookup } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { usableChannels, type Member } from './subscription-body.ts'

const profileRow = <As extends 'email' | 'phone' | 'string'>(to: string, as: As) => {
  const row = PROFILE_ROWS.find((candidate) => candidate.to === to)
  if (row === undefined) throw new Error(`the mapping of a profile has no row for ${to}`)
  return compileRow({ ...row, as })
}

const EMAIL = profileRow('email', 'email')
const PHONE = profileRow('phone_number', 'phone')
const USER_ID = profileRow('external_id', 'string')
const TIME = compileRow(METRIC_ROWS.time)
const SUBSCRIBE = compileRow(GROUP_CONTROL_ROWS.subscribe)
const LIST_ID = compileRow(GROUP_CONTROL_ROWS.listId)
const CONSENT = compileRow(GROUP_CONTROL_ROWS.consent)
const CUSTOM_SOURCE = compileRow(GROUP_CONTROL_ROWS.customSource)

/** A group event: one change of consent of its member. Its other traits are not sent. */
export function planGroup(planning: Planning): readonly PlannedRequest[] {
  const { event, settings, notes } = planning
  const member: Member = {
    id: klaviyoProfileId(event, settings),
    email: firstUsable(EMAIL, event, settings, notes)?.value,
    phone: firstUsable(PHONE, event, settings, notes)?.value,
  }
  const listId = firstUsable(LIST_ID, event, settings, notes)?.value
  const subscribe = firstUsable(SUBSCRIBE, event, settings, notes)?.value
  const time = firstUsable(TIME, event, settings, notes)?.value
  // Validation has made issues of both; what else is wrong is still worth saying.
  const planned =
    subscribe === false
      ? planUnsubscribe(member, listId, planning)
      : planGroupSubscribe(member, { listId, time }, planning)
  return planned === undefined ? [] : [planned]
}

function planGroupSubscribe(
  member: Member,
  to: { listId: string | undefined; time: string | undefined },
  planning: Planning,
): PlannedRequest | undefined {
  const { event, settings, notes } = planning
  const { listId, time } = to
  const lookup = lookupOf(member, planning)
  if (lookup === undefined && member.email === undefined && member.phone === undefined) {
    const id = settings.enforceEmailAsPrimary ? '' : ', a userId or a `klaviyo-profileId` in context.externalId'
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message: `Nobody is identified: set \`context.traits.email\` or \`context.traits.phone\`${id}.`,
    })
    return undefined
  }
  const consent = mapConsent(CONSENT, event, settings, notes)
  const path = consent.path ?? 'context.traits.consent'
  const channels = lookup === undefined ? usableChannels(consent.channels, member, path, notes) : consent.channels
  if (channels.length === 0) {
    notes.issues.push({
      path,
      code: 'NO_CONSENT',
      message: `Nobody can be subscribed. ${noConsentMessage(consent, member)}`,
    })
  }
  if (listId === undefined || channels.length === 0) return undefined
  const customSource = firstUsable(CUSTOM_SOURCE, event, settings, notes)?.value
  return planSubscribe(member, listId, { channels, time, customSource, lookup }, planning)
}

/** Without email and phone, delivery looks for the profile: by its id, else by the user id. */
function lookupOf(member: Member, { event, settings, notes }: Planning): ProfileLookup | undefined {
  if (member.email !== undefined || member.phone !== undefined || settings.enforceEmailAsPrimary) return undefined
  if (member.id !== undefined) return { field: 'id', value: member.id }
  const userId = firstUsable(USER_ID, event, settings, notes)?.value
  return userId === undefined ? undefined : { field: 'external_id', value: userId }
}
