import type { JsonObject } from '../event/json.ts'
import type { Filling } from '../map/custom-properties.ts'
import { mapConsent } from '../map/map-consent.ts'
import { mapProfile, type MappedProfile } from '../map/map-profile.ts'
import { readIdentify } from '../map/read-event.ts'
import { PLACES } from '../map/places.ts'
import { textAt, type Reading } from '../map/reading.ts'
import { IDENTIFY_CONTROL_ROWS } from '../map/subscription.ts'
import { noConsentMessage, planSubscribe, planUnsubscribe } from './plan-subscription.ts'
import type { PlannedRequest } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { PATHS } from './paths.ts'
import { operationsOf, request } from './request.ts'
import { usableChannels } from './subscription-body.ts'

/** An identify event: the profile first, then its consent, if the event decides about it. */
export function planIdentify(planning: Planning): readonly PlannedRequest[] {
  const { event, settings, notes, messageId } = planning
  const reading = readIdentify(event, settings, notes)
  const profile = mapProfile(reading, planning, false)
  const importProfile = request(operationsOf(settings).importProfile, PATHS.importProfile, {
    body: importBody(profile),
    messageId,
  })
  const consent = reading.values[PLACES.subscribe] === undefined ? undefined : planConsent(profile, reading, planning)
  return consent === undefined ? [importProfile] : [importProfile, consent]
}

function importBody({ id, attributes, patch }: MappedProfile): JsonObject {
  const data: Filling = id === undefined ? { type: 'profile', attributes } : { type: 'profile', id, attributes }
  if (patch !== undefined) data['meta'] = { patch_properties: patch }
  return { data }
}

function planConsent(profile: MappedProfile, reading: Reading, planning: Planning): PlannedRequest | undefined {
  const { settings, notes } = planning
  const listId = textAt(reading, PLACES.listId) ?? settings.listId
  if (reading.values[PLACES.subscribe] === false) {
    if (listId === undefined) {
      notes.issues.push({
        path: 'traits.properties.listId',
        code: 'NO_LIST',
        message:
          'Unsubscribing needs a list: set `traits.properties.listId`, or the option `listId`. Without one Klaviyo would act on the whole account.',
      })
    }
    return planUnsubscribe(profile, listId, planning)
  }
  if (listId === undefined) {
    notes.warnings.push({
      path: 'traits.properties.listId',
      code: 'NO_LIST',
      message:
        'Nobody is subscribed, the profile alone is updated: no list. Set `traits.properties.listId`, or the option `listId`.',
    })
    return undefined
  }
  const consent = mapConsent(reading, planning, notes, IDENTIFY_CONTROL_ROWS.consent.from)
  const path = consent.path ?? 'traits.properties.consent'
  const channels = usableChannels(consent.channels, profile, path, notes)
  if (channels.length === 0) {
    const message = `Nobody is subscribed, the profile alone is updated. ${noConsentMessage(consent, profile)}`
    notes.warnings.push({ path, code: 'NO_CONSENT', message })
    return undefined
  }
  return planSubscribe(profile, listId, { channels, time: textAt(reading, PLACES.time) }, planning)
}
