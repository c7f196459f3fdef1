import { isRecord, type EventRecord } from '../event/record.ts'

/** What `integrations` of an event says about this destination. */
export interface Destination {
  readonly enabled: boolean
  /** `integrations.Klaviyo` when it is an object: options for this one event. */
  readonly options: EventRecord
  /** The key as the event spells it, for messages; `Klaviyo` when it has none. */
  readonly key: string
}

/** The options of an event that has none. */
export const NO_OPTIONS: EventRecord = {}
const EVERYWHERE: Destination = { enabled: true, options: NO_OPTIONS, key: 'Klaviyo' }

/** `Klaviyo: false`, or `All: false` without `Klaviyo`, switches the destination off. The case of the keys does not matter. */
export function destinationOf(event: EventRecord): Destination {
  const integrations = event['integrations']
  if (!isRecord(integrations)) return EVERYWHERE
  let isAllOff = false
  for (const key of Object.keys(integrations)) {
    const value = integrations[key]
    const name = key.toLowerCase()
    if (name === 'klaviyo' && value !== undefined && value !== null) {
      return { enabled: value !== false, options: isRecord(value) ? value : NO_OPTIONS, key }
    }
    if (name === 'all' && value === false) isAllOff = true
  }
  return isAllOff ? { ...EVERYWHERE, enabled: false } : EVERYWHERE
}
