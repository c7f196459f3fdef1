import type { JsonObject } from '../event/json.ts'
import { kindOfOperation } from '../plan/request-kind.ts'
import type { Revision } from '../revision.ts'
import type { BatchEvent } from './batch-event.ts'
import { consentChangeOf, mayBeTogether, type ConsentChange } from './consent-change.ts'
import { eventMember, type EventMember } from './event-member.ts'
import { importMember, loneImport, type ImportMember } from './import-member.ts'
import { merged, newestValues, withNewest, withoutOutdated, type NewestValues } from './newest-values.ts'
import { createPeople, mayBeOf, type Person } from './people.ts'
import { isPatch, profileOf, strongestIdentifier, withProfile, type ProfileWrite } from './profile-write.ts'

/**
 * What a batch is made of. Calls are cut from the members when there is room for one.
 * @example const memberCount = ({ events, imports }: FormedBatch<string>) => events.length + imports.length
 */
export interface FormedBatch<Entry> {
  readonly events: readonly EventMember<Entry>[]
  readonly imports: readonly ImportMember<Entry>[]
  /** Events whose next request changes consent. */
  readonly consents: readonly Entry[]
  /** Events that have to wait until those before them are answered. */
  readonly later: readonly LaterEvent<Entry>[]
  /** Those of one person, for everybody with more than one event. */
  readonly companies: readonly Company<Entry>[]
}

/** The events of one person in a batch. */
export interface Company<Entry> {
  /** Oldest first. */
  readonly entries: readonly Entry[]
  /** The newest values that some of them write. */
  newestOf(entries: ReadonlySet<Entry>): NewestValues
}

/** An event that is not in the batch. */
export interface LaterEvent<Entry> {
  readonly entry: Entry
  /** Whether it is linked to an import of the batch without being mergeable with it, and so has to go alone. */
  readonly isAlone: boolean
}

/** What the next request of an event is, and what else of it matters to others of its person. */
interface Candidate<Entry> {
  readonly event: BatchEvent<Entry>
  readonly position: number
  readonly write: ProfileWrite<Entry> | undefined
  readonly change: ConsentChange | undefined
  readonly hasLookup: boolean
  /** Merged with nothing, and nothing of its person beside it. */
  readonly isSolo: boolean
}

/**
 * Forms a batch of events, given in order: who may go together goes together, and whatever is sent may be processed by
 * Klaviyo in any order.
 *
 * - Events that share identifiers are of one person while no identifier has two values; others wait for the next batch.
 * - Every profile of a person carries the newest value, in the batch, of each field that it writes; none gains a field.
 * - The imports of a person become one, with the newest value of each field, of each leaf of `location` and of each
 *   custom property, if all have the same strongest identifier.
 * - A profile with `patch_properties` is merged with nothing and has its person to itself.
 * - Opposite changes of consent of a person, and different ones about one list, are never in one batch.
 *
 * Pure, and linear in the number of events.
 * @example const { later } = formBatch([{ entry: 1, plan, orderKeys: [], answeredCount: 0, isAlone: false }], plan.revision)
 */
export function formBatch<Entry>(events: readonly BatchEvent<Entry>[], revision: Revision): FormedBatch<Entry> {
  const people = createPeople<Entry>()
  const held = new Set<string>()
  const later: LaterEvent<Entry>[] = []
  const consents: Entry[] = []

  for (const [position, event] of events.entries()) {
    const candidate = candidateOf(event, position, revision)
    const known = people.known(event.orderKeys)
    const isHeld = held.size > 0 && event.orderKeys.some((key) => held.has(key))
    const obstacle = isHeld ? 'order' : obstacleOf(candidate, known)
    if (obstacle === undefined) {
      const person = people.add(event.orderKeys, known[0])
      add(candidate, person)
      if (candidate.write === undefined) consents.push(event.entry)
    } else {
      // What comes later of the same person may not overtake it.
      for (const key of event.orderKeys) held.add(key)
      const isAlone = obstacle === 'identity' && candidate.write?.kind === 'importProfile'
      if (isAlone) for (const person of known) person.isAlone = true
      later.push({ entry: event.entry, isAlone })
    }
  }

  const members: { events: EventMember<Entry>[]; imports: ImportMember<Entry>[] } = { events: [], imports: [] }
  for (const person of people.all) addMembers(person, members)
  return { ...members, consents, later, companies: companiesOf(people.all) }
}

function companiesOf<Entry>(people: readonly Person<Entry>[]): readonly Company<Entry>[] {
  return people
    .filter(({ entries }) => entries.length > 1)
    .map(({ entries, writes }) => ({
      entries,
      newestOf: (wanted) => newestValues(profilesOf(writes.filter(({ entry }) => wanted.has(entry)))),
    }))
}

