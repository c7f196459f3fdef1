import type { Call } from './client/call.ts'
import { endpointsOf } from './client/revisions.ts'
import { createPlanner, type Planner } from './create-planner.ts'
import { createDeliveryAccount, type DeliveryAccount } from './deliver/engine/delivery-account.ts'
import { createRun, type Run, type RunInput } from './deliver/run.ts'
import type { SendAllOptions, SendOptions, SendSummary } from './deliver/send-options.ts'
import type { Delivered, Settlement } from './deliver/settlement.ts'
import { ConfigError } from './errors/config-error.ts'
import { EventInvalidError } from './errors/event-invalid-error.ts'
import { isRecord } from './event/record.ts'
import { resolveOptions, type ResolvedOptions } from './klaviyo-options.ts'
import { readInput, type InputEvent } from './read-input.ts'
import { sendStream } from './send-all.ts'
import { messageIdOf } from './validate/validate-event.ts'

/** What sending works with. */
export interface SendingOptions extends ResolvedOptions {
  readonly call: Call
  readonly planner: Planner
}

/**
 * Events in, settlements out.
 * @example const sendOne = (sending: Sending, event: unknown) => sending.send([event])
 */
export interface Sending {
  readonly send: (events: readonly unknown[], options?: SendOptions) => Promise<readonly Settlement[]>
  readonly sendAll: (
    events: AsyncIterable<unknown> | Iterable<unknown>,
    options?: SendAllOptions,
  ) => Promise<SendSummary>
  /** Sends one event; rejects with its error when it was not delivered. */
  readonly sendOne: (input: InputEvent, options?: SendOptions) => Promise<Delivered>
}

/**
 * Sending by options. Limits, bulk imports and what the key may do belong to the account, and so to everything that is
 * sent; the order of people's events belongs to one call.
 */
export function createSending(options: SendingOptions): Sending {
  const { call, planner, settings, clock } = options
  let account: DeliveryAccount | undefined
  const start = (sendOptions: SendOptions, onSettled: (settlement: Settlement) => void): Run => {
    if ((options.apiKey ?? options.accessToken) === undefined) throw missingKey()
    account ??= createDeliveryAccount({
      call,
      revision: settings.revision,
      endpoints: endpointsOf(settings.revision),
      rateShare: settings.rateShare,
      clock,
    })
    const { signal, timeoutMs = options.timeoutMs } = sendOptions
    const { maxAttempts, logger } = options
    const { consentGapMs } = settings
    return createRun({ account, consentGapMs, maxAttempts, timeoutMs, logger, signal, onSettled })
  }
  const send = async (inputs: readonly InputEvent[], sendOptions: SendOptions): Promise<readonly Settlement[]> => {
    const settlements: Settlement[] = []
    const run = start(sendOptions, (settlement) => {
      settlements[settlement.index] = settlement
    })
    try {
      run.add(inputs.map((input, index) => prepared(input, index, planner)))
      await run.settled()
    } finally {
      run.close()
    }
    return Object.freeze(settlements)
  }

  return {
    send: async (events, sendOptions = {}) => send(events.map(readInput), sendOptions),
    async sendAll(events, sendOptions = {}) {
      return sendStream(events, {
        ...sendOptions,
        clock,
        start: (onSettled) => start(sendOptions, onSettled),
        prepare: (event, index) => prepared(readInput(event), index, planner),
      })
    },
    async sendOne(input, sendOptions = {}) {
      const [settlement] = await send([input], sendOptions)
      if (settlement === undefined) throw new Error('every event is settled')
      if ('error' in settlement) throw settlement.error
      return settlement
    },
  }
}

/**
 * Sending over a `Call` of one's own, for simulations: nothing is sent by HTTP.
 * @throws {ConfigError} that names every fault of the options
 * @example const sending: Sending = createSendingOver(call, { rateShare: 1 })
 */
export function createSendingOver(call: Call, options: object): Sending {
  const resolved = resolveOptions({ apiKey: 'none', ...options })
  return createSending({ ...resolved, call, planner: createPlanner(resolved) })
}

/** The event, planned, or its settlement when it cannot be. */
function prepared(input: InputEvent, index: number, planner: Planner): RunInput {
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
