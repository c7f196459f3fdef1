import type { Plan } from '@rudder-klaviyo/sdk'
import { resolveSettings, type PlanOutcome } from '@rudder-klaviyo/sdk/stages'
import { onTestFinished } from 'vitest'
import type { AcceptResult, StoredEvent } from '../../accept/acceptance.ts'
import type { Account, DeliverOptions } from '../../accept/account.ts'
import { createAcceptance } from '../../accept/create-acceptance.ts'
import { openOutbox } from '../../outbox/open-outbox.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import { temporaryFolder } from '../../outbox/testing/temporary-folder.ts'
import { startDispatcher, type Dispatcher, type DispatcherOptions } from '../start-dispatcher.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

/** One call of `deliver`. */
export interface Call {
  readonly messageId: string
  readonly atMs: number
  readonly plan: Plan
  readonly options: DeliverOptions
}

/** How a test answers a call: by the event, and by how many calls it had before. */
export type Answer = (call: Call, earlierCount: number) => PlanOutcome | Promise<PlanOutcome>

/** A dispatcher over a real outbox, with a clock and a `deliver` that a test has in its hands. */
export interface DispatchKit {
  readonly outbox: Outbox
  readonly clock: ManualClock
  readonly calls: Call[]
  /** The messageIds of the calls so far. */
  sent(): readonly string[]
  accept(...events: readonly object[]): Promise<readonly AcceptResult[]>
  start(options?: Partial<DispatcherOptions>): Dispatcher
  status(messageId: string): Promise<StoredEvent | undefined>
  /** Moves the clock in small steps until the condition holds, or fails after this much of its time. */
  until(condition: () => boolean | Promise<boolean>, limitMs?: number): Promise<void>
  /** Stops a dispatcher while the clock goes on. */
  stop(dispatcher: Dispatcher): Promise<void>
  /** Lets everything that can happen without the clock happen. */
  settled(): Promise<void>
}

/** Settings of {@link createDispatchKit}. */
export interface KitOptions {
  readonly answer: Answer
  readonly settings?: Record<string, unknown>
  /** Shares the outbox and the clock of another kit, under another account. */
  readonly share?: { readonly kit: DispatchKit; readonly account: string }
}

/** Everything is gone after the test. */
export async function createDispatchKit({ answer, settings = {}, share }: KitOptions): Promise<DispatchKit> {
  const clock = share?.kit.clock ?? createManualClock()
  const outbox = share?.kit.outbox ?? (await openTemporaryOutbox(clock))
  const name = share?.account ?? 'shop'
  const calls: Call[] = []
  const account: Account = {
    name,
    settings: resolveSettings(settings),
    async deliver(plan, options) {
      const messageId = plan.messageId ?? ''
      const earlierCount = calls.filter((call) => call.messageId === messageId).length
      const call = { messageId, atMs: clock.now(), plan, options }
      calls.push(call)
      return answer(call, earlierCount)
    },
  }
  const source = { name: 'web', account: name, mayChangeConsent: true }
  const acceptance = createAcceptance({ outbox, accounts: new Map([[name, account]]), now: () => clock.now() })

  const settled = async (): Promise<void> => {
    // Statements are answered in order, so behind a ping everything that was asked before is done; what follows from
    // it may ask again.
    for (let round = 0; round < 4; round += 1) {
      await outbox.ping()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  const stop = async (dispatcher: Dispatcher): Promise<void> => {
    let isDone = false
    const stopping = dispatcher.stop().finally(() => (isDone = true))
    for (await settled(); !isDone; await settled()) clock.advance(250)
    await stopping
  }

  return {
    outbox,
    clock,
    calls,
    settled,
    stop,
    sent: () => calls.map(({ messageId }) => messageId),
    accept: (...events) => acceptance.accept(source, events),
    start(options = {}) {
      const quiet = () => {}
      const logger = { info: quiet, warn: quiet, error: quiet }
      const dispatcher = startDispatcher({ outbox, account, clock, random: () => 0, logger, ...options })
      if (share === undefined) onTestFinished(() => stop(dispatcher))
      return dispatcher
    },
    status: (messageId) => acceptance.status(source, messageId),
    async until(condition, limitMs = 60_000) {
      const stepMs = limitMs > 600_000 ? 1_000 : 250
      for (let elapsedMs = 0; elapsedMs <= limitMs; elapsedMs += stepMs) {
        await settled()
        if (await condition()) return
        clock.advance(stepMs)
      }
      throw new Error(`After ${limitMs} ms it is still not so: ${condition.toString()}`)
    },
  }
}

async function openTemporaryOutbox(clock: ManualClock): Promise<Outbox> {
  const dataDir = await temporaryFolder()
  const outbox = await openOutbox({ dataDir, now: () => clock.now() })
  onTestFinished(() => outbox.close().catch(() => undefined))
  return outbox
}
