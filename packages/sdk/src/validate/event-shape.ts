import * as z from 'zod/mini'
import type { EventType } from '../event/event.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import { decisionFault, groupIdFault, metricNameFault, type Fault } from './required-fields.ts'

/** The types that are read: those with a counterpart in Klaviyo, and `page`, which the option `pageAsTrack` maps. */
export type ReadType = EventType | 'page'

const isOptionalRecord = (value: unknown): boolean => value === undefined || value === null || isRecord(value)
const isOptionalList = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value)

// `z.custom` looks and does not copy: an event can be large, and keys such as `__proto__` must not be touched.
const record = z.optional(z.custom<unknown>(isOptionalRecord, 'is not an object'))
const list = z.optional(z.custom<unknown>(isOptionalList, 'is not a list'))
const required = (faultOf: (value: unknown) => Fault | undefined) =>
  z.unknown().check(
    z.superRefine((value, ctx) => {
      const fault = faultOf(value)
      if (fault !== undefined) ctx.addIssue({ code: 'custom', message: fault.message, params: { code: fault.code } })
    }),
  )

const common = {
  context: z.nullish(
    z.looseObject({ traits: record, address: record, location: record, externalId: list }, 'is not an object'),
  ),
  traits: record,
  properties: record,
  integrations: record,
}

/** A screen is named by `event`, else by `name`; the fault is told of the one that is there. */
function screenNameFault(first: unknown, name: unknown): (Fault & { readonly path: 'event' | 'name' }) | undefined {
  const fault = metricNameFault(first, 'event')
  const nameFault = metricNameFault(name, 'name')
  if (fault === undefined || nameFault === undefined) return undefined
  return isGiven(first) && !isGiven(name) ? { path: 'event', ...fault } : { path: 'name', ...nameFault }
}
const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** A page may have no name; one that is there must be a name, or pages of two names could become one metric. */
function pageNameFault(name: unknown): Fault | undefined {
  const fault = isGiven(name) ? metricNameFault(name, 'name') : undefined
  return fault?.code === 'REQUIRED' ? undefined : fault
}

/** The shape of each type of event: containers, and the fields that it cannot do without. All other keys are free. */
export const EVENT_SCHEMAS: Record<ReadType, z.ZodMiniType> = {
  identify: z.looseObject(common),
  track: z.looseObject({ ...common, event: required((value) => metricNameFault(value, 'event')) }),
  screen: z.looseObject(common).check(
    z.superRefine((event, ctx) => {
      const fault = screenNameFault(event['event'], event['name'])
      if (fault !== undefined) {
        ctx.addIssue({ code: 'custom', path: [fault.path], message: fault.message, params: { code: fault.code } })
      }
    }),
  ),
  page: z.looseObject({ ...common, name: z.optional(required(pageNameFault)) }),
  group: z.looseObject({
    ...common,
    groupId: required(groupIdFault),
    traits: z.looseObject({ subscribe: required(decisionFault) }, 'is not an object'),
  }),
}

/**
 * Whether an event has the shape of its type: the same answer as `EVENT_SCHEMAS[type]`, without its cost. Only a no
 * makes the schema run, for issues with paths.
 */
export function isWellFormed(event: EventRecord, type: ReadType): boolean {
  const { context, traits, properties, integrations } = event
  if (!isOptionalRecord(traits) || !isOptionalRecord(properties) || !isOptionalRecord(integrations)) return false
  if (context !== undefined && context !== null) {
    if (!isRecord(context)) return false
    const { traits: person, address, location, externalId } = context
    if (!isOptionalRecord(person) || !isOptionalRecord(address) || !isOptionalRecord(location)) return false
    if (!isOptionalList(externalId)) return false
  }
  switch (type) {
    case 'identify':
      return true
    case 'page':
      return pageNameFault(event['name']) === undefined
    case 'track':
      return metricNameFault(event['event'], 'event') === undefined
    case 'screen':
      return screenNameFault(event['event'], event['name']) === undefined
    case 'group':
      return (
        groupIdFault(event['groupId']) === undefined &&
        isRecord(traits) &&
        decisionFault(traits['subscribe']) === undefined
      )
  }
}
