import { CONTROL_PATHS } from '../map/explain.ts'
import { leftOut, type FieldTrace } from '../map/trace.ts'
import type { Json } from '../event/json.ts'
import type { EventRecord } from '../event/record.ts'
import { isList, isRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { PATHS } from './paths.ts'
import type { Plan } from './planned-request.ts'

const CONTROLS: ReadonlySet<string> = new Set(Object.values(CONTROL_PATHS))
const LIST = CONTROL_PATHS['relationships.list.data.id']
const SUBSCRIPTIONS = CONTROL_PATHS.subscriptions
/** What an unsubscription does not carry, whatever the event says. */
const NOT_IN_UNSUBSCRIBE: ReadonlySet<string> = new Set([
  SUBSCRIPTIONS,
  CONTROL_PATHS.custom_source,
  'data.attributes.profiles.data[0].id',
])

/**
 * Brings the traces of an event in line with its plan: what the plan does not hold did not win, and what an option put
 * there has the option as its source.
 */
export function fitToPlan(fields: readonly FieldTrace[], plan: Plan, settings: Settings): readonly FieldTrace[] {
  if (plan.requests.length === 0) return fields.map((field) => leftOut(field, 'is not sent: the event is filtered.'))
  const subscribe = plan.requests.find(({ path }) => path === PATHS.subscribe)
  const unsubscribe = plan.requests.find(({ path }) => path === PATHS.unsubscribe)
  const consent = subscribe ?? unsubscribe
  if (consent === undefined) {
    return fields.map((field) =>
      CONTROLS.has(field.to) ? leftOut(field, 'is not sent: the event changes no consent.') : field,
    )
  }
  const fitted =
    unsubscribe === undefined
      ? fields
      : fields.map((field) =>
          NOT_IN_UNSUBSCRIBE.has(field.to)
            ? leftOut(field, 'is not sent: an unsubscription does not carry it.')
            : field,
        )
  return withOptions(fitted, consent.body, { hasChannels: subscribe !== undefined, settings })
}

/** Names the option as the source of a list or a consent that no source of the event gave. */
function withOptions(
  fields: readonly FieldTrace[],
  body: EventRecord,
  { hasChannels, settings }: { hasChannels: boolean; settings: Settings },
): readonly FieldTrace[] {
  const list = at(body, ['data', 'relationships', 'list', 'data', 'id'])
  const withList = list === settings.listId ? byOption(fields, LIST, 'option listId', list) : fields
  return hasChannels && settings.consent !== undefined
    ? byOption(withList, SUBSCRIPTIONS, 'option consent', settings.consent)
    : withList
}

function byOption(
  fields: readonly FieldTrace[],
  to: string,
  option: string,
  value: Json | undefined,
): readonly FieldTrace[] {
  const field = fields.find((candidate) => candidate.to === to)
  if (field?.source !== undefined || value === undefined) return fields
  const trace: FieldTrace = { to, source: option, value, passedOver: field?.passedOver ?? [] }
  return field === undefined ? [...fields, trace] : fields.map((candidate) => (candidate === field ? trace : candidate))
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) => (isRecord(inner) && !isList(inner) ? inner[key] : undefined),
    value,
  )
}
