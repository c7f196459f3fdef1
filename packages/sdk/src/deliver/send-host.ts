import { KlaviyoError } from '../errors/klaviyo-error.ts'
import { KlaviyoTimeoutError } from '../errors/klaviyo-timeout-error.ts'
import type { Logger } from '../logger.ts'
import type { Plan } from '../plan/planned-request.ts'
import { backoffMs } from './backoff.ts'
import type { Clock } from '../clock.ts'
import type { DeliveryEntry } from './engine/delivery-entry.ts'
import type { DeliveryHost } from './engine/delivery-host.ts'
import type { PlanOutcome } from './outcome.ts'
import { RETRY_RULES } from './retry-policy.ts'
import { settle, type Retry, type Settlement } from './settlement.ts'

/** An event of a `send`, from being planned to being settled. */
export interface SendEntry extends DeliveryEntry {
  readonly messageId: string
  readonly plan: Plan
  /** When its first call was begun, in milliseconds since 1970. */
  startedAtMs: number | undefined
  failureCount: number
  isSettled: boolean
}

/** How the events of a `send` are tried again. */
export interface SendHostOptions {
  readonly clock: Clock
  readonly maxAttempts: number
  readonly timeoutMs: number
  readonly logger: Logger | undefined
  /** From 0 to 1. */
  readonly random: () => number
  /** Told once for each event. */
  readonly onSettled: (settlement: Settlement) => void
  /** Ends whatever call still carries the event. */
  readonly giveUp: (entry: SendEntry, outcome: PlanOutcome) => void
}

/** Keeps the events of one `send` or `sendAll` in memory. */
export interface SendHost extends DeliveryHost<SendEntry> {
  /** Settles an event `retry` because the caller's signal ended. */
  end(entry: SendEntry): void
  /** Stops the clock of the events. */
  close(): void
}

/** Between two looks for a profile, in milliseconds; after these always the last. */
const LOOK_UP_WAITS_MS = [10_000, 30_000] as const
const LAST_LOOK_UP_WAIT_MS = 60_000

type Retried = Extract<PlanOutcome, { status: 'retry' }>

/**
 * The host of one `send`. Once an event is settled `retry`, later ones that share a key are settled `retry` unsent;
 * once the key was refused, all are.
 */
