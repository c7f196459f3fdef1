import type { Json, JsonObject } from '../event/json.ts'
import { isList, isRecord, type EventRecord } from '../event/record.ts'

/** The traits that a tracking plan describes, and where each stands in the event. */
export interface PlannedTraits {
  readonly values: JsonObject
  readonly pathOf: (keys: readonly string[]) => string
}

/** They say who the person is: an event that has these alone states no traits. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['userId', 'anonymousId', 'email', 'phone', '_kx'])
/** What `traits.properties` says about consent is no trait. */
const CONTROLS: ReadonlySet<string> = new Set(['subscribe', 'listId', 'consent'])

/** The traits of an event, those of `context.traits` winning as in the mapping; `undefined` when it states none. */
export function plannedTraits(event: EventRecord): PlannedTraits | undefined {
  const { context, traits } = event
  const inContext = isRecord(context) && isRecord(context['traits']) ? context['traits'] : {}
  const all: JsonObject = { ...(isRecord(traits) ? traits : undefined), ...inContext }
  const patched = patchedNames(event)
  const entries = Object.entries(all).flatMap(([key, value]): (readonly [string, Json])[] => {
    const kept = key === 'properties' && isRecord(value) ? withoutControls(value) : value
    return kept === undefined || patched.has(key) ? [] : [[key, kept]]
  })
  if (entries.every(([key]) => IDENTIFIERS.has(key))) return undefined
  return {
    values: Object.fromEntries(entries),
    pathOf: ([key = '', ...rest]) =>
      [Object.hasOwn(inContext, key) || !isRecord(traits) ? 'context.traits' : 'traits', key, ...rest].join('.'),
  }
}

function withoutControls(properties: JsonObject): JsonObject | undefined {
  const rest = Object.entries(properties).filter(([key]) => !CONTROLS.has(key))
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

/** A value to append or to take away is an item, not the value of the trait. */
function patchedNames({ integrations }: EventRecord): ReadonlySet<Json> {
  const entries = isRecord(integrations) ? Object.entries(integrations) : []
  const options = entries.find(([key]) => key.toLowerCase() === 'klaviyo')?.[1]
  if (!isRecord(options)) return new Set()
  return new Set(
    ['fieldsToAppend', 'fieldsToUnappend'].flatMap((option) => {
      const names = options[option]
      return isList(names) ? names : names === undefined ? [] : [names]
    }),
  )
}
