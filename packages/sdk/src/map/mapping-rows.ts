import type { EventType } from '../event/event.ts'
import { REVISIONS, type Revision } from '../revision.ts'
import { PROFILE_ID_SOURCE } from './klaviyo-profile-id.ts'
import type { FieldRow } from './mapping-table.ts'
import { EXCLUDED_PROPERTIES, METRIC_NAME_SOURCES, METRIC_ROWS } from './metric.ts'
import { PROFILE_ROWS } from './profile.ts'
import { GROUP_CONTROL_ROWS, IDENTIFY_CONTROL_ROWS } from './subscription.ts'

/**
 * One row of the mapping as it is shown: a Klaviyo field, its sources in order of precedence, and how they are read.
 * @example const shown = ({ to, from }: MappingRow) => `${to} ← ${from.join(', ')}`
 */
export interface MappingRow {
  /** The types of event that the row serves. */
  readonly types: readonly EventType[]
  /** The path in the Klaviyo request, for example `data.attributes.email`. */
  readonly to: string
  /** Paths in the RudderStack event; the first usable one wins. Empty where the value is always the same. */
  readonly from: readonly string[]
  /** How the value is read, for example `string`, `email`, `phone`, or `"profile"` where it is always that text. */
  readonly as: string
  /** The revisions that have the field. */
  readonly revisions: readonly Revision[]
}

// Object.keys gives string[]; the keys of REVISIONS are the revisions.
const EVERY_REVISION = Object.keys(REVISIONS) as Revision[]
const EVENTS = ['track', 'screen'] as const

/** Where the profile stands in the request of each kind of event. */
const PROFILE_PATHS = {
  identify: 'data',
  events: 'data.attributes.profile.data',
  group: 'data.attributes.profiles.data[0]',
} as const

/** The paths of the consent of a profile in a subscription. */
const MEMBER = PROFILE_PATHS.group

function shown(types: readonly EventType[], prefix: string, row: FieldRow, lastResort = false): MappingRow {
  const from = lastResort ? [...row.from, ...(row.lastResort ?? [])] : row.from
  return { types, to: `${prefix}.${row.to}`, from, as: row.as, revisions: row.revisions ?? EVERY_REVISION }
}

function fixed(types: readonly EventType[], to: string, value: string): MappingRow {
  return { types, to, from: [], as: JSON.stringify(value), revisions: EVERY_REVISION }
}

function special(types: readonly EventType[], to: string, from: readonly string[], as: string): MappingRow {
  return { types, to, from, as, revisions: EVERY_REVISION }
}

const TRAITS = ['context.traits.*', 'traits.*'] as const

/**
 * Every row of the mapping, made of the tables that do the mapping: what the `mapping` query, `explain` and the page of
 * the documentation show.
 * @example const emails = mappingRows.filter(({ to }) => to.endsWith('.email'))
 */
export const mappingRows: readonly MappingRow[] = [
  fixed(['identify'], 'data.type', 'profile'),
  special(['identify'], `${PROFILE_PATHS.identify}.id`, [PROFILE_ID_SOURCE], 'string'),
  ...PROFILE_ROWS.map((row) => shown(['identify'], `${PROFILE_PATHS.identify}.attributes`, row)),
  special(['identify'], `${PROFILE_PATHS.identify}.attributes.properties`, TRAITS, 'custom properties'),
  special(['identify'], 'operation (subscribe or unsubscribe)', IDENTIFY_CONTROL_ROWS.subscribe.from, 'boolean'),
  special(
    ['identify'],
    'data.relationships.list.data.id',
    [...IDENTIFY_CONTROL_ROWS.listId.from, 'option listId'],
    'string',
  ),
  special(
    ['identify'],
    `${MEMBER}.attributes.subscriptions`,
    [...IDENTIFY_CONTROL_ROWS.consent.from, 'option consent'],
    'channels',
  ),

  fixed(EVENTS, 'data.type', 'event'),
  fixed(EVENTS, 'data.attributes.metric.data.type', 'metric'),
  special(['track'], 'data.attributes.metric.data.attributes.name', METRIC_NAME_SOURCES.track, 'metric name'),
  special(['screen'], 'data.attributes.metric.data.attributes.name', METRIC_NAME_SOURCES.screen, 'metric name'),
  special(
    EVENTS,
    'data.attributes.properties',
    ['properties.*'],
    `event properties, without ${[...EXCLUDED_PROPERTIES].join(', ')}`,
  ),
  ...Object.values(METRIC_ROWS).map((row) => shown(EVENTS, 'data.attributes', row)),
  fixed(EVENTS, `${PROFILE_PATHS.events}.type`, 'profile'),
  special(EVENTS, `${PROFILE_PATHS.events}.id`, [PROFILE_ID_SOURCE], 'string'),
  ...PROFILE_ROWS.map((row) => shown(EVENTS, `${PROFILE_PATHS.events}.attributes`, row, true)),
  special(EVENTS, `${PROFILE_PATHS.events}.attributes.properties`, TRAITS, 'custom properties'),

  fixed(['group'], 'data.type', 'profile-subscription-bulk-create-job'),
  special(['group'], 'operation (subscribe or unsubscribe)', GROUP_CONTROL_ROWS.subscribe.from, 'boolean'),
  shown(['group'], 'data.attributes', GROUP_CONTROL_ROWS.customSource),
  fixed(['group'], `${MEMBER}.type`, 'profile'),
  special(['group'], `${MEMBER}.id`, [PROFILE_ID_SOURCE], 'string'),
  ...PROFILE_ROWS.filter((row) => row.to === 'email' || row.to === 'phone_number').map((row) =>
    shown(['group'], `${MEMBER}.attributes`, row),
  ),
  special(
    ['group'],
    `${MEMBER}.attributes.subscriptions`,
    [...GROUP_CONTROL_ROWS.consent.from, 'option consent'],
    'channels',
  ),
  fixed(['group'], 'data.relationships.list.data.type', 'list'),
  shown(['group'], 'data', GROUP_CONTROL_ROWS.listId),
]
