import type { Json } from '../event/json.ts'
import type { Notes } from '../event/notes.ts'
import { isList, isRecord, type EventRecord } from '../event/record.ts'

/** What Klaviyo keeps of an object of properties (its page on the ingestion of events). More is sent all the same. */
export const KLAVIYO_LIMITS = { propertyCount: 300, listItemCount: 4_000, levelCount: 10, textBytes: 100_000 } as const

/** Beyond this a program that writes the JSON again may run out of stack: such an event is refused. */
const MAX_LEVEL_COUNT = 500

/** Whether a limit can concern a value at all: most values are short texts and numbers, or short lists of them. */
export function isLimited(value: Json): boolean {
  if (!isList(value)) return isLimitedItem(value)
  if (value.length > KLAVIYO_LIMITS.listItemCount) return true
  for (let index = 0; index < value.length; index++) if (isLimitedItem(value[index])) return true
  return false
}

function isLimitedItem(value: Json | undefined): boolean {
  return typeof value === 'object'
    ? value !== null
    : typeof value === 'string' && value.length > KLAVIYO_LIMITS.textBytes
}

interface Seen {
  levelCount: number
  hasLongList: boolean
  hasLongText: boolean
}

/** Warns, once per rule, where properties go beyond what Klaviyo keeps. */
export function warnAboutLimits(properties: EventRecord, path: string, notes: Notes): void {
  const keys = Object.keys(properties)
  if (keys.length > KLAVIYO_LIMITS.propertyCount) {
    warn(`${keys.length} properties, Klaviyo keeps ${KLAVIYO_LIMITS.propertyCount}`, path, notes)
  }
  const seen: Seen = { levelCount: 1, hasLongList: false, hasLongText: false }
  for (const key of keys) look(properties[key], 1, seen)
  if (seen.hasLongList) warn(`a list of more than ${KLAVIYO_LIMITS.listItemCount} items`, path, notes)
  if (seen.hasLongText) warn(`a text of more than ${KLAVIYO_LIMITS.textBytes} characters`, path, notes)
  if (seen.levelCount > MAX_LEVEL_COUNT) {
    notes.issues.push({
      path,
      code: 'TOO_LONG',
      message: `\`${path}\` is nested deeper than ${MAX_LEVEL_COUNT} levels; Klaviyo keeps ${KLAVIYO_LIMITS.levelCount}. Flatten it.`,
    })
  } else if (seen.levelCount > KLAVIYO_LIMITS.levelCount) {
    warn(`more than ${KLAVIYO_LIMITS.levelCount} levels`, path, notes)
  }
}

function look(value: Json | undefined, level: number, seen: Seen): void {
  if (typeof value === 'string') {
    if (value.length > KLAVIYO_LIMITS.textBytes) seen.hasLongText = true
  } else if (typeof value === 'object' && value !== null) {
    if (level > seen.levelCount) seen.levelCount = level
    if (level > MAX_LEVEL_COUNT) return
    if (isList(value)) {
      if (value.length > KLAVIYO_LIMITS.listItemCount) seen.hasLongList = true
      for (const item of value) look(item, level + 1, seen)
    } else if (isRecord(value)) {
      for (const key of Object.keys(value)) look(value[key], level + 1, seen)
    }
  }
}

function warn(what: string, path: string, notes: Notes): void {
  notes.warnings.push({
    path,
    code: 'OVER_KLAVIYO_LIMIT',
    message: `\`${path}\` holds ${what}; it is sent as it is, and Klaviyo may leave something out.`,
  })
}
