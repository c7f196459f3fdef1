import type { JsonObject } from '../event/json.ts'
import type { Filling } from '../map/custom-properties.ts'
import type { Destination } from '../map/integrations.ts'
import { mapMetric, type MappedMetric, type MetricType } from '../map/map-metric.ts'
import { mapProfile, type MappedProfile } from '../map/map-profile.ts'
import { readEvent } from '../map/read-event.ts'
import type { PlannedRequest } from './planned-request.ts'
import type { Planning } from './planning.ts'
import { request } from './request.ts'
import { REVISIONS } from '../revision.ts'

/** A track, screen or page event: one Klaviyo event. It never changes consent, whatever its traits repeat. */
export function planMetric(planning: Planning, type: MetricType, destination: Destination): readonly PlannedRequest[] {
  const { event, settings, notes, messageId } = planning
  const reading = readEvent(event, true, settings, notes)
  const context = { event, settings, destination }
  const metric = mapMetric(reading, type, context, notes)
  const profile = mapProfile(reading, context, true, notes)
  if (settings.backfill && !REVISIONS[settings.revision].hasBackfill) {
    notes.issues.push({
      path: '',
      code: 'NOT_IN_REVISION',
      message: `The option \`backfill\` is set, and revision ${settings.revision} does not have it. Set \`revision\` to a newer one, or leave the option out.`,
    })
  }
  if (metric.name === undefined) return []
  const body = eventBody(metric, metric.name, profile, settings.backfill)
  return [request('createEvent', { body, messageId }, settings)]
}

function eventBody(metric: MappedMetric, name: string, profile: MappedProfile, backfill: boolean): JsonObject {
  const { properties, time, value, valueCurrency, uniqueId } = metric
  const attributes: Filling = {}
  attributes['properties'] = properties
  if (time !== undefined) attributes['time'] = time
  if (value !== undefined) attributes['value'] = value
  if (valueCurrency !== undefined) attributes['value_currency'] = valueCurrency
  if (uniqueId !== undefined) attributes['unique_id'] = uniqueId
  if (backfill) attributes['backfill'] = true
  attributes['metric'] = { data: { type: 'metric', attributes: { name } } }
  attributes['profile'] = { data: profileData(profile) }
  return { data: { type: 'event', attributes } }
}

function profileData({ id, attributes, patch }: MappedProfile): JsonObject {
  const all = patch === undefined ? attributes : { ...attributes, meta: { patch_properties: patch } }
  return id === undefined ? { type: 'profile', attributes: all } : { type: 'profile', id, attributes: all }
}
