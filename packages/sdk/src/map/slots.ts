import type { Json } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import type { CoercionName } from './coerce.ts'
import type { FieldRow } from './mapping-table.ts'
import { METRIC_ROWS } from './metric.ts'
import { PLACES } from './places.ts'
import { PROFILE_ROWS } from './profile.ts'
import { compileRow, type CompiledRow } from './source.ts'
import { GROUP_CONTROL_ROWS, IDENTIFY_CONTROL_ROWS } from './subscription.ts'

/** What a slot is about: what is not usable there is told only where it would have mattered. */
export type SlotPart = 'profile' | 'metric' | 'decision' | 'subscription'

/** A row, and where its value goes in a reading. */
export interface Slot {
  readonly place: number
  readonly part: SlotPart
  readonly compiled: CompiledRow
  /** Whether the row is read as a plain text, as most are: the reader does that itself. */
  readonly isText: boolean
  /** Converts a value; `undefined` when it is not usable. */
  coerce(value: Json, settings: Settings): Json | undefined
}

function slot<Name extends CoercionName>(part: SlotPart, row: FieldRow<Name>, place: number | undefined): Slot {
  if (place === undefined) throw new Error(`the row ${row.to} of the mapping has no place in a reading`)
  const compiled = compileRow(row)
  return { place, part, compiled, isText: row.as === 'string', coerce: compiled.coerce }
}

const placeOf = new Map<string, number>(Object.entries(PLACES))
const profileSlot = (row: (typeof PROFILE_ROWS)[number]): Slot => slot('profile', row, placeOf.get(row.to))
const timeSlot = slot('metric', METRIC_ROWS.time, PLACES.time)

/** The slots of what an event says about consent: rows with other sources, the same places. */
function consentSlots(rows: typeof IDENTIFY_CONTROL_ROWS | typeof GROUP_CONTROL_ROWS): readonly Slot[] {
  return [
    slot('decision', rows.subscribe, PLACES.subscribe),
    slot('subscription', rows.listId, PLACES.listId),
    slot('subscription', rows.consent, PLACES.consent),
  ]
}

/** Every row that reads an identify, track, screen or page event, the profile first. */
export const PERSON_SLOTS: readonly Slot[] = [
  ...PROFILE_ROWS.map(profileSlot),
  ...consentSlots(IDENTIFY_CONTROL_ROWS),
  timeSlot,
  slot('metric', METRIC_ROWS.value, PLACES.value),
  slot('metric', METRIC_ROWS.valueCurrency, PLACES.value_currency),
  slot('metric', METRIC_ROWS.uniqueId, PLACES.unique_id),
]

/** The rows of a profile that a group event reads: who its member is. */
const MEMBER_FIELDS: ReadonlySet<string> = new Set(['email', 'phone_number', 'external_id'])

/** Every row that reads a group event. */
export const GROUP_SLOTS: readonly Slot[] = [
  ...PROFILE_ROWS.filter(({ to }) => MEMBER_FIELDS.has(to)).map(profileSlot),
  ...consentSlots(GROUP_CONTROL_ROWS),
  slot('subscription', GROUP_CONTROL_ROWS.customSource, PLACES.custom_source),
  timeSlot,
]
