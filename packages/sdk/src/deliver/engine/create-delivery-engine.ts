// oxlint-disable max-lines -- the engine's parts share one state; what stands alone is in the files beside it.
import type { BatchCall } from '../../batch/batch-call.ts'
import type { BatchEvent, Member } from '../../batch/batch-event.ts'
import { formBatch } from '../../batch/form-batch.ts'
import type { NewestValues } from '../../batch/newest-values.ts'
import { upToDatePlan } from '../../batch/up-to-date-plan.ts'
import { loneImport } from '../../batch/import-member.ts'
import type { CallAnswer } from '../../client/call.ts'
import { KlaviyoApiError } from '../../errors/klaviyo-api-error.ts'
import { KlaviyoError } from '../../errors/klaviyo-error.ts'
import { recordIn } from '../../event/record.ts'
import { kindOfOperation, type RequestKind } from '../../plan/request-kind.ts'
import type { Plan } from '../../plan/planned-request.ts'
import type { PlanOutcome } from '../outcome.ts'
import type { HeldBack } from '../send-options.ts'
import { REQUEST_BITS } from '../request-bits.ts'
import { RETRY_RULES } from '../retry-policy.ts'
import { carryCall, type AttemptOptions, type Carrier, type Lane } from './carry-call.ts'
import { createConsentPool } from './consent-lane.ts'
import { historyOf, type ConsentHistory } from './consent-history.ts'
import type { DeliveryAccount } from './delivery-account.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import type { DeliveryHost, EntryOutcome } from './delivery-host.ts'
import { createEntryLine } from './entry-line.ts'
import { createEventPool } from './event-lane.ts'
import { isRefusal } from './import-jobs.ts'
import { createImportPool } from './import-lane.ts'
import { accompany, begin, holdBehind, isHeld, newerThan } from './companions.ts'
import type { LaneContext, Pool } from './lane-context.ts'
import { createLookUpPool } from './look-up-lane.ts'
import { answeredCountOf, nextRequest, underWay, type UnderWay } from './under-way.ts'
import { waitFor } from './wait-for.ts'

/** Calls under way at a time. At 250 ms an answer this is more than any limit of Klaviyo's allows over a minute. */
const DEFAULT_MAX_CALLS_COUNT = 16
/** At full speed Klaviyo takes 10,000 events a second, and one bulk import a second is more than may be unfinished. */
const DEFAULT_MAX_BATCH_COUNT = 20_000
/** Before a call of unknown outcome is made once more, in milliseconds, less up to a fifth. */
const REPEAT_MS = 1_000
const FIRST_OUTAGE_MS = 5_000
const MAX_OUTAGE_MS = 60_000
/** When the keeper of the events cannot be reached, in milliseconds. */
const HOST_RETRY_MS = 1_000

/** What an engine works with. */
export interface DeliveryEngineOptions<Entry extends DeliveryEntry> {
  readonly account: DeliveryAccount
  readonly host: DeliveryHost<Entry>
  /** Between two opposite changes of consent of one person, in milliseconds. */
  readonly consentGapMs: number
  /** Calls under way at a time. @default 16 */
  readonly maxCallsCount?: number
  /**
   * Events that are planned, and wait for a call. More make fewer and fuller calls, and take memory. @default 20_000
   */
  readonly maxBatchCount?: number
  /** From 0 to 1, for jitter. @default Math.random */
  readonly random?: () => number
  /** Told of something that is a mistake of ours. */
  readonly onFault?: (cause: unknown) => void
}

/**
 * Delivers the events of one account, in the fewest calls that Klaviyo's limits allow.
 * @example const isIdle = ({ size }: DeliveryEngine<DeliveryEntry>) => size === 0
 */
