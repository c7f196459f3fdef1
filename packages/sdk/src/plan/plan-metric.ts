import type { JsonObject } from '../event/json.ts'
import { mapMetric, metricName, warnAboutName, type MetricType } from '../map/map-metric.ts'
import { mapProfile, type MappedProfile } from '../map/map-profile.ts'
import { readMetric } from '../map/read-event.ts'
import type { PlannedRequest } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { PATHS } from './paths.ts'
import { operationsOf, request } from './request.ts'
import { REVISIONS } from '../revision.ts'

/** A track, screen or page event: one Klaviyo event. It never changes consent, whatever its traits repeat. */
export function planMetric(planning: Planning, type: MetricType): readonly PlannedRequest[] {
  const { event, settings, notes, messageId } = planning
  const reading = readMetric(event, settings, notes)
  const attributes = mapMetric(reading, notes)
  const profile = mapProfile(reading, planning, true)
  const name = metricName(event, type)
  warnAboutName(event, type, notes)
  if (settings.backfill && !REVISIONS[settings.revision].hasBackfill) {
    notes.issues.push({
      path: '',
      code: 'NOT_IN_REVISION',
      message: `The option \`backfill\` is set, and revision ${settings.revision} does not have it. Set \`revision\` to a newer one, or leave the option out.`,
    })
  }
  // Validation has made an issue of a missing name.
  if (name === undefined) return []
  attributes['metric'] = { data: { type: 'metric', attributes: { name } } }
  attributes['profile'] = { data: profileData(profile) }
  return [
    request(operationsOf(settings).createEvent, PATHS.createEvent, {
      body: { data: { type: 'event', attributes } },
      messageId,
    }),
  ]
}

function profileData({ id, attributes, patch }: MappedProfile): JsonObject {
  const all = patch === undefined ? attributes : { ...attributes, meta: { patch_properties: patch } }
  return id === undefined ? { type: 'profile', attributes: all } : { type: 'profile', id, attributes: all }
}
