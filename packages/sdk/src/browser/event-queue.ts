import { isRefusal, mayBeOfOneEvent } from './judge.ts'
import type { KeptEvents } from './kept-events.ts'
import type { Answer, Post } from './post.ts'
import { refusalOf } from './refusal.ts'
import { backoffMs } from './retry-wait.ts'
import { sendBatch } from './send-batch.ts'
import { sizeBytesOf, type WaitingEvent } from './waiting-event.ts'

/** The events that no request holds yet, and the order in which they go out. */
export interface EventQueue {
  add(event: WaitingEvent): void
  /** One attempt at all that waits, one request after the other. */
  flush(): Promise<void>
  /** Sends what can outlive the page, all at once, as there may be no later. What does not fit goes on waiting. */
  leave(): void
}

/** The gateway would take 500: more than 20 save it little, and make one failure longer to mend. */
const MAX_BATCH_COUNT = 20

/** How long the first event of a request waits for others. */
const BATCH_WAIT_MS = 250

/** So large that a request is kept alive by browsers, if nothing else is under way. One event alone may be larger. */
const MAX_BATCH_BYTES = 60_000

/** The gateway may fail on an event so often before it is given up. Otherwise it would hold up all others for good. */
const MAX_FAILURE_COUNT = 10

/** A queue that has one request under way at a time: so events arrive in the order of their calls. */
export function createEventQueue(post: Post, kept: KeptEvents): EventQueue {
  const waiting: WaitingEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** In a row, of any request. */
  let failureCount = 0
  /** In a row, of one event that was alone in its request. */
  let failureAloneCount = 0
  let pausedUntil = 0
  let isPauseAsked = false
  /** Smaller after a failure that one event may have brought about, to find it. */
  let batchCount = MAX_BATCH_COUNT

  const isForbidden = (): boolean => isPauseAsked && Date.now() < pausedUntil

  function plan(): void {
    if (running || !waiting.length) return
    const pauseMs = pausedUntil - Date.now()
    if (pauseMs <= 0 && waiting.length >= MAX_BATCH_COUNT) void run()
    else timer ??= setTimeout(run, Math.max(pauseMs, BATCH_WAIT_MS))
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    return (running ??= drain().finally(() => {
      running = undefined
      plan()
    }))
  }

  async function drain(): Promise<void> {
    let goesOn = !isForbidden()
    while (goesOn && waiting.length) goesOn = await send(take())
  }

  /** The next events of one request. With `roomBytes` none at all, if the first does not fit. */
  function take(roomBytes?: number): readonly WaitingEvent[] {
    const batch: WaitingEvent[] = []
    let sizeBytes = 0
    for (let event = waiting[0]; event && batch.length < batchCount; event = waiting[0]) {
      sizeBytes += sizeBytesOf(event.json) + 1
      if (sizeBytes > (roomBytes ?? (batch.length ? MAX_BATCH_BYTES : Infinity))) break
      waiting.shift()
      if (!event.isAdopted || kept.has(event.messageId)) batch.push(event)
      else event.settle()
    }
    return batch
  }

  /** Whether the next request may follow at once. */
  async function send(batch: readonly WaitingEvent[]): Promise<boolean> {
    if (!batch.length) return true
    const answer = await sendBatch(post, batch)
    const unsettled = batch.filter((_, index) => !answer.data?.batch?.[index])
    if (unsettled.length) return goesOnAfter(answer, unsettled, batch.length > 1)
    failureCount = failureAloneCount = 0
    batchCount = MAX_BATCH_COUNT
    return true
  }

  function goesOnAfter(answer: Answer<unknown>, unsettled: readonly WaitingEvent[], isOneOfMany: boolean): boolean {
    const isFinal = isRefusal(answer)
    const isSuspicious = mayBeOfOneEvent(answer)
    if (isSuspicious && isOneOfMany) {
      batchCount = Math.ceil(unsettled.length / 2)
    } else if (isFinal || (isSuspicious && ++failureAloneCount >= MAX_FAILURE_COUNT)) {
      for (const event of unsettled) event.settle(refusalOf(event, answer, isFinal))
      unsettled = []
      failureAloneCount = 0
      batchCount = MAX_BATCH_COUNT
    }
    waiting.push(...unsettled)
    waiting.sort((a, b) => a.calledAt - b.calledAt)
    if (isFinal) return true
    const askedMs = answer.retryAfterMs ?? (answer.errors?.[0]?.extensions?.retryAfterSeconds ?? 0) * 1000
    isPauseAsked = askedMs > 0
    pausedUntil = Date.now() + (askedMs || backoffMs(++failureCount))
    return false
  }

  return {
    add(event) {
      waiting.push(event)
      plan()
    },
    flush: run,
    leave() {
      while (!isForbidden()) {
        const batch = take(post.roomBytes())
        if (!batch.length) break
        void send(batch).then(plan)
      }
    },
  }
}
