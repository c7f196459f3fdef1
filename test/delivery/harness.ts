import { createSandbox, type Sandbox, type SandboxOptions } from '@rudder-klaviyo/sandbox'
import { createKlaviyo, type JsonObject, type Settlement } from '@rudder-klaviyo/sdk'
import { type KlaviyoState, readRows, stateOfSandbox } from './klaviyo-state.ts'
import { createNetwork, type Exchange } from './network.ts'
import { losing, type Sabotage, sendAllEvents } from './sabotage.ts'
import type { Stream } from './step.ts'
import { toEvent } from './to-event.ts'
import { underVirtualTime } from './virtual-time.ts'

/** How a stream is delivered. */
export interface DeliverOptions {
  /** Mode, switches, faults and the like. */
  readonly sandbox?: SandboxOptions
  /** Options of `createKlaviyo` beside key, revision and fetch. */
  readonly klaviyo?: { readonly maxAttempts?: number; readonly timeoutMs?: number; readonly rateShare?: number }
  /** A stage that is broken on purpose. */
  readonly sabotage?: Sabotage
  /** Sent before the stream, without faults of the network, for example to know people. */
  readonly before?: (sandbox: Sandbox) => Promise<void>
}

/** What was seen of a delivery. */
export interface Delivered {
  /** In the order in which they were told. */
  readonly settlements: readonly Settlement[]
  readonly exchanges: readonly Exchange[]
  readonly state: KlaviyoState
  readonly violations: readonly JsonObject[]
}

/** When every run starts, after the times of the events. */
const START_MS = Date.parse('2026-09-01T00:00:00.000Z')

// Timers and dates are those of the process, replaced, and not an injected clock: the time-out of one attempt and the
// sandbox's latency are outside of every clock that could be given.
/** Sends a stream with the SDK to a sandbox of its own, both under one virtual time. */
export function deliver(stream: Stream, options: DeliverOptions = {}): Promise<Delivered> {
  return deliverEvents(stream.steps.map(toEvent), { ...options, revision: stream.revision })
}

/** As `deliver`, for events as they are. */
export function deliverEvents(
  events: readonly unknown[],
  { revision, ...options }: DeliverOptions & { readonly revision: Stream['revision'] },
): Promise<Delivered> {
  return underVirtualTime(START_MS, async () => {
    const sandbox = createSandbox(options.sandbox)
    await options.before?.(sandbox)
    const network = createNetwork(sandbox.fetch)
    // An outage of a fault lasts for more attempts than are the default.
    const klaviyo = createKlaviyo({
      apiKey: 'pk_test',
      revision,
      fetch: losing(network.fetch, options.sabotage),
      maxAttempts: 50,
      timeoutMs: 1_800_000,
      ...options.klaviyo,
    })
    const settlements = await sendAllEvents(klaviyo, events, options.sabotage)
    await sandbox.idle()
    return {
      settlements,
      exchanges: network.exchanges,
      state: await stateOfSandbox(sandbox),
      violations: await readRows(sandbox, 'violations'),
    }
  })
}
