import type { Json } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import type { CoercedValues, CoercionName } from './coerce.ts'
import type { FieldRow } from './mapping-table.ts'
import { METRIC_ROWS } from './metric.ts'
import { PROFILE_ROWS } from './profile.ts'
import type { Reading } from './reading.ts'
import { compileRow, type CompiledRow } from './source.ts'
import { IDENTIFY_CONTROL_ROWS } from './subscription.ts'

/** A row, and where its value goes in a reading. */
export interface Slot {
  readonly index: number
  readonly compiled: CompiledRow
  /** Converts a value; `undefined` when it is not usable. */
  coerce(value: Json, settings: Settings): Json | undefined
  /** Puts what `coerce` gave into the reading. A method, so that each slot may take what its own coercion gives. */
  put(reading: Reading, value: Json): void
}

/** Puts a value into a reading. */
type Put<Value> = (reading: Reading, value: Value) => void

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

function slot<Name extends CoercionName>(row: FieldRow<Name>, put: Put<CoercedValues[Name]>): Omit<Slot, 'index'> {
  const compiled = compileRow(row)
  return { compiled, coerce: compiled.coerce, put }
}

function profilePut(to: string): Put<string> {
  const put = PROFILE_PUTS[to]
  if (put === undefined) throw new Error(`the row ${to} of the mapping has no place in a reading`)
  return put
}

/** Consent is read when an identify event is planned. Here it is noted, and its sources do not become custom properties. */
function control(row: FieldRow, put: Put<unknown>): Omit<Slot, 'index'> {
  return { compiled: compileRow(row), coerce: (value) => value, put }
}

/** Every row that reads an identify, track, screen or page event. A slot is known by its index. */
export const SLOTS: readonly Slot[] = [
  ...PROFILE_ROWS.map((row) => slot(row, profilePut(row.to))),
  control(IDENTIFY_CONTROL_ROWS.subscribe, (reading) => void (reading.hasDecision = true)),
  control(IDENTIFY_CONTROL_ROWS.listId, () => undefined),
  control(IDENTIFY_CONTROL_ROWS.consent, () => undefined),
  slot(METRIC_ROWS.time, (reading, value) => void (reading.time = value)),
  slot(METRIC_ROWS.value, (reading, value) => void (reading.value = value)),
  slot(METRIC_ROWS.valueCurrency, (reading, value) => void (reading.valueCurrency = value)),
  slot(METRIC_ROWS.uniqueId, (reading, value) => void (reading.uniqueId = value)),
].map((parts, index) => ({ ...parts, index }))
