import type { EventRecord } from '../event/record.ts'
import type { ReadType } from '../validate/event-shape.ts'
import type { Settings } from '../validate/settings.ts'
import type { FieldRow } from './mapping-table.ts'
import { METRIC_NAME_SOURCES, METRIC_ROWS } from './metric.ts'
import { PROFILE_ROWS } from './profile.ts'
import { valueAt } from './source.ts'
import { GROUP_CONTROL_ROWS, IDENTIFY_CONTROL_ROWS } from './subscription.ts'
import { traceField, type FieldTrace, type PassedOver } from './trace.ts'
import { customPropertyPaths, MEMBER_ROWS, tracePerson } from './trace-person.ts'

/** How an event is mapped: per Klaviyo field the source that won, those passed over and why. */
export interface FieldsExplained {
  /** The fields that have a source in the event, in the order of the mapping. */
  readonly fields: readonly FieldTrace[]
  /** Paths of the traits that become custom properties of the profile. */
  readonly customProperties: readonly string[]
}

/** Explains the fields of an event of a known type, from the rows that map it. Values are always included here. */
export function explainFields(event: EventRecord, type: ReadType, settings: Settings): FieldsExplained {
  switch (type) {
    case 'identify':
      return {
        fields: [
          ...tracePerson({ path: 'data', rows: PROFILE_ROWS, hasProperties: false }, event, settings),
          ...withFlatControls(controls(IDENTIFY_CONTROL_ROWS, event, settings), event),
        ],
        customProperties: customPropertyPaths(event, settings),
      }
    case 'group':
      return {
        fields: [
          ...tracePerson(
            { path: 'data.attributes.profiles.data[0]', rows: MEMBER_ROWS, hasProperties: false },
            event,
            settings,
          ),
          ...controls(GROUP_CONTROL_ROWS, event, settings),
        ],
        customProperties: [],
      }
    case 'track':
    case 'screen':
    case 'page': {
      const name: FieldRow = { to: 'metric.data.attributes.name', from: METRIC_NAME_SOURCES[type], as: 'metricName' }
      const metric = [name, ...Object.values(METRIC_ROWS)].flatMap((row) =>
        traced(row, 'data.attributes', event, settings),
      )
      const person = { path: 'data.attributes.profile.data', rows: PROFILE_ROWS, hasProperties: true }
      return {
        fields: [...metric, ...tracePerson(person, event, settings)],
        customProperties: customPropertyPaths(event, settings),
      }
    }
  }
}

/** Where the fields about consent stand in the request of a subscription. */
export const CONTROL_PATHS = {
  operation: 'operation (subscribe or unsubscribe)',
  'relationships.list.data.id': 'data.relationships.list.data.id',
  subscriptions: 'data.attributes.profiles.data[0].attributes.subscriptions',
  custom_source: 'data.attributes.custom_source',
} as const satisfies Readonly<Record<string, string>>

function isControl(to: string): to is keyof typeof CONTROL_PATHS {
  return Object.hasOwn(CONTROL_PATHS, to)
}

function controlPath(to: string): string {
  return isControl(to) ? CONTROL_PATHS[to] : to
}

function controls(
  rows: Readonly<Record<string, FieldRow>>,
  event: EventRecord,
  settings: Settings,
): readonly FieldTrace[] {
  return Object.values(rows).flatMap((row) => {
    const trace = traceField(row, event, settings)
    return trace === undefined ? [] : [{ ...trace, to: controlPath(row.to) }]
  })
}

function traced(row: FieldRow, prefix: string, event: EventRecord, settings: Settings): readonly FieldTrace[] {
  const trace = traceField(row, event, settings)
  return trace === undefined ? [] : [{ ...trace, to: `${prefix}.${trace.to}` }]
}

const FLAT_CONTROLS = ['context.traits.subscribe', 'traits.subscribe', 'context.traits.listId', 'traits.listId']

/** In an identify event a flat `subscribe` or `listId` decides nothing: said here, since one would expect it to. */
function withFlatControls(traces: readonly FieldTrace[], event: EventRecord): readonly FieldTrace[] {
  const passedOver: readonly PassedOver[] = FLAT_CONTROLS.filter(
    (path) => valueAt(event, path.split('.')) !== undefined,
  ).map((path) => ({
    path,
    code: 'LEFT_OUT',
    message: `\`${path}\` decides nothing in an identify event and is a custom property; put it into \`traits.properties\`.`,
  }))
  if (passedOver.length === 0) return traces
  const to = CONTROL_PATHS.operation
  const operation = traces.find((trace) => trace.to === to) ?? { to, passedOver: [] }
  return [
    { ...operation, passedOver: [...operation.passedOver, ...passedOver] },
    ...traces.filter((trace) => trace.to !== to),
  ]
}
