import { createCall, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { onTestFinished } from 'vitest'
import type { AcceptResult, StoredEvent } from '../../accept/acceptance.ts'
import type { Account } from '../../accept/account.ts'
import { createAcceptance } from '../../accept/create-acceptance.ts'
import { openOutbox } from '../../outbox/open-outbox.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import { temporaryFolder } from '../../outbox/testing/temporary-folder.ts'
import { startDispatcher, type Dispatcher, type DispatcherOptions } from '../start-dispatcher.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

/** One call of Klaviyo's API. */
export interface Call {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** The body, as JSON. */
  readonly body: string
  /** Whom it carries: events by their messageId, profiles by their user id, else by their email. */
  readonly ids: readonly string[]
  readonly atMs: number
  readonly signal: AbortSignal
}

/** How a test answers a call: by the call, and by how many calls carried its first event before. */
export type Answer = (call: Call, earlierCount: number) => Response | Promise<Response>

/** A dispatcher over a real outbox, with a clock and a Klaviyo that a test has in its hands. */
export interface DispatchKit {
  readonly outbox: Outbox
  readonly clock: ManualClock
  readonly calls: Call[]
  /** Whom the calls so far carried, in order. */
  sent(): readonly string[]
  accept(...events: readonly object[]): Promise<readonly AcceptResult[]>
  start(options?: Partial<DispatcherOptions>): Dispatcher
  status(messageId: string): Promise<StoredEvent | undefined>
  /** Moves the clock in small steps until the condition holds, or fails after this much of its time. */
  until(condition: () => boolean | Promise<boolean>, limitMs?: number): Promise<void>
  /** Until nothing of the account is left to deliver. */
  done(limitMs?: number): Promise<void>
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

const QUIET_ROUNDS = 5

/** Everything is gone after the test. */
export async function createDispatchKit({ answer, settings = {}, share }: KitOptions): Promise<DispatchKit> {
  const clock = share?.kit.clock ?? createManualClock()
  const outbox = share?.kit.outbox ?? (await openTemporaryOutbox(clock))
  const name = share?.account ?? 'shop'
  const calls: Call[] = []
  const klaviyo = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const body = await request.text()
    const { method, signal } = request
    const call = {
      method,
      path: decodeURIComponent(pathname + search),
      body,
      ids: idsIn(body),
      atMs: clock.now(),
      signal,
    }
    const earlierCount = calls.filter(({ ids }) => call.ids[0] !== undefined && ids.includes(call.ids[0])).length
    calls.push(call)
    return answer(call, earlierCount)
  }
  const resolved = resolveSettings(settings)
  const account: Account = {
    name,
    settings: resolved,
    call: createCall({
      apiKey: 'pk_test',
      baseUrl: 'http://klaviyo.test',
      revision: resolved.revision,
      fetch: async (request) => klaviyo(request instanceof Request ? request : new Request(request)),
      clock,
    }),
  }
  const source = { name: 'web', account: name, mayChangeConsent: true }
  const acceptance = createAcceptance({ outbox, accounts: new Map([[name, account]]), now: () => clock.now() })

  const settled = async (): Promise<void> => {
    // Statements are answered in order, so behind a ping everything that was asked before is done; what follows from
    // it may ask again: an event is taken up, read and begun before its call, and settled behind it.
    let seenCount = calls.length
    for (let quietRounds = 0; quietRounds < QUIET_ROUNDS; quietRounds += 1) {
      await outbox.ping()
      await new Promise((resolve) => setImmediate(resolve))
      if (calls.length !== seenCount) quietRounds = 0
      seenCount = calls.length
    }
  }

  const stop = async (dispatcher: Dispatcher): Promise<void> => {
    let isDone = false
    const stopping = dispatcher.stop().finally(() => (isDone = true))
    for (await settled(); !isDone; await settled()) clock.advance(250)
    await stopping
  }

  const until: DispatchKit['until'] = async (condition, limitMs = 60_000) => {
    const stepMs = limitMs > 600_000 ? 1_000 : 250
    for (let elapsedMs = 0; elapsedMs <= limitMs; elapsedMs += stepMs) {
      await settled()
      if (await condition()) return
      clock.advance(stepMs)
    }
    throw new Error(`After ${limitMs} ms it is still not so: ${condition.toString()}`)
  }

  return {
    outbox,
    clock,
    calls,
    settled,
    stop,
    until,
    done: (limitMs) => until(async () => (await outbox.store.countBacklog(name)) === 0, limitMs),
    sent: () => calls.flatMap(({ ids }) => ids),
    accept: (...events) => acceptance.accept(source, events),
    start(options = {}) {
      const quiet = () => {}
      const logger = { info: quiet, warn: quiet, error: quiet }
      const dispatcher = startDispatcher({ outbox, account, clock, random: () => 0, logger, ...options })
      if (share === undefined) onTestFinished(() => stop(dispatcher))
      return dispatcher
    },
    status: (messageId) => acceptance.status(source, messageId),
  }
}

function idsIn(body: string): readonly string[] {
  for (const field of ['unique_id', 'external_id', 'email']) {
    const ids = [...body.matchAll(new RegExp(`"${field}":"([^"]*)"`, 'g'))].map(([, id = '']) => id)
    if (ids.length > 0) return ids
  }
  return []
}

async function openTemporaryOutbox(clock: ManualClock): Promise<Outbox> {
  const dataDir = await temporaryFolder()
  const outbox = await openOutbox({ dataDir, now: () => clock.now() })
  onTestFinished(() => outbox.close().catch(() => undefined))
  return outbox
}
