import type { Json } from '../event/json.ts'
import type { EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { COERCIONS, COERCION_TAKES, type CoercionName } from './coerce.ts'
import { isEmpty, valueAt } from './source.ts'

/**
 * Why a source did not win.
 * @example const isWorthALook = (code: PassedOverCode) => code === 'NOT_USABLE'
 */
export type PassedOverCode =
  /** `null` or blank. */
  | 'EMPTY'
  /** Not of the type or format of the field. */
  | 'NOT_USABLE'
  /** An earlier source had a usable value. */
  | 'LATER'
  /** The revision, a setting or a rule leaves it out. */
  | 'LEFT_OUT'

/**
 * A source that had something to say and did not win.
 * @example const shown = ({ path, code }: PassedOver) => `${path}: ${code}`
 */
export interface PassedOver {
  readonly path: string
  readonly code: PassedOverCode
  readonly message: string
}

/**
 * How one Klaviyo field got its value.
 * @example const shown = ({ to, source }: FieldTrace) => `${to} from ${source ?? 'nowhere'}`
 */
export interface FieldTrace {
  /** The path in the Klaviyo request, for example `data.attributes.email`. */
  readonly to: string
  /** The path in the event that won; left out when none did. */
  readonly source?: string
  /** The value that is sent; only with `values: true`, since it can be personal data. */
  readonly value?: Json
  readonly passedOver: readonly PassedOver[]
}

/** What is traced: a field, its sources, how they are read. */
export interface Traced {
  readonly to: string
  readonly from: readonly string[]
  readonly as: CoercionName
}

/** Tries every source of a field, in order. `undefined` when none of them is in the event. */
export function traceField({ to, from, as }: Traced, event: EventRecord, settings: Settings): FieldTrace | undefined {
  const passedOver: PassedOver[] = []
  let won: { source: string; value: Json } | undefined
  for (const path of from) {
    const given = valueAt(event, path.split('.'))
    if (given === undefined) continue
    const value = COERCIONS[as](given, settings)
    if (isEmpty(given)) passedOver.push({ path, code: 'EMPTY', message: `\`${path}\` is null or blank.` })
    else if (value === undefined)
      passedOver.push({ path, code: 'NOT_USABLE', message: `\`${path}\` is not ${COERCION_TAKES[as]}.` })
    else if (won === undefined) won = { source: path, value }
    else
      passedOver.push({ path, code: 'LATER', message: `\`${path}\` stands after \`${won.source}\`, which is usable.` })
  }
  return won === undefined && passedOver.length === 0 ? undefined : { to, ...won, passedOver }
}

/** The same field with its winner taken away, and the reason. */
export function leftOut(trace: FieldTrace, reason: string): FieldTrace {
  const { to, source, passedOver } = trace
  if (source === undefined) return trace
  return { to, passedOver: [{ path: source, code: 'LEFT_OUT', message: `\`${source}\` ${reason}` }, ...passedOver] }
}
