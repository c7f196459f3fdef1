import type { Json } from '../event/json.ts'
import type { Notes } from '../event/notes.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { setKey, type Filling } from './custom-properties.ts'
import { isLimited, KLAVIYO_LIMITS } from './klaviyo-limits.ts'
import { compileRoutes, type Routes, type Source } from './mapping-table.ts'
import { EXCLUDED_PROPERTIES } from './metric.ts'
import { PROFILE_ROWS } from './profile.ts'
import { newReading, type Reading } from './reading.ts'
import { SLOTS, type Slot } from './slots.ts'
import { firstUsable } from './source.ts'

type SlotRoutes = Routes<Slot>
type SlotSource = Source<Slot>
type Listed = readonly (readonly [string, SlotSource])[]

const ROUTES = compileRoutes(SLOTS.map((slot) => [slot.compiled.row, slot] as const))
const NO_ROUTES: SlotRoutes = new Map()
const below = (routes: SlotRoutes, key: string) => routes.get(key)?.below ?? NO_ROUTES
const listed = (routes: SlotRoutes): Listed =>
  [...routes].flatMap(([key, { source }]) => (source === undefined ? [] : [[key, source] as const]))

const TRAITS = below(ROUTES, 'traits')
const CONTEXT = below(ROUTES, 'context')
const CONTEXT_TRAITS = below(CONTEXT, 'traits')
const CONTEXT_ADDRESS = listed(below(CONTEXT, 'address'))
const CONTEXT_LOCATION = listed(below(CONTEXT, 'location'))
const PROPERTIES = below(ROUTES, 'properties')
/** In identify, `properties` at the root are read for the location only; nothing else there means anything. */
const LISTED_PROPERTIES = listed(PROPERTIES).filter(([, { target }]) => target.index < PROFILE_ROWS.length)

// The root and `context` hold few keys that rows read: they are read by name, which costs least where one is absent.
const USER_ID = sourceOf(ROUTES, 'userId')
const ANONYMOUS_ID = sourceOf(ROUTES, 'anonymousId')
const MESSAGE_ID = sourceOf(ROUTES, 'messageId')
const TIMESTAMP = sourceOf(ROUTES, 'timestamp')
const ORIGINAL_TIMESTAMP = sourceOf(ROUTES, 'originalTimestamp')
const IP = sourceOf(CONTEXT, 'ip')

/** The source that a key is, which some row reads. */
function sourceOf(routes: SlotRoutes, key: string): SlotSource {
  const source = routes.get(key)?.source
  if (source === undefined) throw new Error(`no row of the mapping reads ${key}`)
  return source
}

const NO_RANK = 255
/** The rank of the source that each slot was filled from, during one pass: nothing else runs meanwhile, so one is enough. */
const ranks = new Uint8Array(SLOTS.length)

/**
 * Reads an event in one pass: each key that is present is looked at once, and the usable source that stands first in its
 * row wins. `isMetric`: the event becomes a Klaviyo event (not identify), so all of its properties count.
 */
export function readEvent(event: EventRecord, isMetric: boolean, settings: Settings, notes: Notes): Reading {
  const reading = newReading()
  ranks.fill(NO_RANK)
  const { traits, context, properties, userId, anonymousId, messageId, timestamp, originalTimestamp } = event
  take(reading, USER_ID, userId, settings)
  take(reading, ANONYMOUS_ID, anonymousId, settings)
  take(reading, MESSAGE_ID, messageId, settings)
  take(reading, TIMESTAMP, timestamp, settings)
  take(reading, ORIGINAL_TIMESTAMP, originalTimestamp, settings)
  // `traits` before `context.traits`: of a custom property in both, the one of `context.traits` is kept.
  if (isRecord(traits)) readTraits(traits, TRAITS, reading, settings)
  if (isRecord(context)) {
    const { traits: person, address, location, ip } = context
    take(reading, IP, ip, settings)
    if (isRecord(person)) readTraits(person, CONTEXT_TRAITS, reading, settings)
    if (isRecord(address)) readListed(address, CONTEXT_ADDRESS, reading, settings)
    if (isRecord(location)) readListed(location, CONTEXT_LOCATION, reading, settings)
  }
  if (isRecord(properties)) {
    if (isMetric) readProperties(properties, reading, settings)
    else readListed(properties, LISTED_PROPERTIES, reading, settings)
  }
  // Rare: a source that has a value and is not usable. Going through the row once more says which one, if it came first.
  if (reading.unusable !== undefined)
    for (const row of new Set(reading.unusable)) firstUsable(row, event, settings, notes)
  return reading
}

/** A closed container: only the listed keys mean something. */
function readListed(container: EventRecord, keys: Listed, reading: Reading, settings: Settings): void {
  for (const [key, source] of keys) take(reading, source, container[key], settings)
}

/** An open container: a key that no row reads is a custom property. */
function readTraits(traits: EventRecord, routes: SlotRoutes, reading: Reading, settings: Settings): void {
  let count = 0
  for (const key in traits) {
    const value = traits[key]
    if (value === undefined || value === null) continue
    count++
    const route = routes.get(key)
    if (route === undefined) {
      if (isLimited(value)) reading.isLimited = true
      setKey((reading.custom ??= {}), key, value)
    } else if (route.source !== undefined) take(reading, route.source, value, settings)
    else {
      const rest = isRecord(value) ? readPart(value, route.below ?? NO_ROUTES, reading, settings) : value
      if (rest === undefined) continue
      reading.isLimited = true
      setKey((reading.custom ??= {}), key, rest)
    }
  }
  if (count > KLAVIYO_LIMITS.propertyCount) reading.isLimited = true
}

/** `address` and `properties` of the traits: what rows read is taken out, what remains is one custom property. */
function readPart(part: EventRecord, routes: SlotRoutes, reading: Reading, settings: Settings): Filling | undefined {
  let rest: Filling | undefined
  for (const key in part) {
    const source = routes.get(key)?.source
    if (source !== undefined) take(reading, source, part[key], settings)
    else if (part[key] !== undefined) setKey((rest ??= {}), key, part[key])
  }
  return rest
}

/** The properties of an event: a key that a row reads stays, unless it is one of those that are read, not kept. */
function readProperties(properties: EventRecord, reading: Reading, settings: Settings): void {
  let count = 0
  for (const key in properties) {
    const value = properties[key]
    if (value === undefined) continue
    count++
    const source = PROPERTIES.get(key)?.source
    if (source !== undefined) take(reading, source, value, settings)
    if (EXCLUDED_PROPERTIES.has(key)) continue
    if (isLimited(value)) reading.isLimited = true
    setKey(reading.properties, key, value)
  }
  if (count > KLAVIYO_LIMITS.propertyCount) reading.isLimited = true
}

function take(reading: Reading, { target, rank }: SlotSource, value: Json | undefined, settings: Settings): void {
  if (value === undefined || value === null || value === '' || rank > (ranks[target.index] ?? NO_RANK)) return
  const usable = target.coerce(value, settings)
  if (usable === undefined) (reading.unusable ??= []).push(target.compiled)
  else {
    ranks[target.index] = rank
    target.put(reading, usable)
  }
}