function candidateOf<Entry>(event: BatchEvent<Entry>, position: number, revision: Revision): Candidate<Entry> {
  let write: ProfileWrite<Entry> | undefined
  let change: ConsentChange | undefined
  let { isAlone: isSolo } = event
  const { requests } = event.plan
  for (let index = event.answeredCount; index < requests.length; index += 1) {
    const request = requests[index]
    const kind = request === undefined ? undefined : kindOfOperation(request.operation, revision)
    if (request === undefined || kind === undefined) continue
    if (kind === 'subscribe' || kind === 'unsubscribe') change = consentChangeOf(kind, request)
    else {
      const profile = profileOf(kind, request)
      // A plan of more than one write is the work of a hook: it goes step by step.
      if (profile === undefined || isPatch(kind, profile) || write !== undefined || change !== undefined) isSolo = true
      write ??= { kind, entry: event.entry, position, request, profile: profile ?? {} }
    }
  }
  const hasLookup = write === undefined && requests[event.answeredCount]?.lookup !== undefined
  return { event, position, write, change, hasLookup, isSolo }
}

/** Why an event cannot be in the batch; `undefined` when it can. */
function obstacleOf<Entry>(
  candidate: Candidate<Entry>,
  known: readonly Person<Entry>[],
): 'order' | 'identity' | undefined {
  const [person, another] = known
  if (person === undefined) return undefined
  if (candidate.isSolo || known.some(({ isClosed }) => isClosed)) return 'order'
  // Who so far were two people may be one, or a clash of identifiers: their values are not mixed.
  if (another !== undefined || !mayBeOf(candidate.event.orderKeys, person)) return 'identity'
  const { write, change } = candidate
  const { importedBy } = person
  if (write?.kind === 'importProfile' && importedBy !== undefined && importedBy !== strongestIdentifier(write.profile))
    return 'identity'
  if (change !== undefined && !person.consents.every((other) => mayBeTogether(change, other))) return 'order'
  // Who is just being imported or seen is looked up when that is done.
  return candidate.hasLookup && person.writes.length > 0 ? 'order' : undefined
}

function add<Entry>(candidate: Candidate<Entry>, person: Person<Entry>): void {
  const { event, write, change, isSolo } = candidate
  person.entries.push(event.entry)
  if (write !== undefined) person.writes.push(write)
  if (write?.kind === 'importProfile') person.importedBy ??= strongestIdentifier(write.profile)
  if (change !== undefined) person.consents.push(change)
  if (isSolo) {
    person.isClosed = true
    person.isAlone = true
  }
}

function addMembers<Entry>(
  person: Person<Entry>,
  members: { readonly events: EventMember<Entry>[]; readonly imports: ImportMember<Entry>[] },
): void {
  const { writes } = person
  const newest = writes.length > 1 ? newestValues(profilesOf(writes)) : undefined
  const fresh = ({ profile }: ProfileWrite<Entry>) => (newest === undefined ? profile : withNewest(profile, newest))
  const imports: ProfileWrite<Entry>[] = []
  for (const write of writes) {
    if (write.kind === 'importProfile') imports.push(write)
    else {
      const parts = {
        profile: fresh(write),
        isAlone: person.isClosed,
        person,
        aloneRequest: () =>
          newest === undefined
            ? write.request
            : withProfile(write.kind, write.request, withoutOutdated(write.profile, newest)),
      }
      members.events.push(eventMember(write, parts))
    }
  }
  const [only, another] = imports
  if (only === undefined) return
  members.imports.push(
    importMember({
      entries: imports.map(({ entry }) => entry),
      profile: another === undefined || newest === undefined ? fresh(only) : merged([...profilesOf(imports)], newest),
      isAlone: person.isAlone,
      person,
      split: () => imports.map((write) => loneImport(write.entry, upToDate(write, writes), person)),
    }),
  )
}

/** The profile of an import without what a later event of the batch wrote: that has been sent already. */
function upToDate<Entry>(
  { profile, position }: ProfileWrite<Entry>,
  writes: readonly ProfileWrite<Entry>[],
): JsonObject {
  const later = writes.filter((write) => write.kind === 'createEvent' && write.position > position)
  return later.length === 0 ? profile : withoutOutdated(profile, newestValues(profilesOf(later)))
}

function* profilesOf(writes: readonly ProfileWrite<unknown>[]): Generator<JsonObject> {
  for (const { profile } of writes) yield profile
}
