import { klaviyoProfileId } from '../map/klaviyo-profile-id.ts'
import { mapConsent } from '../map/map-consent.ts'
import { readGroup } from '../map/read-event.ts'
import { PLACES } from '../map/places.ts'
import { textAt, type Reading } from '../map/reading.ts'
import { GROUP_CONTROL_ROWS } from '../map/subscription.ts'
import type { Settings } from '../validate/settings.ts'
import { noConsentMessage, planSubscribe, planUnsubscribe } from './plan-subscription.ts'
import type { PlannedRequest, ProfileLookup } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { usableChannels, type Member } from './subscription-body.ts'

/** A group event: one change of consent of its member. Its other traits are not sent. */
export function planGroup(planning: Planning): readonly PlannedRequest[] {
  const { event, settings, notes } = planning
  const reading = readGroup(event, settings, notes)
  const member: Member = {
    id: klaviyoProfileId(event, settings),
    email: textAt(reading, PLACES.email),
    phone: textAt(reading, PLACES.phone_number),
  }
  // Validation has made issues of a missing list and decision; what else is wrong is still worth saying.
  const planned =
    reading.values[PLACES.subscribe] === false
      ? planUnsubscribe(member, textAt(reading, PLACES.listId), planning)
      : planGroupSubscribe(member, reading, planning)
  return planned === undefined ? [] : [planned]
}

function planGroupSubscribe(member: Member, reading: Reading, planning: Planning): PlannedRequest | undefined {
  const { settings, notes } = planning
  const listId = textAt(reading, PLACES.listId)
  const time = textAt(reading, PLACES.time)
  const customSource = textAt(reading, PLACES.custom_source)
  const lookup = lookupOf(member, textAt(reading, PLACES.external_id), settings)
  if (lookup === undefined && member.email === undefined && member.phone === undefined) {
    const id = settings.enforceEmailAsPrimary ? '' : ', a userId or a `klaviyo-profileId` in context.externalId'
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message: `Nobody is identified: set \`context.traits.email\` or \`context.traits.phone\`${id}.`,
    })
    return undefined
  }
  const consent = mapConsent(reading, planning, notes, GROUP_CONTROL_ROWS.consent.from)
  const path = consent.path ?? 'context.traits.consent'
  const channels = lookup === undefined ? usableChannels(consent.channels, member, path, notes) : consent.channels
  if (channels.length === 0) {
    const message = `Nobody can be subscribed. ${noConsentMessage(consent, member)}`
    notes.issues.push({ path, code: 'NO_CONSENT', message })
  }
  if (listId === undefined || channels.length === 0) return undefined
  return planSubscribe(member, listId, { channels, time, customSource, lookup }, planning)
}

/** Without email and phone, delivery looks for the profile: by its id, else by the user id. */
function lookupOf(member: Member, userId: string | undefined, settings: Settings): ProfileLookup | undefined {
  if (member.email !== undefined || member.phone !== undefined || settings.enforceEmailAsPrimary) return undefined
  if (member.id !== undefined) return { field: 'id', value: member.id }
  return userId === undefined ? undefined : { field: 'external_id', value: userId }
}
