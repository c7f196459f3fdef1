import type { Json } from '../event/json.ts'
import { isRecord, type EventRecord } from '../event/record.ts'

/** An object that is being filled. Its keys come from the event, so it is only ever written with {@link setKey}. */
export type Filling = Record<string, Json | undefined>

/** Sets a key that comes from an event. `__proto__` is never copied: it would change the object itself. */
export function setKey(target: Filling, key: string, value: Json | undefined): void {
  if (key !== '__proto__') target[key] = value
}

/**
 * Objects become dotted keys, lists stay as they are (Klaviyo's flows loop over items); an empty object stays an empty
 * object. Not recursive, so no nesting is too deep. With `keepNull`, `null` stays (event properties), else it is left out
 * (custom properties, where it would clear the field).
 */
export function flatten(properties: EventRecord, keepNull: boolean): Filling {
  const flat: Filling = {}
  const open: { prefix: string; entries: IterableIterator<[string, Json | undefined]> }[] = [
    { prefix: '', entries: Object.entries(properties).values() },
  ]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const next = level.entries.next()
    if (next.done === true) {
      open.pop()
      continue
    }
    const [key, value] = next.value
    const path = level.prefix + key
    if (isRecord(value) && Object.keys(value).length > 0)
      open.push({ prefix: `${path}.`, entries: Object.entries(value).values() })
    else if (value !== undefined && (value !== null || keepNull)) setKey(flat, path, value)
  }
  return flat
}
