import { identifiersOf } from '../model/model-profile.ts'
import type { Step } from '../step.ts'
import { type Lifetimes, lifetimesOf } from './lifetimes.ts'
import type { SentCall, SentEntry } from './sent-calls.ts'
import { takenEntries } from './taken-entries.ts'

/** At most so many bulk imports of an account are unfinished at a time. */
const MAX_JOBS_COUNT = 8

/** One person's part of one call. */
interface Part {
  readonly call: SentCall
  readonly entry: SentEntry
  readonly isTaken: boolean
  /** The places in the stream of the events that it stands for, as far as the call tells: a merge tells its newest. */
  readonly positions: readonly number[]
}

/**
 * What is wrong with the order of sending, in words; nothing when it is right. Of two calls about one person that stand for
 * events of different places, the later one begins only after the earlier was answered, unless the two leave the same in
 * whatever order they take effect: that is what one batch is. Profile imports have no such way out, nor have opposite
 * changes of consent.
 */
export function orderFaults(calls: readonly SentCall[], steps: readonly Step[]): readonly string[] {
  const lifetimes = lifetimesOf(calls)
  const positionOf = placesOf(steps)
  const taken = takenEntries(calls)
  const parts = calls.flatMap((call): Part[] =>
    call.entries.map((entry) => {
      const ids = entry.seen === undefined ? entry.uniqueIds : [entry.seen]
      return { call, entry, isTaken: taken.has(entry), positions: ids.flatMap((id) => positionOf.get(id) ?? []) }
    }),
  )
  const byKey = new Map<string, Part[]>()
  // A merged entry has the identifiers of all of its events; only those that share the key are in order with others of it.
  const has = (place: number, key: string) => keysOf(steps[place]).includes(key)
  for (const part of parts) {
    for (const key of part.entry.keys) {
      const own = { ...part, positions: part.positions.filter((place) => has(place, key)) }
      byKey.set(key, [...(byKey.get(key) ?? []), own])
    }
  }
  const faults = new Set<string>()
  for (const [key, sharing] of byKey) {
    for (const [index, one] of sharing.entries()) {
      for (const other of sharing.slice(index + 1)) {
        const fault = faultOf(one, other, lifetimes)
        if (fault !== undefined) faults.add(`${key}: ${fault}`)
      }
    }
  }
  return [...faults, ...jobFaults(calls, lifetimes), ...repeatFaults(calls)]
}

/** The place of each messageId that stands in the stream once. */
function placesOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const counts = Map.groupBy(
    steps.map(({ messageId }, index) => ({ messageId, index })),
    ({ messageId }) => messageId,
  )
  return new Map(
    [...counts].flatMap(([id, [first, ...more]]) => (first && more.length === 0 ? [[id, first.index]] : [])),
  )
}

const keysOf = (step: Step | undefined): readonly string[] =>
  Object.entries(identifiersOf(step?.who ?? {}, true)).map(([name, value]) => `${name}:${value}`)

const IMPORTS = ['import', 'bulk import']

/** `one` began no later than `other`. */
function faultOf(one: Part, other: Part, lifetimes: Lifetimes): string | undefined {
  const names = `${nameOf(one)} and ${nameOf(other)}`
  if (one.call === other.call) {
    return one.call.kind === 'bulk import' ? `${names} are in one job` : undefined
  }
  const answeredMs = lifetimes.get(one.call) ?? Infinity
  const overlaps = other.call.exchange.beganMs < answeredMs
  const areImports = [one, other].every(({ call }) => IMPORTS.includes(call.kind))
  if (areImports && overlaps) return `${names} overlap`
  if (isOpposite(one.call, other.call) && overlaps) return `${names} overlap`
  const isEarlier = one.positions.some((place) => other.positions.some((later) => place < later))
  // Of imports that were merged and not taken, each goes again by itself, from the oldest on.
  const isLater =
    (one.isTaken || !areImports) && one.positions.some((place) => other.positions.some((earlier) => place > earlier))
  if (!((isEarlier && overlaps) || isLater)) return undefined
  if (!areImports && commute(one.entry, other.entry)) return undefined
  return `${names} are not in order`
}

const isOpposite = (one: SentCall, other: SentCall): boolean =>
  [one.kind, other.kind].toSorted().join() === 'subscribe,unsubscribe'

/** Whether two calls leave the same profile in either order. */
function commute(one: SentEntry, other: SentEntry): boolean {
  if (one.isPatch || other.isPatch) return false
  return [...one.values].every(([name, value]) => (other.values.get(name) ?? value) === value)
}

function jobFaults(calls: readonly SentCall[], lifetimes: Lifetimes): readonly string[] {
  const jobs = calls.filter(({ kind }) => kind === 'bulk import')
  return jobs.flatMap((job) => {
    const { beganMs } = job.exchange
    const open = jobs.filter((one) => one.exchange.beganMs <= beganMs && (lifetimes.get(one) ?? Infinity) > beganMs)
    return open.length > MAX_JOBS_COUNT ? [`${open.length} import jobs are unfinished`] : []
  })
}

function repeatFaults(calls: readonly SentCall[]): readonly string[] {
  return calls.flatMap(({ entries }) => {
    const ids = entries.flatMap(({ uniqueIds }) => uniqueIds)
    return new Set(ids).size === ids.length ? [] : ['a call has a unique_id twice']
  })
}

const nameOf = ({ call, positions }: Part): string => `${call.kind} of ${positions.join('+') || 'no known place'}`