export interface DeliveryEngine<Entry extends DeliveryEntry> {
  /** Adds events, in the order of their acceptance. */
  add(entries: readonly Entry[]): void
  /** Changes of consent that were taken before. */
  readonly history: Pick<ConsentHistory, 'note'>
  /** Nothing is imported before the jobs created since are over. */
  holdImportsSince(sinceMs: number): void
  /** Gives an event up: it is settled with this outcome, whatever still becomes of its call. */
  giveUp(entry: Entry, outcome: PlanOutcome): void
  /** Events that are not done with. */
  readonly size: number
  readonly callsUnderWayCount: number
  /** What holds back events that could go; `undefined` when nothing does. */
  heldBy(): HeldBack | undefined
  /** Begins no more calls; resolves when none is under way. What was not sent goes back, to be sent at once. */
  stop(): Promise<void>
  /** Ends everything now. What was not settled never is. */
  abort(): void
  /** Looks whether something may be sent. */
  wake(): void
}

/**
 * An engine with nothing to do yet.
 * @example const isIdle = createDeliveryEngine({ account, host, consentGapMs: 10_000 }).size === 0
 */
export function createDeliveryEngine<Entry extends DeliveryEntry>(
  options: DeliveryEngineOptions<Entry>,
): DeliveryEngine<Entry> {
  const {
    account,
    host,
    consentGapMs,
    maxCallsCount = DEFAULT_MAX_CALLS_COUNT,
    maxBatchCount = DEFAULT_MAX_BATCH_COUNT,
    random = Math.random,
    onFault,
  } = options
  const { clock, limiter, line: slots, facts, revision } = account
  const abortion = new AbortController()
  const { signal } = abortion
  const entries = createEntryLine<Entry>(() => clock.now())
  const history = historyOf(account, consentGapMs)
  const underWayEvents = new Map<Entry, UnderWay<Entry>>()
  /** Of events that are sent again: what later ones of their person have written meanwhile. */
  const newer = new Map<Entry, readonly (() => NewestValues)[]>()
  const lastSuccessAtMs = new Map<RequestKind, number>()
  const outageCounts = new Map<RequestKind, number>()
  const idle: (() => void)[] = []
  const controllers = new Set<AbortController>()
  let pauseUntilMs: number | undefined
  /** What a scope was missing for; `undefined` when it is the key. */
  let pausedOperation: string | undefined
  let pausesCount = 0
  let callsCount = 0
  let settlingCount = 0
  let isLoading = false
  /** While it is under way nothing else is begun. */
  let suspect: Entry | undefined
  let isStopping = false
  let isWoken = false
  let cancelTimer: (() => void) | undefined
  let outcomes: EntryOutcome<Entry>[] = []

  const wake = (): void => {
    if (isWoken || signal.aborted) return
    isWoken = true
    queueMicrotask(() => {
      isWoken = false
      if (!signal.aborted) pump()
    })
  }

  // ---- What becomes of events

  const finish = (event: UnderWay<Entry>, outcome: PlanOutcome): void => {
    if (event.isSettled) return
    event.isSettled = true
    if (outcome.status === 'retry') {
      event.isPutOff = true
      event.entry.answeredCount = outcome.answeredCount
      holdBack(event)
    }
    outcomes.push({ entry: event.entry, outcome })
    wake()
  }

  /** What an event that goes back leaves to those behind it. */
  const holdBack = (event: UnderWay<Entry>): void => {
    const values = newerThan(event)
    if (values !== undefined) newer.set(event.entry, [...(newer.get(event.entry) ?? []), values])
    for (const held of holdBehind(event)) postpone(held)
  }

  const flush = (): void => {
    if (outcomes.length === 0) return
    const settled = outcomes
    outcomes = []
    const apply = (dueTimes: readonly (number | undefined)[]): void => {
      for (const [index, { entry }] of settled.entries()) {
        underWayEvents.delete(entry)
        const dueAtMs = dueTimes[index]
        if (dueAtMs === undefined) {
          entries.remove(entry)
          newer.delete(entry)
        } else {
          entry.dueAtMs = dueAtMs
          entries.putBack(entry)
        }
      }
      wake()
    }
    /** The host keeps no word of it: they are sent again. */
    const failed = (cause: unknown): void => {
      onFault?.(cause)
      apply(settled.map(() => clock.now() + HOST_RETRY_MS))
    }
    let done: ReturnType<typeof host.settle>
    try {
      done = host.settle(settled)
    } catch (cause) {
      failed(cause)
      return
    }
    if (done instanceof Promise) {
      settlingCount += 1
      void done.then(apply, failed).finally(() => {
        settlingCount -= 1
        wake()
      })
    } else apply(done)
  }

  const advance = (event: UnderWay<Entry>): void => {
    for (;;) {
      const request = nextRequest(event)
      if (request === undefined) {
        const { rejection, warnings } = event
        return finish(
          event,
          rejection === undefined ? { status: 'delivered', warnings } : { status: 'rejected', ...rejection, warnings },
        )
      }
      if (isHeld(event)) return postpone(event)
      const kind = kindOfOperation(request.operation, revision)
      // Of somebody whose profile was refused nothing more is sent but the wish for fewer messages.
      if (kind === undefined || (event.rejection !== undefined && kind !== 'unsubscribe')) event.doneCount += 1
      else if (kind === 'subscribe' || kind === 'unsubscribe') {
        if (request.lookup !== undefined) return lookUps.add(event)
        return pools[kind].add(event, request)
      } else return poolAlone(event)
    }
  }

  /** A second write of one plan, which only a hook can have made: it goes by itself. */
  const poolAlone = (event: UnderWay<Entry>): void => {
    const batch = formBatch(
      [{ entry: event, plan: event.plan, orderKeys: [], answeredCount: event.doneCount, isAlone: true }],
      revision,
    )
    pools.events.add(batch.events)
    pools.imports.add(batch.imports)
  }

  const postpone = (event: UnderWay<Entry>): void => {
    if (event.isSettled) return
    event.isSettled = true
    event.isPutOff = true
    underWayEvents.delete(event.entry)
    event.entry.answeredCount = answeredCountOf(event)
    holdBack(event)
    entries.putBack(event.entry)
    wake()
  }

  const context: LaneContext<Entry> = {
    account,
    host,
    history,
    signal,
    taken(event, warnings = []) {
      if (event.isSettled) return
      event.warnings.push(...warnings)
      event.doneCount += 1
      advance(event)
    },
    refused(event, error, operation) {
      if (event.isSettled) return
      event.rejection ??= { error, operation }
      event.doneCount += 1
      advance(event)
    },
    putOff(event, error, { scope, operation }) {
      if (event.isSettled) return
      // A read may be what the key was refused for.
      if (scope === 'account' && (pauseUntilMs ?? -Infinity) <= clock.now()) pause(error, operation)
      const pausedMs = scope === 'operation' ? (limiter.heldBy(operation)?.untilMs ?? 0) - clock.now() : 0
      const retryAfterMs = Math.max(retryAfterOf(error) ?? -1, pausedMs > 0 && pausedMs < Infinity ? pausedMs : -1)
      if (error.code !== 'RATE_LIMITED' && scope !== 'account') event.entry.lastFailedAtMs = clock.now()
      if (scope === 'event' && error.code !== 'PROFILE_NOT_FOUND') event.entry.isAlone = true
      finish(event, {
        status: 'retry',
        error,
        scope,
        operation,
        answeredCount: answeredCountOf(event),
        warnings: event.warnings,
        ...(retryAfterMs < 0 ? undefined : { retryAfterMs }),
      })
    },
    postpone,
    reject: (event, error, operation) =>
      finish(event, { status: 'rejected', error, operation, warnings: event.warnings }),
    hasLater: (keys, isWanted) => entries.hasLater(keys, isWanted),
    carry: async (lane, call, { kind, slot }) => {
      const carrier = carrierOf(kind, lane)
      const events = call.members.flatMap((member) => member.entries)
      for (const event of events) begin(event)
      await guarded(events, call.operation, () => carryCall(call, carrier, slot))
    },
    background(events, operation, work) {
      void guarded(events, operation, work)
    },
    wake,
  }

  /** Whatever breaks in delivery itself, its events are settled: they are sent again. */
  const guarded = async (
    events: readonly UnderWay<Entry>[],
    operation: string,
    work: () => Promise<void>,
  ): Promise<void> => {
    try {
      await work()
    } catch (cause) {
      if (signal.aborted) return
      const rule = cause instanceof KlaviyoError ? RETRY_RULES[cause.code] : undefined
      if (cause instanceof KlaviyoError && rule !== undefined && rule.scope !== 'none') {
        // A read that delivery needs has failed: no fault of the events.
        for (const event of events) context.putOff(event, cause, { scope: rule.scope, operation })
        return
      }
      onFault?.(cause)
      const error = new KlaviyoError('UNAVAILABLE', `${operation}: delivery broke in an unexpected way.`, { cause })
      for (const event of events) context.putOff(event, error, { scope: 'event', operation })
    } finally {
      wake()
    }
  }

  // ---- Calls

  const attempt = async (
    kind: RequestKind,
    call: BatchCall<Member<UnderWay<Entry>>>,
    { slot: given, isTrace }: AttemptOptions,
  ): Promise<CallAnswer | undefined> => {
    const { operation, path, body } = call
    const carried = call.members.flatMap((member) => member.entries)
    callsCount += 1
    const pauseNumber = pausesCount
    const controller = new AbortController()
    controllers.add(controller)
    let begun: readonly UnderWay<Entry>[] = []
    try {
      const slot = given ?? (await slots.acquire(operation, controller.signal))
      const events = carried.filter(({ isSettled }) => !isSettled)
      if (events.length === 0 || !(await mayBegin(events, kind))) {
        slot.answered()
        return undefined
      }
      let wantedCount = events.length
      const release = () => {
        wantedCount -= 1
        if (wantedCount === 0) controller.abort()
      }
      for (const event of events) event.release = release
      if (!isTrace) {
        begun = events
        for (const { entry } of events) entry.attemptCount += 1
      }
      const answer = await account.call(
        { operation, method: 'POST', path, json: body, signal: controller.signal },
        slot,
      )
      noteAnswer(kind, operation, pauseNumber)
      return answer
    } catch (error) {
      if (signal.aborted || carried.every(({ isSettled }) => isSettled)) return undefined
      // A refusal is an answer: the operation works, and the key is good.
      if (!(error instanceof KlaviyoError)) throw error
      if (error.code === 'REJECTED') noteAnswer(kind, operation, pauseNumber)
      // A rate limit uses up no try.
      else if (error.code === 'RATE_LIMITED') for (const { entry } of begun) entry.attemptCount -= 1
      else if (RETRY_RULES[error.code].scope === 'account' && !isHelperRefusal(operation, error))
        pause(error, operation)
      throw error
    } finally {
      callsCount -= 1
      controllers.delete(controller)
      wake()
    }
  }

  /** The operation works. A call that was begun before the pause, or of another operation, says nothing about the key. */
  const noteAnswer = (kind: RequestKind, operation: string, pauseNumber: number): void => {
    outageCounts.delete(kind)
    lastSuccessAtMs.set(kind, clock.now())
    if (pauseNumber !== pausesCount || (pausedOperation !== undefined && pausedOperation !== operation)) return
    pauseUntilMs = undefined
    pausedOperation = undefined
    host.accepted?.()
  }

  /** There are single imports instead. */
  const isHelperRefusal = (operation: string, error: KlaviyoError): boolean =>
    operation === facts.bulkOperations.importProfiles && isRefusal(error)

  /** Asks the host; without its word nothing is sent, and the events wait for a while. */
  const mayBegin = async (events: readonly UnderWay<Entry>[], kind: RequestKind): Promise<boolean> => {
    if (isStopping) return false
    let isOurs = false
    try {
      const begun = host.begin(
        events.map(({ entry }) => entry),
        { changesConsent: kind === 'subscribe' || kind === 'unsubscribe' },
      )
      isOurs = begun instanceof Promise ? await begun : begun
    } catch (cause) {
      onFault?.(cause)
    }
    if (isOurs || signal.aborted) return isOurs
    for (const event of events) {
      event.entry.dueAtMs = clock.now() + HOST_RETRY_MS
      postpone(event)
    }
    return false
  }

  /** Klaviyo refused the key: nothing is sent until it is tried again. */
  const pause = (error: KlaviyoError, operation: string): void => {
    pausesCount += 1
    pauseUntilMs = host.refused(error)
    // A missing scope is about one operation; a bad key about all.
    pausedOperation = error instanceof KlaviyoApiError && error.status === 403 ? operation : undefined
    for (const pool of everyPool)
      for (const event of pool.drain())
        context.putOff(event, error, { scope: 'account', operation: error.message.split(':')[0] ?? '' })
  }

  const operationsOf = (kind: RequestKind): readonly string[] => {
    const single = facts.operations[kind]
    if (kind === 'createEvent') return [single, facts.bulkOperations.createEvents]
    return kind === 'importProfile' ? [single, facts.bulkOperations.importProfiles] : [single]
  }

  const carrierOf = <M extends Member<UnderWay<Entry>>>(kind: RequestKind, lane: Lane<M>): Carrier<M> => ({
    lane,
    attempt: (call, attemptOptions) => attempt(kind, call, attemptOptions),
    mayRepeat: (members, waitMs) => !isStopping && (host.mayRepeat?.(entriesOf(members), waitMs) ?? true),
    repeatAfterMs: (error) => retryAfterOf(error) ?? Math.round(REPEAT_MS * (1 - random() / 5)),
    wait: (ms) => waitFor(ms, clock, signal),
    now: () => clock.now(),
    outage(members, error) {
      // What fails by itself again says nothing about others.
      if (entriesOf(members).every(({ isAlone }) => isAlone)) return
      const count = (outageCounts.get(kind) ?? 0) + 1
      outageCounts.set(kind, count)
      const waitMs = retryAfterOf(error) ?? outageWaitMs(count, random())
      for (const operation of operationsOf(kind)) limiter.pause(operation, clock.now() + waitMs, 'outage')
    },
    isOwnFault: ({ entries: events }) =>
      events.every(({ entry }) => (lastSuccessAtMs.get(kind) ?? -Infinity) > (entry.lastFailedAtMs ?? Infinity)),
  })

  // ---- Batches

  const events = createEventPool(context, () => entries.readyCount(REQUEST_BITS.createEvent))
  const imports = createImportPool(context, () => entries.readyCount(REQUEST_BITS.importProfile))
  const pools = {
    events,
    imports,
    subscribe: createConsentPool('subscribe', context),
    unsubscribe: createConsentPool('unsubscribe', context),
  }
  const lookUps = createLookUpPool(context, (event, request) =>
    pools[kindOfOperation(request.operation, revision) === 'unsubscribe' ? 'unsubscribe' : 'subscribe'].add(
      event,
      request,
    ),
  )
  const poolsByBit = new Map<number, Pool<Entry>>([
    [REQUEST_BITS.importProfile, imports],
    [REQUEST_BITS.createEvent, events],
    [REQUEST_BITS.subscribe, pools.subscribe],
    [REQUEST_BITS.unsubscribe, pools.unsubscribe],
    [REQUEST_BITS.lookup, lookUps],
  ])
  const everyPool = [...poolsByBit.values()]

  const operationsByBit: readonly (readonly [number, readonly string[]])[] = [
    [REQUEST_BITS.importProfile, operationsOf('importProfile')],
    [REQUEST_BITS.createEvent, operationsOf('createEvent')],
    [REQUEST_BITS.subscribe, operationsOf('subscribe')],
    [REQUEST_BITS.unsubscribe, operationsOf('unsubscribe')],
    [REQUEST_BITS.lookup, [facts.reads.profiles]],
  ]

  const pausedBits = (): number => {
    let bits = 0
    for (const [bit, operations] of operationsByBit) if (operations.some(isPausedOperation)) bits |= bit
    return bits
  }
  const isPausedOperation = (operation: string): boolean => {
    const reason = limiter.heldBy(operation)?.reason
    return reason === 'retry-after' || reason === 'outage'
  }

  const allowedCallsCount = (): number => {
    if (isStopping) return 0
    if (pauseUntilMs === undefined) return maxCallsCount
    return clock.now() < pauseUntilMs ? 0 : 1
  }

  const form = (): void => {
    // Where the key is never tried again, what is left is loaded all the same: the host settles it, and nothing is sent.
    const isOver = pauseUntilMs === Infinity && !isStopping
    if (isLoading || entries.size === underWayEvents.size || (!isOver && callsCount >= allowedCallsCount())) return
    if (suspect !== undefined && underWayEvents.has(suspect)) return
    suspect = undefined
    const maxCount = maxBatchCount - everyPool.reduce((count, pool) => count + pool.size, 0)
    if (maxCount <= 0) return
    const paused = pausedBits()
    const picked = entries.pick({
      nowMs: clock.now(),
      maxCount,
      roomOf: (bit) => poolsByBit.get(bit)?.room() ?? 0,
      isPaused: (ops) => (ops & paused) !== 0,
      notBeforeMs: (entry) => history.notBeforeMs(entry),
      isIdle: callsCount === 0 && underWayEvents.size === 0,
    })
    if (picked.length === 0) return
    suspect = picked.find(({ isSuspect }) => isSuspect)
    const plans = host.load(picked)
    if (!(plans instanceof Promise)) return batchUp(picked, plans)
    isLoading = true
    void plans
      .then(
        (loaded) => batchUp(picked, loaded),
        (cause) => {
          onFault?.(cause)
          for (const entry of picked) {
            entry.dueAtMs = clock.now() + HOST_RETRY_MS
            entries.putBack(entry)
          }
        },
      )
      .finally(() => {
        isLoading = false
        wake()
      })
  }

  const batchUp = (picked: readonly Entry[], plans: readonly (Plan | undefined)[]): void => {
    const batchEvents: BatchEvent<UnderWay<Entry>>[] = []
    for (const [index, entry] of picked.entries()) {
      const plan = plans[index]
      if (plan === undefined) {
        entries.remove(entry)
        continue
      }
      const overtakenBy = newer.get(entry) ?? []
      const current = overtakenBy.reduce((left, values) => upToDatePlan(left, values()), plan)
      const event = underWay(entry, current)
      underWayEvents.set(entry, event)
      const { keys: orderKeys, answeredCount, isAlone } = entry
      batchEvents.push({ entry: event, plan: current, orderKeys, answeredCount, isAlone })
    }
    const batch = formBatch(batchEvents, revision)
    for (const company of batch.companies) accompany(company)
    events.add(batch.events)
    imports.add(batch.imports)
    for (const event of batch.consents) advance(event)
    for (const { entry: event, isAlone } of batch.later) {
      if (isAlone) event.entry.isAlone = true
      postpone(event)
    }
    wake()
  }

  const follow = async (job: string, followed: readonly Entry[]): Promise<void> => {
    const plans = await host.load(followed)
    const members = followed.flatMap((entry, index) => {
      const plan = plans[index]
      if (plan === undefined) {
        entries.remove(entry)
        return []
      }
      const event = underWay(entry, plan)
      underWayEvents.set(entry, event)
      return [loneImport(event, recordIn(nextRequest(event)?.body ?? {}, 'data'))]
    })
    imports.follow(job, members)
  }

  const pump = (): void => {
    flush()
    for (let isBusy = true; isBusy;) {
      const before = entries.size - underWayEvents.size
      // First, so that what waits here since the last call is joined by what has come since.
      form()
      startCalls()
      isBusy = !isLoading && entries.size - underWayEvents.size < before
    }
    flush()
    arm()
    if (isQuiet()) for (const resolve of idle.splice(0)) resolve()
  }

  const startCalls = (): void => {
    if (isLoading) return
    for (const pool of everyPool) while (pool.size > 0 && callsCount < allowedCallsCount() && pool.start());
  }

  const isQuiet = (): boolean => callsCount === 0 && settlingCount === 0 && outcomes.length === 0 && !isLoading

  /** One timer, for the first thing that becomes possible without anybody's doing. */
  const arm = (): void => {
    cancelTimer?.()
    cancelTimer = undefined
    if (isStopping || entries.size === 0) return
    const nowMs = clock.now()
    let nextMs = entries.nextDueAtMs() ?? Infinity
    if (callsCount < maxCallsCount) {
      const needed = entries.neededBits(nowMs)
      for (const [bit, operations] of operationsByBit) {
        const isNeeded = (needed & bit) !== 0 || (poolsByBit.get(bit)?.size ?? 0) > 0
        for (const operation of operations) {
          // A pause holds back who needs the operation later, too.
          if (isNeeded || isPausedOperation(operation))
            nextMs = Math.min(nextMs, laterOrNever(limiter.nextAtMs(operation), nowMs))
        }
      }
    }
    if (pauseUntilMs !== undefined && pauseUntilMs < Infinity)
      nextMs = Math.max(nextMs === Infinity ? pauseUntilMs : nextMs, pauseUntilMs)
    if (nextMs < Infinity) cancelTimer = clock.setTimer(wake, Math.max(1, nextMs - nowMs))
  }

  const stopListening = account.onAnswered(wake)

  return {
    add(added) {
      const followed = new Map<string, Entry[]>()
      // First those of a bulk import: nothing of their people may go before it is over.
      for (const entry of added) {
        if (entry.job === undefined) continue
        entries.addTaken(entry)
        const same = followed.get(entry.job)
        if (same === undefined) followed.set(entry.job, [entry])
        else same.push(entry)
      }
      for (const entry of added) if (entry.job === undefined) entries.add(entry)
      for (const [job, jobEntries] of followed)
        context.background([], facts.reads.importJobs, () => follow(job, jobEntries))
      wake()
    },
    history,
    holdImportsSince: (sinceMs) => imports.holdSince(sinceMs),
    giveUp(entry, outcome) {
      const event = underWayEvents.get(entry)
      if (event === undefined || event.isSettled) return
      finish(event, outcome)
      event.release?.()
    },
    get size() {
      return entries.size
    },
    get callsUnderWayCount() {
      return callsCount
    },
    heldBy() {
      const needed = entries.neededBits(clock.now())
      for (const [bit, operations] of operationsByBit) {
        if ((needed & bit) === 0 && (poolsByBit.get(bit)?.size ?? 0) === 0) continue
        const held = limiter.heldBy(operations.at(-1) ?? '')
        if (held !== undefined) return held
        if (bit === REQUEST_BITS.importProfile && imports.isWaitingForJobs())
          return { operation: facts.bulkOperations.importProfiles, reason: 'import-jobs', untilMs: Infinity }
      }
      return undefined
    },
    stop() {
      isStopping = true
      for (const pool of everyPool)
        for (const event of pool.drain())
          context.putOff(event, stopped(), { scope: 'operation', operation: nextRequest(event)?.operation ?? '' })
      const { promise, resolve } = Promise.withResolvers<void>()
      idle.push(resolve)
      wake()
      return promise
    },
    abort() {
      abortion.abort(new DOMException('Delivery was ended.', 'AbortError'))
      for (const controller of controllers) controller.abort(signal.reason)
      cancelTimer?.()
      stopListening()
      for (const resolve of idle.splice(0)) resolve()
    },
    wake,
  }
}

function entriesOf<Entry extends DeliveryEntry>(members: readonly Member<UnderWay<Entry>>[]): readonly Entry[] {
  return members.flatMap(({ entries }) => entries.filter(({ isSettled }) => !isSettled).map(({ entry }) => entry))
}

function retryAfterOf(error: KlaviyoError): number | undefined {
  return error instanceof KlaviyoApiError ? error.retryAfterMs : undefined
}

/** What is possible now and still was not done needs somebody else's doing, not a timer. */
function laterOrNever(atMs: number, nowMs: number): number {
  return atMs > nowMs ? atMs : Infinity
}

/** After an outage an operation is tried again in 5, 10, 20 … 60 s, less up to a fifth. */
function outageWaitMs(count: number, random: number): number {
  return Math.round(Math.min(MAX_OUTAGE_MS, FIRST_OUTAGE_MS * 2 ** (count - 1)) * (1 - random / 5))
}

function stopped(): KlaviyoError {
  return new KlaviyoError(
    'UNAVAILABLE',
    'Delivery was stopped before the event was sent. It is sent when delivery goes on.',
  )
}
