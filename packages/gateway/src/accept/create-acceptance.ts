import { randomUUID } from 'node:crypto'
import type { Settings } from '@rudder-klaviyo/sdk'
import type { Logger } from '../dispatch/logger.ts'
import type { EnqueueResult } from '../outbox/event-row.ts'
import { OutboxError } from '../outbox/outbox-error.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { AcceptWarning, Acceptance, AcceptResult } from './acceptance.ts'
import { prepareEvent, type PreparedEvent } from './prepare-event.ts'
import { toStoredEvent } from './stored-event.ts'

/** Settings of {@link createAcceptance}. */
export interface AcceptanceOptions {
  readonly outbox: Outbox
  /** By their names; every source's account is among them. */
  readonly accounts: ReadonlyMap<string, { readonly settings: Settings }>
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Makes the messageId of an event that has none. @default a random uuid */
  readonly newId?: () => string
  /** Told of an event that broke planning, which is a fault of ours. @default nobody */
  readonly logger?: Pick<Logger, 'error'>
}

type ReadyEvent = Extract<PreparedEvent, { kind: 'ready' }>

/** The way into the outbox, over all accounts. */
export function createAcceptance(options: AcceptanceOptions): Acceptance {
  const { outbox, accounts, now = Date.now, newId = randomUUID, logger } = options

  const settingsOf = (account: string): Settings => {
    const found = accounts.get(account)
    if (found !== undefined) return found.settings
    throw new Error(`No account "${account}": name one of ${[...accounts.keys()].join(', ')} for the source.`)
  }

  return {
    async accept(source, events) {
      const preparation = { source, settings: settingsOf(source.account), nowMs: now(), newId, logger }
      const prepared = events.map((event) => prepareEvent(event, preparation))
      const ready = prepared.filter((event) => event.kind === 'ready')
      const answers = await keep(outbox, ready)
      let next = 0
      return prepared.map((event) => (event.kind === 'ready' ? answers(event, next++) : event))
    },
    async status({ account, name }, messageId) {
      const row = await outbox.find({ account, source: name, messageId })
      return row === undefined ? undefined : toStoredEvent(row)
    },
  }
}

/** Commits events together; gives the answer to each by its place. */
async function keep(
  outbox: Outbox,
  ready: readonly ReadyEvent[],
): Promise<(event: ReadyEvent, index: number) => AcceptResult> {
  try {
    const results = await outbox.enqueue(ready.map(({ event }) => event))
    return (event, index) => toAccepted(event, results[index])
  } catch (error) {
    if (!(error instanceof OutboxError)) throw error
    const { message, retryAfterSeconds } = error
    return ({ event }) => ({ kind: 'unavailable', messageId: event.messageId, retryAfterSeconds, message })
  }
}

function toAccepted({ event, warnings }: ReadyEvent, result: EnqueueResult | undefined): AcceptResult {
  if (result === undefined) throw new Error(`The outbox gave no result for event "${event.messageId}".`)
  const { isDuplicate, row } = result
  const differs: readonly AcceptWarning[] =
    row.digest === event.digest
      ? []
      : [
          {
            path: 'messageId',
            code: 'PAYLOAD_DIFFERS',
            message: `"${event.messageId}" was accepted before with another payload. The first one stands; give each event a messageId of its own.`,
          },
        ]
  return {
    kind: 'accepted',
    messageId: event.messageId,
    duplicate: isDuplicate,
    warnings: [...warnings, ...differs],
    event: toStoredEvent(row),
  }
}