export function createSendHost(options: SendHostOptions): SendHost {
  const { clock, maxAttempts, timeoutMs, logger, random, onSettled } = options
  /** By order key: the event that has to be sent again first. Grows with what failed, not with what was sent. */
  const blocked = new Map<string, Retry>()
  /** Events whose time runs, in the order in which it began, which is that in which it ends. */
  const running = new Set<SendEntry>()
  let refusal: KlaviyoError | undefined
  let cancelTimer: (() => void) | undefined

  const finish = (entry: SendEntry, outcome: PlanOutcome): void => {
    if (entry.isSettled) return
    entry.isSettled = true
    running.delete(entry)
    const settlement = settle({ index: entry.seq, messageId: entry.messageId, plan: entry.plan }, outcome)
    if (settlement.status === 'retry' && refusal === undefined)
      for (const key of entry.keys) blocked.set(key, settlement)
    onSettled(settlement)
  }

  const expire = (): void => {
    cancelTimer = undefined
    for (const entry of running) {
      if (leftMs(entry) > 0) break
      running.delete(entry)
      const outcome = timedOut(entry, timeoutMs)
      options.giveUp(entry, outcome)
      // One that waits for its turn is in no call.
      finish(entry, outcome)
    }
    watch()
  }

  const watch = (): void => {
    const [first] = running
    if (first === undefined || cancelTimer !== undefined) return
    cancelTimer = clock.setTimer(expire, Math.max(1, leftMs(first)))
  }

  const startTime = (entry: SendEntry): void => {
    if (entry.startedAtMs !== undefined) return
    entry.startedAtMs = clock.now()
    running.add(entry)
  }

  const leftMs = ({ startedAtMs }: SendEntry): number =>
    startedAtMs === undefined ? Infinity : startedAtMs + timeoutMs - clock.now()

  /** Why an event is not to be sent any more. */
  const obstacleOf = (entry: SendEntry): Retried | undefined => {
    if (refusal !== undefined) return unsent(entry, refusal)
    if (leftMs(entry) <= 0) return timedOut(entry, timeoutMs)
    if (blocked.size === 0) return undefined
    const blocker = entry.keys.map((key) => blocked.get(key)).find((retry) => retry !== undefined)
    return blocker === undefined ? undefined : unsent(entry, blocker.error, blocker.retryAfterMs)
  }

  /** When it is tried again; `undefined` when it was settled. */
  const judge = (entry: SendEntry, outcome: PlanOutcome): number | undefined => {
    if (outcome.status !== 'retry' || outcome.scope === 'account') {
      finish(entry, outcome)
      return undefined
    }
    const { code } = outcome.error
    if (code === 'PROFILE_NOT_FOUND') startTime(entry)
    if (RETRY_RULES[code].counts !== 'never') entry.failureCount += 1
    // A profile that was just imported may yet appear: it is looked for as long as there is time.
    const isLast =
      code !== 'RATE_LIMITED' &&
      code !== 'PROFILE_NOT_FOUND' &&
      Math.max(entry.attemptCount, entry.failureCount) >= maxAttempts
    const waitMs =
      code === 'PROFILE_NOT_FOUND'
        ? (LOOK_UP_WAITS_MS[entry.failureCount - 1] ?? LAST_LOOK_UP_WAIT_MS)
        : backoffMs(outcome, entry.failureCount, random())
    // A wait that the time does not last for is left to the caller, who gets its length.
    if (isLast || waitMs >= leftMs(entry)) {
      finish(entry, outcome)
      return undefined
    }
    logger?.debug(`${outcome.error.message} Trying again in ${waitMs} ms.`)
    return clock.now() + waitMs
  }

  return {
    load: (entries) =>
      entries.map((entry) => {
        if (entry.isSettled) return undefined
        const obstacle = obstacleOf(entry)
        if (obstacle === undefined) return entry.plan
        finish(entry, obstacle)
        return undefined
      }),
    begin(entries) {
      for (const entry of entries) startTime(entry)
      watch()
      return true
    },
    // What Klaviyo has taken as a job is done in its time, which delivery bounds; the event's own stands still.
    followed(entries) {
      for (const entry of entries) {
        running.delete(entry)
        entry.startedAtMs = undefined
      }
    },
    settle: (outcomes) => outcomes.map(({ entry, outcome }) => (entry.isSettled ? undefined : judge(entry, outcome))),
    mayRepeat: (entries, waitMs) =>
      entries.every((entry) => entry.attemptCount < maxAttempts && waitMs < leftMs(entry)),
    refused(error) {
      refusal ??= error
      return Infinity
    },
    end: (entry) => finish(entry, ended(entry)),
    close() {
      cancelTimer?.()
    },
  }
}

function unsent(entry: SendEntry, error: KlaviyoError, retryAfterMs?: number): Retried {
  const after = retryAfterMs === undefined ? undefined : { retryAfterMs }
  return { ...interrupted(entry, error), ...after }
}

/** The time is up: what Klaviyo did with the call under way is unknown. */
function timedOut(entry: SendEntry, timeoutMs: number): Retried {
  const message = `${operationOf(entry)}: not done within ${timeoutMs} ms. Send the event again, or raise \`timeoutMs\`.`
  return { ...interrupted(entry, new KlaviyoTimeoutError(message, timeoutMs)), retryAfterMs: 0 }
}

/** The caller's signal ended it. */
function ended(entry: SendEntry): Retried {
  const message = `${operationOf(entry)}: the signal ended it before Klaviyo answered. Sending the event again is safe.`
  return { ...interrupted(entry, new KlaviyoError('TIMEOUT', message)), retryAfterMs: 0 }
}

function interrupted(entry: SendEntry, error: KlaviyoError): Retried {
  return {
    status: 'retry',
    error,
    scope: 'event',
    operation: operationOf(entry),
    answeredCount: entry.answeredCount,
    warnings: [],
  }
}

function operationOf({ plan, answeredCount }: SendEntry): string {
  return plan.requests[answeredCount]?.operation ?? 'delivery'
}
