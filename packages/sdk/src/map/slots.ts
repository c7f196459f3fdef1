import type { Json } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import type { CoercedValues, CoercionName, TextCoercion } from './coerce.ts'
import type { FieldRow } from './mapping-table.ts'
import { METRIC_ROWS } from './metric.ts'
import { PROFILE_ROWS } from './profile.ts'
import type { Reading } from './reading.ts'
import { compileRow, type CompiledRow } from './source.ts'
import { GROUP_CONTROL_ROWS, IDENTIFY_CONTROL_ROWS } from './subscription.ts'

/** What a slot is about: what is not usable there is told only where it would have mattered. */
export type SlotPart = 'profile' | 'metric' | 'decision' | 'subscription'

/** A row, and where its value goes in a reading. */
export interface Slot {
  readonly index: number
  readonly part: SlotPart
  readonly compiled: CompiledRow
  /** Converts a value; `undefined` when it is not usable. */
  coerce(value: Json, settings: Settings): Json | undefined
  /** Puts what `coerce` gave into the reading. A method, so that each slot may take what its own coercion gives. */
  put(reading: Reading, value: Json, rank: number): void
}

type SlotParts = Omit<Slot, 'index'>

/** Puts a value into a reading. */
type Put<Value> = (reading: Reading, value: Value, rank: number) => void

// By fixed names: a store by a name in a variable costs several times as much, and this runs for every trait of every event.
const PROFILE_PUTS: Readonly<Record<string, Put<string>>> = {
  email: (reading, value) => void (reading.email = value),
  phone_number: (reading, value) => void (reading.phone = value),
  external_id: (reading, value) => void (reading.externalId = value),
  anonymous_id: (reading, value) => void (reading.anonymousId = value),
  _kx: (reading, value) => void (reading.kx = value),
  first_name: (reading, value) => void (reading.attributes['first_name'] = value),
  last_name: (reading, value) => void (reading.attributes['last_name'] = value),
  title: (reading, value) => void (reading.attributes['title'] = value),
  organization: (reading, value) => void (reading.attributes['organization'] = value),
  image: (reading, value) => void (reading.attributes['image'] = value),
  'location.address1': (reading, value) => void ((reading.location ??= {})['address1'] = value),
  'location.city': (reading, value) => void ((reading.location ??= {})['city'] = value),
  'location.country': (reading, value) => void ((reading.location ??= {})['country'] = value),
  'location.region': (reading, value) => void ((reading.location ??= {})['region'] = value),
  'location.zip': (reading, value) => void ((reading.location ??= {})['zip'] = value),
  'location.timezone': (reading, value) => void ((reading.location ??= {})['timezone'] = value),
  'location.ip': (reading, value) => void ((reading.location ??= {})['ip'] = value),
  'location.longitude': (reading, value) => void ((reading.location ??= {})['longitude'] = value),
  'location.latitude': (reading, value) => void ((reading.location ??= {})['latitude'] = value),
}

function slot<Name extends CoercionName>(
  part: SlotPart,
  row: FieldRow<Name>,
  put: Put<CoercedValues[Name]>,
): SlotParts {
  const compiled = compileRow(row)
  return { part, compiled, coerce: compiled.coerce, put }
}

function profilePut(to: string): Put<string> {
  const put = PROFILE_PUTS[to]
  if (put === undefined) throw new Error(`the row ${to} of the mapping has no place in a reading`)
  return put
}

const profileSlot = (row: FieldRow<TextCoercion>): SlotParts => slot('profile', row, profilePut(row.to))
const timeSlot = slot('metric', METRIC_ROWS.time, (reading, value) => void (reading.time = value))

/** The slots of what an event says about consent: rows with other sources, the same places. */
function consentSlots(rows: typeof IDENTIFY_CONTROL_ROWS | typeof GROUP_CONTROL_ROWS): readonly SlotParts[] {
  return [
    slot('decision', rows.subscribe, (reading, value) => void (reading.subscribe = value)),
    slot('subscription', rows.listId, (reading, value) => void (reading.listId = value)),
    slot('subscription', rows.consent, (reading, values, rank) => {
      reading.consent = { values, path: rows.consent.from[rank] ?? '' }
    }),
  ]
}

const numbered = (parts: readonly SlotParts[]): readonly Slot[] => parts.map((part, index) => ({ ...part, index }))

/** Every row that reads an identify, track, screen or page event, the profile first. */
export const PERSON_SLOTS: readonly Slot[] = numbered([
  ...PROFILE_ROWS.map(profileSlot),
  ...consentSlots(IDENTIFY_CONTROL_ROWS),
  timeSlot,
  slot('metric', METRIC_ROWS.value, (reading, value) => void (reading.metric['value'] = value)),
  slot('metric', METRIC_ROWS.valueCurrency, (reading, value) => void (reading.metric['value_currency'] = value)),
  slot('metric', METRIC_ROWS.uniqueId, (reading, value) => void (reading.metric['unique_id'] = value)),
])

/** The rows of a profile that a group event reads: who its member is. */
const MEMBER_FIELDS: ReadonlySet<string> = new Set(['email', 'phone_number', 'external_id'])

/** Every row that reads a group event. */
export const GROUP_SLOTS: readonly Slot[] = numbered([
  ...PROFILE_ROWS.filter(({ to }) => MEMBER_FIELDS.has(to)).map(profileSlot),
  ...consentSlots(GROUP_CONTROL_ROWS),
  slot('subscription', GROUP_CONTROL_ROWS.customSource, (reading, value) => void (reading.customSource = value)),
  timeSlot,
])
