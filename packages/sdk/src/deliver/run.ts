import type { Logger } from '../logger.ts'
import type { Plan } from '../plan/planned-request.ts'
import { createDeliveryEngine } from './engine/create-delivery-engine.ts'
import type { DeliveryAccount } from './engine/delivery-account.ts'
import { deliveryEntry } from './engine/delivery-entry.ts'
import { requestBitsOf } from './request-bits.ts'
import { createSendHost, type SendEntry } from './send-host.ts'
import type { HeldBack } from './send-options.ts'
import { settle, type Rejected, type Settlement } from './settlement.ts'

/** An event that is ready to be sent. */
export interface PlannedEvent {
  readonly index: number
  readonly messageId: string
  readonly plan: Plan
  /** What it shares with other events of the same person. */
  readonly orderKeys: readonly string[]
}

/** An event of a run: planned, or settled before it began. */
export type RunInput = PlannedEvent | Rejected

/** What a run works with. */
export interface RunOptions {
  readonly account: DeliveryAccount
  readonly consentGapMs: number
  readonly maxAttempts: number
  readonly timeoutMs: number
  readonly logger: Logger | undefined
  readonly signal: AbortSignal | undefined
  /** Told once for each event. */
  readonly onSettled: (settlement: Settlement) => void
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number
}

/** The delivery of the events of one `send` or `sendAll`. */
export interface Run {
  /** Adds events, in order; their indexes go up. */
  add(events: readonly RunInput[]): void
  /** Resolves when every event that was added is settled. */
  settled(): Promise<void>
  readonly unsettledCount: number
  /** Calls made since it began, those for others of the same client too. */
  readonly callCount: number
  heldBy(): HeldBack | undefined
  /** Ends it; there must be nothing left to settle. */
  close(): void
}

/** Starts the delivery of one `send` or `sendAll`. */
export function createRun(options: RunOptions): Run {
  const { account, consentGapMs, signal, onSettled, logger, random = Math.random } = options
  const unsettled = new Map<number, SendEntry>()
  const waiting: (() => void)[] = []
  const callCountBefore = account.callCount
  let isEnded = false

  const done = (settlement: Settlement): void => {
    unsettled.delete(settlement.index)
    onSettled(settlement)
    if (unsettled.size === 0) for (const resolve of waiting.splice(0)) resolve()
  }
  const host = createSendHost({
    ...options,
    clock: account.clock,
    random,
    onSettled: done,
    giveUp: (entry, outcome) => engine.giveUp(entry, outcome),
  })
  const engine = createDeliveryEngine<SendEntry>({
    account,
    host,
    consentGapMs,
    random,
    onFault: (cause) => logger?.error(`Delivery broke in an unexpected way: ${String(cause)}`),
  })
  const end = (): void => {
    isEnded = true
    engine.abort()
    // In order, so that who reports in order can.
    for (const entry of unsettled.values()) host.end(entry)
  }
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted === true) end()

  return {
    add(events) {
      const entries: SendEntry[] = []
      for (const event of events) {
        if ('status' in event) onSettled(event)
        else if (event.plan.requests.length === 0) onSettled(settle(event, { status: 'delivered', warnings: [] }))
        else {
          const entry = toEntry(event)
          unsettled.set(entry.seq, entry)
          entries.push(entry)
        }
      }
      if (isEnded) for (const entry of entries) host.end(entry)
      else engine.add(entries)
    },
    settled: () => (unsettled.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
    get unsettledCount() {
      return unsettled.size
    },
    get callCount() {
      return account.callCount - callCountBefore
    },
    heldBy: () => engine.heldBy(),
    close() {
      signal?.removeEventListener('abort', end)
      engine.abort()
      host.close()
    },
  }
}

function toEntry({ index, messageId, plan, orderKeys }: PlannedEvent): SendEntry {
  const own = { messageId, plan, startedAtMs: undefined, failureCount: 0, isSettled: false }
  return Object.assign(deliveryEntry(index, orderKeys, requestBitsOf(plan)), own)
}
