import type { EventWarning } from '@rudder-klaviyo/sdk'
import { given, readObject, type JsonRecord, type PathRule } from './argument-event.ts'

/** `properties` of an event with what the argument says beside them: it wins. */
export function placeProperties(
  properties: unknown,
  beside: JsonRecord,
  warnings: EventWarning[],
): { readonly properties: JsonRecord; readonly rules: readonly PathRule[] } {
  const named = given(beside)
  return {
    properties: { ...readObject(properties, 'properties', warnings), ...named },
    rules: [['properties', 'properties'], ...Object.keys(named).map((key): PathRule => [`properties.${key}`, key])],
  }
}
