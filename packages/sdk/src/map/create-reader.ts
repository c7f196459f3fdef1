import type { Json } from '../event/json.ts'
import type { Notes } from '../event/notes.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { toText } from './coerce.ts'
import { setKey, type Filling } from './custom-properties.ts'
import { isLimited, KLAVIYO_LIMITS } from './klaviyo-limits.ts'
import { compileRoutes, type Routes, type Source } from './mapping-table.ts'
import { EXCLUDED_PROPERTIES } from './metric.ts'
import { PLACE_COUNT, PLACES } from './places.ts'
import { newReading, type Reading } from './reading.ts'
import type { Slot } from './slots.ts'
import { firstUsable } from './source.ts'

type SlotRoutes = Routes<Slot>
type SlotSource = Source<Slot>
type Listed = readonly (readonly [string, SlotSource])[]

/** What a reader keeps beside the fields that rows read. */
export interface ReaderOptions {
  /** Traits that no row reads become custom properties. */
  readonly keepsTraits: boolean
  /** The event becomes a Klaviyo event: its properties are kept, and no decision about consent is followed. */
  readonly isMetric: boolean
}

/** Reads an event in one pass. */
export type Reader = (event: EventRecord, settings: Settings, notes: Notes) => Reading

/**
 * Makes the reader of a table of rows: it looks at each key that is present once, and of each row the usable source that
 * stands first wins. What is not usable is told in the notes.
 */
export function createReader(slots: readonly Slot[], { keepsTraits, isMetric }: ReaderOptions): Reader {
  const routes = compileRoutes(slots.map((slot) => [slot.compiled.row, slot] as const))
  const inTraits = below(routes, 'traits')
  const inContext = below(routes, 'context')
  const inContextTraits = below(inContext, 'traits')
  const inContextAddress = listed(below(inContext, 'address'))
  const inContextLocation = listed(below(inContext, 'location'))
  const inProperties = propertyRoutes(below(routes, 'properties'))
  // In identify, `properties` at the root are read for the profile only; nothing else there means anything.
  const ofProfile = listed(below(routes, 'properties')).filter(([, { target }]) => target.part === 'profile')
  const root = rootSources(routes)
  const ip = inContext.get('ip')?.source

  return (event, settings, notes) => {
    const reading = newReading(settings, keepsTraits)
    const { traits, context, properties } = event
    readRoot(event, root, reading)
    // `traits` before `context.traits`: of a custom property in both, the one of `context.traits` is kept.
    if (isRecord(traits)) readTraits(traits, inTraits, reading)
    if (isRecord(context)) {
      const { traits: person, address, location } = context
      if (ip !== undefined) take(reading, ip, context['ip'])
      if (isRecord(person)) readTraits(person, inContextTraits, reading)
      if (isRecord(address)) readListed(address, inContextAddress, reading)
      if (isRecord(location)) readListed(location, inContextLocation, reading)
    }
    if (isRecord(properties)) {
      if (isMetric) readProperties(properties, inProperties, reading)
      else readListed(properties, ofProfile, reading)
    }
    if (reading.unusable !== undefined) tellUnusable(event, reading, isMetric, notes)
    reading.consentRank = ranks[PLACES.consent] ?? 0
    return reading
  }
}

/**
 * From which source each place was filled: its rank. Meant only where the reading of this event has a value, so nothing
 * has to be cleared between two events. Nothing else runs during a pass, so one table is enough.
 */
const ranks = new Uint8Array(PLACE_COUNT)

const NO_ROUTES: SlotRoutes = new Map()

function below(routes: SlotRoutes, key: string): SlotRoutes {
  return routes.get(key)?.below ?? NO_ROUTES
}

function listed(routes: SlotRoutes): Listed {
  return [...routes].flatMap(([key, { source }]) => (source === undefined ? [] : [[key, source] as const]))
}

const ROOT_KEYS = ['userId', 'anonymousId', 'messageId', 'timestamp', 'originalTimestamp', 'groupId'] as const
type RootSources = Readonly<Record<(typeof ROOT_KEYS)[number], SlotSource | undefined>>

/** The sources at the root. They are read by name, which costs least where one is absent. */
function rootSources(routes: SlotRoutes): RootSources {
  const unread = listed(routes).filter(([key]) => !ROOT_KEYS.some((known) => known === key))
  if (unread.length > 0)
    throw new Error(`the reader does not look for ${unread.map(([key]) => key).join(', ')} at the root`)
  const at = (key: string) => routes.get(key)?.source
  return {
    userId: at('userId'),
    anonymousId: at('anonymousId'),
    messageId: at('messageId'),
    timestamp: at('timestamp'),
    originalTimestamp: at('originalTimestamp'),
    groupId: at('groupId'),
  }
}

