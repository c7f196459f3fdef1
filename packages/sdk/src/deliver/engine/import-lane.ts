import { bulkImport, cutBulkImport, fitsBulkImport, singleImport } from '../../batch/cut-imports.ts'
import { loneImport, type ImportMember } from '../../batch/import-member.ts'
import type { CallAnswer } from '../../client/call.ts'
import { KlaviyoError } from '../../errors/klaviyo-error.ts'
import { isRecord, recordIn } from '../../event/record.ts'
import { withoutClash } from '../import-profile.ts'
import { partialFailuresOf } from '../partial-failure.ts'
import type { Slot } from '../rate/rate-limiter.ts'
import type { Lane } from './carry-call.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import { isRefusal, MAX_UNFINISHED_JOBS_COUNT, type JobResult } from './import-jobs.ts'
import type { LaneContext, Pool } from './lane-context.ts'
import { failedMembers } from './match-import-errors.ts'
import { stillWanted, type UnderWay } from './under-way.ts'

/** People who wait beyond this number go in bulk; a small job is no faster, and gives its verdict later. */
const MAX_SINGLE_COUNT = 100

/** Profiles that wait to be imported: singly when they are few, which gives a verdict at once, else in bulk. */
export interface ImportPool<Entry extends DeliveryEntry> extends Pool<Entry> {
  add(members: readonly ImportMember<UnderWay<Entry>>[]): void
  /** Goes on with a bulk import that an earlier holder started. */
  follow(id: string, members: readonly ImportMember<UnderWay<Entry>>[]): void
  /** Nothing is imported before the jobs that were created since are over: they may hold what is to be sent again. */
  holdSince(sinceMs: number): void
  /** Whether more people wait than single calls are for, and every bulk import that is allowed is under way. */
  isWaitingForJobs(): boolean
}

/**
 * The pool of profile imports, with what becomes of their calls.
 * @param readyCount how many people with an import are ready beside those that wait here
 */
