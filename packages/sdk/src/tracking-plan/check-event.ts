import { isRecord, type EventRecord } from '../event/record.ts'
import { newNotes, type Notes } from '../event/notes.ts'
import { trimmed } from '../event/trimmed.ts'
import { closestName } from '../validate/closest-name.ts'
import type { ReadType } from '../validate/event-shape.ts'
import { plannedTraits } from './planned-traits.ts'
import type { AnyTrackingPlan } from './tracking-plan.ts'
import { valueFaults } from './value-faults.ts'

/**
 * Holds an event against a tracking plan: the name and the properties of a track event, the person's traits of every
 * event that has some. The event is not changed.
 * @throws {ConfigError} when a schema is asynchronous
 */
export function checkEvent(event: EventRecord, type: ReadType, plan: AnyTrackingPlan): Notes {
  const notes = newNotes()
  if (type === 'track') checkName(event, plan, notes)
  // The traits of a group event belong to the group.
  if (plan.traits !== undefined && type !== 'group') {
    const traits = plannedTraits(event)
    if (traits !== undefined) {
      const { values, pathOf } = traits
      notes.issues.push(...valueFaults(plan.traits, values, { pathOf, what: "the tracking plan's traits" }))
    }
  }
  return notes
}

function checkName(event: EventRecord, plan: AnyTrackingPlan, notes: Notes): void {
  const given = event['event']
  // Validation has said already what is wrong with such a name.
  if (typeof given !== 'string' || trimmed(given) === '') return
  const name = trimmed(given)
  const schema = Object.hasOwn(plan.events, name) ? plan.events[name] : undefined
  if (schema === undefined) {
    noteUnplanned(name, plan, notes)
    return
  }
  const { properties } = event
  const pathOf = (keys: readonly string[]) => ['properties', ...keys].join('.')
  const what = `the tracking plan of "${name}"`
  notes.issues.push(...valueFaults(schema, isRecord(properties) ? properties : {}, { pathOf, what }))
}

function noteUnplanned(name: string, { events, unplanned }: AnyTrackingPlan, notes: Notes): void {
  if (unplanned === 'allow') return
  const closest = closestName(name, Object.keys(events))
  const remedy = closest === undefined ? 'Add it there, or set `unplanned`.' : `Did you mean "${closest}"?`
  const note = {
    path: 'event',
    code: 'NOT_IN_TRACKING_PLAN',
    message: `\`event\` is no name of the tracking plan. ${remedy}`,
  } as const
  if (unplanned === 'warn') notes.warnings.push(note)
  else notes.issues.push(note)
}