function readRoot(event: EventRecord, root: RootSources, reading: Reading): void {
  const { userId, anonymousId, messageId, timestamp, originalTimestamp, groupId } = event
  take(reading, root.userId, userId)
  take(reading, root.anonymousId, anonymousId)
  take(reading, root.messageId, messageId)
  take(reading, root.timestamp, timestamp)
  take(reading, root.originalTimestamp, originalTimestamp)
  take(reading, root.groupId, groupId)
}

/** A closed container: only the listed keys mean something. */
function readListed(container: EventRecord, keys: Listed, reading: Reading): void {
  for (const [key, source] of keys) take(reading, source, container[key])
}

/** An open container: a key that no row reads is a custom property. */
function readTraits(traits: EventRecord, routes: SlotRoutes, reading: Reading): void {
  let count = 0
  for (const key in traits) {
    const value = traits[key]
    if (value === undefined || value === null) continue
    count++
    const route = routes.get(key)
    if (route === undefined) keep(reading, key, value)
    else if (route.source !== undefined) take(reading, route.source, value)
    else {
      const rest = isRecord(value) ? readPart(value, route.below ?? NO_ROUTES, reading) : value
      if (rest !== undefined) keep(reading, key, rest)
    }
  }
  if (count > KLAVIYO_LIMITS.propertyCount) reading.isLimited = true
}

function keep(reading: Reading, key: string, value: Json): void {
  if (!reading.keepsTraits) return
  if (isLimited(value)) reading.isLimited = true
  setKey((reading.custom ??= {}), key, value)
}

/** `address` and `properties` of the traits: what rows read is taken out, what remains is one custom property. */
function readPart(part: EventRecord, routes: SlotRoutes, reading: Reading): Filling | undefined {
  let rest: Filling | undefined
  for (const key in part) {
    const source = routes.get(key)?.source
    if (source !== undefined) take(reading, source, part[key])
    else if (part[key] !== undefined) setKey((rest ??= {}), key, part[key])
  }
  return rest
}

interface PropertyRoute {
  readonly source: SlotSource | undefined
  readonly isKept: boolean
}

/** The keys of `properties` that something is to be done with, beside keeping them. */
function propertyRoutes(routes: SlotRoutes): ReadonlyMap<string, PropertyRoute> {
  const keys = new Set([...routes.keys(), ...EXCLUDED_PROPERTIES])
  return new Map(
    [...keys].map((key) => [key, { source: routes.get(key)?.source, isKept: !EXCLUDED_PROPERTIES.has(key) }]),
  )
}

/** The properties of an event: a key that a row reads stays, unless it is one of those that are read, not kept. */
function readProperties(properties: EventRecord, routes: ReadonlyMap<string, PropertyRoute>, reading: Reading): void {
  let count = 0
  for (const key in properties) {
    const value = properties[key]
    if (value === undefined) continue
    count++
    const route = routes.get(key)
    if (route !== undefined) {
      take(reading, route.source, value)
      if (!route.isKept) continue
    }
    if (isLimited(value)) reading.isLimited = true
    setKey((reading.properties ??= {}), key, value)
  }
  if (count > KLAVIYO_LIMITS.propertyCount) reading.isLimited = true
}

function take(reading: Reading, source: SlotSource | undefined, value: Json | undefined): void {
  if (value === undefined || value === null || value === '' || source === undefined) return
  const { target: slot, rank } = source
  const { place } = slot
  const { values } = reading
  if (values[place] !== undefined && (ranks[place] ?? 0) < rank) return
  const usable = slot.isText ? toText(value) : slot.coerce(value, reading.settings)
  if (usable === undefined) (reading.unusable ??= []).push(slot)
  else {
    ranks[place] = rank
    values[place] = usable
  }
}

/** Rare: a source has a value and is not usable. Going through its row once more tells which, if it came before the winner. */
function tellUnusable(event: EventRecord, reading: Reading, isMetric: boolean, notes: Notes): void {
  const matters = {
    profile: true,
    metric: true,
    decision: !isMetric,
    subscription: !isMetric && reading.values[PLACES.subscribe] !== undefined,
  }
  for (const slot of new Set(reading.unusable)) {
    if (matters[slot.part]) firstUsable(slot.compiled, event, reading.settings, notes)
  }
}