export function createImportPool<Entry extends DeliveryEntry>(
  context: LaneContext<Entry>,
  readyCount: () => number,
): ImportPool<Entry> {
  type Profile = ImportMember<UnderWay<Entry>>
  const { account, host, signal } = context
  const { limiter, line, limits, facts, jobs, helpers, clock } = account
  const single = facts.operations.importProfile
  const bulk = facts.bulkOperations.importProfiles
  let waiting: readonly Profile[] = []
  /** Imports of one person, each list to be sent in order. */
  let series: readonly (readonly Profile[])[] = []
  let isHeld = false
  let isAskedAgain = false

  const eventsOf = (members: readonly Profile[]) => members.flatMap(({ entries }) => entries)

  const add = (members: readonly Profile[]): void => {
    const together = members.filter((member) => fitsBulkImport(member, limits))
    if (together.length > 0) waiting = [...waiting, ...together]
    if (together.length < members.length)
      series = [...series, ...members.filter((member) => !fitsBulkImport(member, limits)).map((member) => [member])]
    context.wake()
  }

  const split = (members: readonly Profile[]): void => {
    series = [...series, ...members.map((member) => member.split())]
    context.wake()
  }

  const follow = (id: string, members: readonly Profile[]): void =>
    context.background(eventsOf(members), bulk, async () => {
      const result = await jobs.follow(id, signal)
      finishJob(members, result)
    })

  const finishJob = (members: readonly Profile[], result: JobResult): void => {
    if (result.status === 'lost') {
      if (result.error !== undefined)
        helpers.refuse({ helper: 'bulkImport', operation: facts.reads.importJobs, error: result.error })
      split(members)
      return
    }
    const failed = failedMembers(members, result.errors)
    for (const event of eventsOf(members.filter((member) => !failed.has(member)))) context.taken(event)
    split([...failed])
  }

  const started = async (members: readonly Profile[], answer: CallAnswer): Promise<void> => {
    const id = jobIdOf(answer)
    if (id === undefined) return
    await host.followed(
      eventsOf(members).map(({ entry }) => entry),
      id,
    )
    follow(id, members)
  }

  const postpone = (members: readonly Profile[]): void => {
    for (const event of eventsOf(members)) context.postpone(event)
  }

  const bulkLane: Lane<Profile> = {
    maxAloneCount: MAX_SINGLE_COUNT,
    cut: (members) => bulkImport(members, bulk),
    // A search among many must not begin more jobs than are allowed either.
    mayBegin: () => jobs.reserve(signal),
    problemOf: (answer) => (jobIdOf(answer) === undefined ? withoutJob(bulk) : undefined),
    answered: ({ members }, answer) => started(members, answer),
    refused: (member) => split([member]),
    sendAlone: split,
    goesOtherwise(members, error) {
      if (!isRefusal(error)) return false
      helpers.refuse({ helper: 'bulkImport', operation: bulk, error })
      split(members)
      return true
    },
    putOff(members, error, scope) {
      for (const event of eventsOf(members)) context.putOff(event, error, { scope, operation: bulk })
      if (scope !== 'account' && error.code !== 'RATE_LIMITED') holdSince(clock.now())
    },
    postpone,
    async beforeRepeat(members, sinceMs) {
      try {
        await jobs.unknownIsOver(sinceMs, signal)
        return members
      } catch (error) {
        if (!isRefusal(error)) throw error
        helpers.refuse({ helper: 'bulkImport', operation: facts.reads.importJobs, error })
        split(members)
        return []
      }
    },
  }

  const singleLane: Lane<Profile> = {
    cut([member]) {
      if (member === undefined) throw new Error('a call needs a member')
      return singleImport(member, single)
    },
    answered({ members }, { headers }) {
      const warnings = partialFailuresOf(headers)
      for (const event of eventsOf(members)) context.taken(event, warnings)
    },
    async refused(member, error) {
      const [event, ...others] = member.entries
      // Of several identifies that became one, each gets a verdict of its own.
      if (event === undefined || others.length > 0) return sendSeries(member.split())
      const clash = withoutClash(member.profile, error)
      if (clash === undefined) return context.refused(event, error, single)
      event.removed.add(clash.identifier)
      event.warnings.push(clash.warning)
      await context.carry(singleLane, singleImport(loneImport(event, clash.profile, member.person), single), {
        kind: 'importProfile',
      })
    },
    sendAlone: split,
    putOff(members, error, scope) {
      for (const event of eventsOf(members)) context.putOff(event, error, { scope, operation: single })
    },
    postpone,
  }

  /** One after the other; what comes behind one that is put off waits with it. */
  const sendSeries = async (members: readonly Profile[], slot?: Slot): Promise<void> => {
    let firstSlot = slot
    for (const [index, member] of members.entries()) {
      const call = singleImport(member, single)
      await context.carry(singleLane, call, {
        kind: 'importProfile',
        ...(firstSlot === undefined ? undefined : { slot: firstSlot }),
      })
      firstSlot = undefined
      if (!member.entries.some(({ isPutOff }) => isPutOff)) continue
      postpone(members.slice(index + 1))
      return
    }
  }

  const holdSince = (sinceMs: number): void => {
    isAskedAgain = isHeld
    if (isHeld) return
    isHeld = true
    context.background([], facts.reads.importJobs, async () => {
      try {
        // Another call may have been lost while this one was asked about.
        do {
          isAskedAgain = false
          await jobs.unknownIsOver(sinceMs, signal)
        } while (isAskedAgain)
      } catch (error) {
        if (!isRefusal(error)) throw error
        helpers.refuse({ helper: 'bulkImport', operation: facts.reads.importJobs, error })
      } finally {
        isHeld = false
        context.wake()
      }
    })
  }

  const freeJobsCount = (): number =>
    helpers.isRefused('bulkImport') || line.isWaitedFor(bulk)
      ? 0
      : Math.min(limiter.freeCount(bulk), MAX_UNFINISHED_JOBS_COUNT - jobs.unfinishedCount)

  const startBulk = (): boolean => {
    if (freeJobsCount() <= 0) return false
    const slot = limiter.take(bulk)
    if (slot === undefined) return false
    const { call, rest } = cutBulkImport(waiting, bulk, limits)
    waiting = rest
    void context.carry(bulkLane, call, { kind: 'importProfile', slot })
    return true
  }

  const startSingle = (): boolean => {
    const [next, ...others] = series
    const [first, ...rest] = waiting
    const members = next ?? (first === undefined ? undefined : [first])
    if (members === undefined || line.isWaitedFor(single)) return false
    const slot = limiter.take(single)
    if (slot === undefined) return false
    if (next === undefined) waiting = rest
    else series = others
    void sendSeries(members, slot)
    return true
  }

  return {
    add,
    follow,
    holdSince,
    isWaitingForJobs: () =>
      !helpers.isRefused('bulkImport') &&
      waiting.length + readyCount() > MAX_SINGLE_COUNT &&
      jobs.unfinishedCount >= MAX_UNFINISHED_JOBS_COUNT,
    get size() {
      return waiting.length + series.length
    },
    room() {
      if (isHeld) return 0
      // They may wait here for a job as well: their people's events need not.
      if (!helpers.isRefused('bulkImport') && waiting.length + readyCount() > MAX_SINGLE_COUNT)
        return limits.importProfiles.maxCount - waiting.length
      return line.isWaitedFor(single) ? 0 : limiter.freeCount(single) - waiting.length - series.length
    },
    start() {
      if (isHeld) return false
      waiting = stillWanted(waiting)
      const isMany = waiting.length > MAX_SINGLE_COUNT && !helpers.isRefused('bulkImport')
      if (isMany && startBulk()) return true
      // While many wait for a job, only what has to go singly does.
      return isMany && series.length === 0 ? false : startSingle()
    },
    drain() {
      const events = [...eventsOf(waiting), ...series.flatMap(eventsOf)]
      waiting = []
      series = []
      return events
    },
  }
}

function jobIdOf({ body }: CallAnswer): string | undefined {
  const { id } = recordIn(isRecord(body) ? body : {}, 'data')
  return typeof id === 'string' && id !== '' ? id : undefined
}

function withoutJob(operation: string): KlaviyoError {
  return new KlaviyoError(
    'UNAVAILABLE',
    `${operation}: Klaviyo took the import without naming its job, so nobody can tell what becomes of it. It is sent again.`,
  )
}
