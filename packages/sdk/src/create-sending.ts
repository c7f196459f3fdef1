import type { Call } from './client/call.ts'
import type { Planner } from './create-planner.ts'
import { deliverEvent } from './deliver/deliver-event.ts'
import { createDelivery } from './deliver/deliver-plan.ts'
import { createSender, type PlannedEvent, type Sender } from './deliver/send-events.ts'
import type { SendAllOptions, SendOptions, SendSummary } from './deliver/send-options.ts'
import type { Delivered, Rejected, Settlement } from './deliver/settlement.ts'
import { ConfigError } from './errors/config-error.ts'
import { EventInvalidError } from './errors/event-invalid-error.ts'
import { isRecord } from './event/record.ts'
import type { ResolvedOptions } from './klaviyo-options.ts'
import { readInput, type InputEvent } from './read-input.ts'
import { sendAllParts } from './send-all.ts'
import { messageIdOf } from './validate/validate-event.ts'

/** Events under way at a time. */
const CONCURRENCY = 8

/** What sending works with. */
export interface SendingOptions extends ResolvedOptions {
  readonly call: Call
  readonly planner: Planner
}

/** Events in, settlements out. */
export interface Sending {
  readonly send: (events: readonly unknown[], options?: SendOptions) => Promise<readonly Settlement[]>
  readonly sendAll: (
    events: AsyncIterable<unknown> | Iterable<unknown>,
    options?: SendAllOptions,
  ) => Promise<SendSummary>
  /** Sends one event; rejects with its error when it was not delivered. */
  readonly sendOne: (input: InputEvent, options?: SendOptions) => Promise<Delivered>
}

/** Sending by options: plans everything, then hands it to a sender of its own, which keeps the order of each person. */
export function createSending(options: SendingOptions): Sending {
  const { planner } = options
  return {
    async send(events, sendOptions = {}) {
      const { sender } = startSending(options, sendOptions)
      return settleAll(events.map(readInput), 0, { sender, planner })
    },
    async sendAll(events, sendOptions = {}) {
      const { sender, requestCount } = startSending(options, sendOptions)
      const send = (part: readonly unknown[], firstIndex: number) =>
        settleAll(part.map(readInput), firstIndex, { sender, planner })
      return sendAllParts(events, { send, requestCount }, sendOptions)
    },
    async sendOne(input, sendOptions = {}) {
      const { sender } = startSending(options, sendOptions)
      const [settlement] = await settleAll([input], 0, { sender, planner })
      if (settlement === undefined) throw new Error('a sender settles every event')
      if ('error' in settlement) throw settlement.error
      return settlement
    },
  }
}

function startSending(options: SendingOptions, { signal, timeoutMs = options.timeoutMs }: SendOptions) {
  if ((options.apiKey ?? options.accessToken) === undefined) throw missingKey()
  let callCount = 0
  const counted: Call = (request) => {
    callCount += 1
    return options.call(request)
  }
  const deliver = createDelivery({ call: counted, revision: options.settings.revision })
  const { maxAttempts, logger } = options
  const onRetry = (error: Error, waitMs: number) => logger?.debug(`${error.message} Trying again in ${waitMs} ms.`)
  const sender = createSender({
    deliver: (plan) => deliverEvent(plan, { deliver, maxAttempts, timeoutMs, signal, onRetry }),
    concurrency: CONCURRENCY,
  })
  return { sender, requestCount: () => callCount }
}

async function settleAll(
  inputs: readonly InputEvent[],
  firstIndex: number,
  { sender, planner }: { readonly sender: Sender; readonly planner: Planner },
): Promise<readonly Settlement[]> {
  const planned = inputs.map((input, offset) => plannedOrRejected(input, firstIndex + offset, planner))
  const sent = await sender(planned.filter((event) => 'plan' in event))
  const settlements = [...sent, ...planned.filter((event) => 'status' in event)]
  return Object.freeze(settlements.toSorted((one, other) => one.index - other.index))
}

function plannedOrRejected(input: InputEvent, index: number, planner: Planner): PlannedEvent | Rejected {
  const given = messageIdOf(input.event)
  const messageId = given ?? crypto.randomUUID()
  const event = given === undefined && isRecord(input.event) ? { ...input.event, messageId } : input.event
  try {
    return { index, messageId, ...planner.prepare({ ...input, event }) }
  } catch (error) {
    if (!(error instanceof EventInvalidError)) throw error
    return Object.freeze({ index, messageId, warnings: error.warnings, status: 'rejected', error })
  }
}

function missingKey(): ConfigError {
  const message =
    'Sending needs a key: set the option `apiKey` (a private key of the Klaviyo account) or `accessToken`.'
  return new ConfigError([{ path: 'apiKey', code: 'REQUIRED', message }])
}
