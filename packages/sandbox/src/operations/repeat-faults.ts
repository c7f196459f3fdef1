import { pointerTo } from '../json-pointer.ts'
import type { Fault } from '../refusal.ts'
import { IDENTIFIERS } from '../state/profile.ts'
import { resolveProfile } from '../state/resolve-profile.ts'
import type { State } from '../state/state.ts'
import type { EventsOfProfile } from './events.ts'

/** Every event whose `unique_id` its profile and metric have already: in the account, or earlier in the same call. */
export function repeatFaults({ profiles, metrics, events }: State, entries: readonly EventsOfProfile[]): Fault[] {
  const seen = new Set<string>()
  return entries.flatMap(({ profile: { id, attributes }, events: ofProfile }): Fault[] => {
    const { profile } = resolveProfile(profiles, id ?? undefined, attributes)
    // Whoever is new is told apart by the strongest identifier of the entry.
    const strongest = IDENTIFIERS.find((identifier) => attributes[identifier] != null)
    const who = profile?.id ?? [strongest ?? null, attributes[strongest ?? ''] ?? null]
    return ofProfile.flatMap(({ attributes: event, pointer }): Fault[] => {
      const { unique_id: uniqueId } = event
      if (uniqueId == null) return []
      const { name } = event.metric.data.attributes
      const key = JSON.stringify([who, name, uniqueId])
      const metric = metrics.byName(name)
      const isKnown = profile !== undefined && metric !== undefined && events.has({ profile, metric, uniqueId })
      if (!isKnown && !seen.has(key)) {
        seen.add(key)
        return []
      }
      return [{ pointer: pointerTo(pointer, 'unique_id'), detail: 'This unique_id is there already.' }]
    })
  })
}
