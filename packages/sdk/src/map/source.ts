import type { Json } from '../event/json.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import { trimmed } from '../event/trimmed.ts'
import type { Notes } from '../event/notes.ts'
import type { Settings } from '../validate/settings.ts'
import { COERCIONS, COERCION_TAKES, type CoercedValues, type Coercion, type CoercionName } from './coerce.ts'
import type { FieldRow } from './mapping-table.ts'

/** A row with its paths split, once, at load. */
export interface CompiledRow<Name extends CoercionName = CoercionName> {
  readonly row: FieldRow<Name>
  readonly coerce: Coercion<Name>
  readonly paths: readonly { readonly path: string; readonly keys: readonly string[] }[]
}

/** Splits the paths of a row. With `sources`, these instead of those of the row. */
export function compileRow<Name extends CoercionName>(
  row: FieldRow<Name>,
  sources: readonly string[] = row.from,
): CompiledRow<Name> {
  return { row, coerce: COERCIONS[row.as], paths: sources.map((path) => ({ path, keys: path.split('.') })) }
}

/** A usable value and where it came from. */
export interface Found<Name extends CoercionName = CoercionName> {
  readonly value: CoercedValues[Name]
  readonly path: string
}

/** The value at a path of an event, `undefined` when there is none. Paths come from the tables: none is a name that objects inherit. */
export function valueAt(event: EventRecord, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = event
  for (const key of keys) {
    if (!isRecord(value)) return undefined
    value = value[key]
  }
  return value
}

/** Absent, `null` or blank: the next source is tried without a word. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && trimmed(value) === '')
}

/** The first usable source of a row; every source before it that had a value is warned about. */
export function firstUsable<Name extends CoercionName>(
  compiled: CompiledRow<Name>,
  event: EventRecord,
  settings: Settings,
  notes: Notes,
): Found<Name> | undefined {
  for (const { path, keys } of compiled.paths) {
    const value = valueAt(event, keys)
    if (isEmpty(value)) continue
    const usable = compiled.coerce(value, settings)
    if (usable !== undefined) return { value: usable, path }
    warnNotUsable(compiled.row.as, path, notes)
  }
  return undefined
}

function warnNotUsable(as: CoercionName, path: string, notes: Notes): void {
  notes.warnings.push(
    as === 'phone'
      ? {
          path,
          code: 'PHONE_NOT_USABLE',
          message: `\`${path}\` cannot be brought to E.164 and was left out: give it with + and country code, or set \`defaultCountry\`.`,
        }
      : { path, code: 'NOT_USABLE', message: `\`${path}\` is not ${COERCION_TAKES[as]} and was left out.` },
  )
}
