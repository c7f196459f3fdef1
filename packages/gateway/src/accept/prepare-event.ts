import { EventInvalidError, type EventType, type EventWarning, type Plan, type Settings } from '@rudder-klaviyo/sdk'
import { orderKeysOf, planEvent } from '@rudder-klaviyo/sdk/stages'
import type { Logger } from '../dispatch/logger.ts'
import type { NewEvent } from '../outbox/event-row.ts'
import { WRITES } from '../outbox/event-bits.ts'
import type { AcceptIssue, AcceptResult, Source } from './acceptance.ts'
import { digestOf } from './digest.ts'
import { planFacts, type PlanFacts } from './plan-facts.ts'
import { shortOrderKey } from './short-order-key.ts'

/** An event that may enter the outbox, or the answer that it may not. */
export type PreparedEvent =
  | { readonly kind: 'ready'; readonly event: NewEvent; readonly warnings: readonly EventWarning[] }
  | Extract<AcceptResult, { kind: 'invalid' }>

/** The longest messageId, in characters: it is kept, indexed and told back, and a uuid has 36. */
const MAX_MESSAGE_ID_LENGTH = 256

/** What preparing needs beside the event. */
export interface Preparation {
  readonly source: Source
  readonly settings: Settings
  readonly nowMs: number
  /** Makes the messageId of an event that has none. */
  readonly newId: () => string
  readonly logger: Pick<Logger, 'error'> | undefined
}

/** Plans an event for its answer, and stamps what is kept of it. The event is not changed. */
export function prepareEvent(raw: unknown, preparation: Preparation): PreparedEvent {
  try {
    const plan = planEvent(raw, preparation.settings)
    const facts = planFacts(plan)
    const refusal = refuseMessageId(plan) ?? refuseConsent(plan, facts, raw, preparation.source)
    return refusal ?? ready(toRecord(raw), plan, facts, preparation)
  } catch (error) {
    return refuse(error, preparation.logger)
  }
}

function ready(
  raw: object,
  plan: Plan,
  facts: PlanFacts,
  { source, settings, nowMs, newId }: Preparation,
): PreparedEvent {
  const { warnings } = plan
  const messageId = plan.messageId ?? newId()
  const accepted = {
    ...raw,
    ...(plan.messageId === undefined ? { messageId } : undefined),
    ...(facts.needsTime ? { timestamp: new Date(nowMs).toISOString() } : undefined),
  }
  const isFiltered = plan.requests.length === 0
  const type = typeOf(raw)
  return {
    kind: 'ready',
    warnings,
    event: {
      account: source.account,
      source: source.name,
      messageId,
      type,
      isFiltered,
      name: type === 'track' || type === 'screen' ? (facts.metric ?? nameOf(raw)) : undefined,
      keys: orderKeysOf(plan, raw, settings).map(shortOrderKey),
      ops: facts.ops,
      writes: facts.writes,
      list: facts.list,
      digest: digestOf(raw),
      // A filtered event is never read again, so nothing personal is kept of it.
      body: isFiltered ? undefined : JSON.stringify(accepted),
      warnings: warnings.length === 0 ? undefined : JSON.stringify(warnings),
    },
  }
}

function refuse(error: unknown, logger: Preparation['logger']): PreparedEvent {
  if (error instanceof EventInvalidError) {
    const { messageId, message, issues } = error
    return { kind: 'invalid', ...(messageId === undefined ? undefined : { messageId }), message, issues }
  }
  // It is about this event, and a next try would end the same: a client must not be told to try for ever.
  // A RangeError is an event that is nested deeper than the stack; anything else is ours to mend.
  if (!(error instanceof RangeError)) logger?.error('An event could not be planned for an unexpected reason.', error)
  return invalid(undefined, {
    path: '',
    code: 'NOT_USABLE',
    message: 'The event cannot be read: it must be JSON, and not nested thousands of levels deep.',
  })
}

function refuseMessageId({ messageId = '' }: Plan): PreparedEvent | undefined {
  if (messageId.length <= MAX_MESSAGE_ID_LENGTH) return undefined
  return invalid(undefined, {
    path: 'messageId',
    code: 'TOO_LONG',
    message: `\`messageId\` has ${messageId.length} characters, ${MAX_MESSAGE_ID_LENGTH} at most: give a shorter one, such as a uuid.`,
  })
}

function refuseConsent(plan: Plan, { writes }: PlanFacts, raw: unknown, source: Source): PreparedEvent | undefined {
  if (source.mayChangeConsent || (writes & (WRITES.subscribe | WRITES.unsubscribe)) === 0) return undefined
  return invalid(plan.messageId, {
    path: typeOf(toRecord(raw)) === 'group' ? 'traits.subscribe' : 'traits.properties.subscribe',
    code: 'CONSENT_NOT_ALLOWED',
    message:
      'This key may not change consent, and nothing of the event was accepted. ' +
      "Send it with the server key, or set `consentFrom: 'any'` for this source.",
  })
}

function invalid(messageId: string | undefined, issue: AcceptIssue): PreparedEvent {
  return {
    kind: 'invalid',
    ...(messageId === undefined ? undefined : { messageId }),
    message: issue.message,
    issues: [issue],
  }
}

function toRecord(raw: unknown): object {
  // Planning has refused everything else.
  return typeof raw === 'object' && raw !== null ? raw : {}
}

/** The type as it is kept: a page that was planned is mapped as a track. */
function typeOf(raw: object): EventType {
  const type = String(Reflect.get(raw, 'type')).toLowerCase()
  return type === 'identify' || type === 'group' || type === 'screen' ? type : 'track'
}

/** The name of a filtered event, which has no metric. */
function nameOf(raw: object): string | undefined {
  const name: unknown = Reflect.get(raw, 'event') ?? Reflect.get(raw, 'name')
  return typeof name === 'string' ? name : undefined
}
