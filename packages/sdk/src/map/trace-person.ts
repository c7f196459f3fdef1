import { newNotes } from '../event/notes.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import { hasField } from '../revision.ts'
import type { Settings } from '../validate/settings.ts'
import { klaviyoProfileId, PROFILE_ID_SOURCE } from './klaviyo-profile-id.ts'
import type { FieldRow } from './mapping-table.ts'
import { PROFILE_ROWS } from './profile.ts'
import { readIdentify } from './read-event.ts'
import { leftOut, traceField, type FieldTrace } from './trace.ts'

const IDENTIFIERS: ReadonlySet<string> = new Set(['email', 'phone_number', 'external_id', '_kx', 'anonymous_id'])

/** The traces of the profile of an event; `path` is where the profile stands in the request. */
export function tracePerson(
  { path, rows, hasProperties }: { path: string; rows: readonly FieldRow[]; hasProperties: boolean },
  event: EventRecord,
  settings: Settings,
): readonly FieldTrace[] {
  const id = klaviyoProfileId(event, settings)
  const traces = rows.map((row) => ({ row, trace: traceRow(row, event, settings) }))
  // As planning does: a user id identifies the event also where the option `enforceEmailAsPrimary` does not send it.
  const isIdentified = id !== undefined || rows.some((row) => identifies(row, event, settings))
  const fields = traces.map(({ row, trace }) => {
    if (row.lastResort === undefined || !hasProperties) return trace
    const resort = traceField({ to: row.to, from: row.lastResort, as: row.as }, event, settings)
    if (resort === undefined) return trace
    const read = isIdentified
      ? leftOut(resort, 'is read only if nothing else identifies the event: it may belong to somebody else.')
      : resort
    return { ...read, passedOver: [...(trace?.passedOver ?? []), ...read.passedOver], ...source(trace) }
  })
  return [
    ...(id === undefined ? [] : [{ to: `${path}.id`, source: PROFILE_ID_SOURCE, value: id, passedOver: [] }]),
    ...fields.flatMap((trace) => (trace === undefined ? [] : [{ ...trace, to: `${path}.attributes.${trace.to}` }])),
  ]
}

function identifies(row: FieldRow, event: EventRecord, settings: Settings): boolean {
  if (!IDENTIFIERS.has(row.to) || !hasField(row.revisions, settings.revision)) return false
  return traceField(row, event, settings)?.source !== undefined
}

const source = (trace: FieldTrace | undefined) =>
  trace?.source === undefined
    ? {}
    : { source: trace.source, ...(trace.value === undefined ? {} : { value: trace.value }) }

function traceRow(row: FieldRow, event: EventRecord, settings: Settings): FieldTrace | undefined {
  const trace = traceField(row, event, settings)
  if (trace === undefined) return undefined
  if (!hasField(row.revisions, settings.revision))
    return leftOut(trace, `was left out: revision ${settings.revision} has no field for it.`)
  if (row.to === 'external_id' && settings.enforceEmailAsPrimary) {
    return leftOut(trace, 'becomes the custom property `_id`: the option `enforceEmailAsPrimary` is set.')
  }
  return trace
}

/** The rows of a group event's member: other traits are not sent. */
export const MEMBER_ROWS: readonly FieldRow[] = PROFILE_ROWS.filter(
  (row) => row.to === 'email' || row.to === 'phone_number',
)

/** The paths of the traits that become custom properties. */
export function customPropertyPaths(event: EventRecord, settings: Settings): readonly string[] {
  const { context } = event
  const inContext = isRecord(context) && isRecord(context['traits']) ? context['traits'] : {}
  const isGiven = (key: string) =>
    Object.hasOwn(inContext, key) && inContext[key] !== null && inContext[key] !== undefined
  return Object.keys(readIdentify(event, settings, newNotes()).custom ?? {}).map(
    (key) => `${isGiven(key) ? 'context.traits' : 'traits'}.${quoted(key)}`,
  )
}

/** A key that holds a dot is quoted, so that the path can be read. */
const quoted = (key: string) => (key.includes('.') ? JSON.stringify(key) : key)
