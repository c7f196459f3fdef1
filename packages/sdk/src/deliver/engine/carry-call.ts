import type { BatchCall } from '../../batch/batch-call.ts'
import type { Member } from '../../batch/batch-event.ts'
import type { CallAnswer } from '../../client/call.ts'
import { KlaviyoApiError } from '../../errors/klaviyo-api-error.ts'
import { type KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { RetryScope } from '../outcome.ts'
import type { Slot } from '../rate/rate-limiter.ts'
import { RETRY_RULES } from '../retry-policy.ts'
import { errorOf } from './error-of.ts'
import { traceErrors } from './trace-errors.ts'

/** What one kind of request does with its calls and their answers. */
export interface Lane<M extends Member<unknown>> {
  /** A call with exactly these members. */
  cut(members: readonly M[]): BatchCall<M>
  /** Resolves when a call may begin; gives what to call when it has been answered or has failed. */
  mayBegin?(): Promise<() => void>
  /** Klaviyo took the call. */
  answered(call: BatchCall<M>, answer: CallAnswer): Promise<void> | void
  /** Klaviyo refused a call of this one member, or said for certain that the member is to blame. */
  refused(member: M, error: KlaviyoError): Promise<void> | void
  /** The members have to be sent by themselves for a verdict. */
  sendAlone(members: readonly M[]): void
  /** Not taken and not refused: to be sent again, after what `scope` says. */
  putOff(members: readonly M[], error: KlaviyoError, scope: RetryScope): void
  /** They go back unsent, since something before them was put off. */
  postpone(members: readonly M[]): void
  /** The key may not do this; whether there is another way, which the members have taken then. */
  goesOtherwise?(members: readonly M[], error: KlaviyoError): boolean
  /** As few as this, they are sent by themselves rather than looked through in halves. @default 0 */
  readonly maxAloneCount?: number
  /** Why an answer with success is none; what happened is unknown then. */
  problemOf?(answer: CallAnswer): KlaviyoError | undefined
  /**
   * What happened to a call is unknown, and it is to be sent again: those that still need to be, perhaps later. Left out
   * where `REPEAT_RULES` ask for nothing.
   */
  beforeRepeat?(members: readonly M[], sinceMs: number): Promise<readonly M[]>
}

/** What carrying a call needs. */
export interface Carrier<M extends Member<unknown>> {
  readonly lane: Lane<M>
  /** Makes one attempt; `slot` if there is one already. `undefined`: nothing was sent, and nothing is to be done. */
  attempt(call: BatchCall<M>, options: AttemptOptions): Promise<CallAnswer | undefined>
  /** Whether a call may be made once more, after `waitMs`. */
  mayRepeat(members: readonly M[], waitMs: number): boolean
  /** How long to wait before the same call once more, in milliseconds. */
  repeatAfterMs(error: KlaviyoError): number
  wait(ms: number): Promise<void>
  now(): number
  /** The operation fails for everybody. */
  outage(members: readonly M[], error: KlaviyoError): void
  /** Whether the operation has worked since a member last failed: then a failure is its own fault. */
  isOwnFault(member: M): boolean
}

/** How an attempt is made. */
export interface AttemptOptions {
  readonly slot?: Slot | undefined
  /** Whether it looks for the culprit among many: it counts against nobody. */
  readonly isTrace: boolean
}

type Sent =
  | { readonly status: 'done' }
  /** Some of it is sent again later: what comes behind it of the same person waits. */
  | { readonly status: 'put-off' }
  | { readonly status: 'unknown'; readonly error: KlaviyoError; readonly sinceMs: number }

/**
 * Carries a call to its end: everything that can be said of its members has been said when this resolves.
 *
 * - A call of unknown outcome is made once more, then in halves. A half that is taken proves that the operation works, so
 *   the rest is about its events, and is halved until they are found. If none is taken, it is an outage.
 * - A refused call is traced by the pointers of its errors; without any, by halves.
 */
export async function carryCall<M extends Member<unknown>>(
  call: BatchCall<M>,
  carrier: Carrier<M>,
  slot?: Slot,
): Promise<void> {
  const first = await send(call, carrier, { slot, isTrace: false })
  if (first.status !== 'unknown') return
  const { lane } = carrier
  const waitMs = carrier.repeatAfterMs(first.error)
  if (!carrier.mayRepeat(call.members, waitMs)) {
    await sendParts(call.members, { failure: first, carrier, isProven: false })
    return
  }
  await carrier.wait(waitMs)
  const members = (await lane.beforeRepeat?.(call.members, first.sinceMs)) ?? call.members
  if (members.length === 0) return
  const second = await send(lane.cut(members), carrier, { isTrace: false })
  if (second.status === 'unknown') await sendParts(members, { failure: second, carrier, isProven: false })
}

async function send<M extends Member<unknown>>(
  call: BatchCall<M>,
  carrier: Carrier<M>,
  options: AttemptOptions,
): Promise<Sent> {
  const { lane } = carrier
  const sinceMs = carrier.now()
  let answer: CallAnswer | undefined
  const release = lane.mayBegin === undefined ? undefined : await lane.mayBegin()
  try {
    answer = await carrier.attempt(call, options)
    const problem = answer === undefined ? undefined : lane.problemOf?.(answer)
    if (problem !== undefined) {
      release?.()
      return { status: 'unknown', error: problem, sinceMs }
    }
  } catch (cause) {
    release?.()
    const error = errorOf(cause, call.operation)
    const { scope, isSurelyNotDone } = RETRY_RULES[error.code]
    if (scope === 'none') return trace(call, error, carrier)
    if (!isSurelyNotDone) return { status: 'unknown', error, sinceMs }
    if (scope === 'account' && lane.goesOtherwise?.(call.members, error) === true) return { status: 'put-off' }
    lane.putOff(call.members, error, scope)
    return { status: 'put-off' }
  }
  // Nothing was sent, which says nothing about the operation.
  if (answer === undefined) {
    release?.()
    return { status: 'put-off' }
  }
  await lane.answered(call, answer)
  release?.()
  return { status: 'done' }
}

/** An outage is nobody's fault; but an event that fails while others are taken is at fault itself. */
function giveUp<M extends Member<unknown>>(members: readonly M[], error: KlaviyoError, carrier: Carrier<M>): void {
  const [only, ...others] = members
  if (only !== undefined && others.length === 0 && carrier.isOwnFault(only)) {
    carrier.lane.putOff([only], error, 'event')
    return
  }
  carrier.outage(members, error)
  carrier.lane.putOff(members, error, 'operation')
}

interface Search<M extends Member<unknown>> {
  readonly failure: Extract<Sent, { status: 'unknown' }>
  readonly carrier: Carrier<M>
  /** Whether the operation is known to work, so that a failure is about the members. */
  readonly isProven: boolean
}

/** Looks for those whose fault a failure is, in halves; a person is not torn apart as long as there are others. */
async function sendParts<M extends Member<unknown>>(
  failed: readonly M[],
  { failure, carrier, isProven }: Search<M>,
): Promise<void> {
  const { lane } = carrier
  const members = failed.length === 1 ? failed : ((await lane.beforeRepeat?.(failed, failure.sinceMs)) ?? failed)
  const [only, ...others] = members
  if (only === undefined) return
  if (others.length === 0) {
    if (isProven) lane.putOff([only], failure.error, 'event')
    else giveUp([only], failure.error, carrier)
    return
  }
  const parts = halvesOf(members)
  if (parts === undefined) return sendInOrder(members, carrier, isProven)
  const results = await Promise.all(
    parts.map(async (part) => ({ part, sent: await send(lane.cut(part), carrier, { isTrace: true }) })),
  )
  const isWorking = isProven || results.some(({ sent }) => sent.status === 'done')
  for (const { part, sent } of results) {
    if (sent.status !== 'unknown') continue
    if (isWorking) await sendParts(part, { failure: sent, carrier, isProven: true })
    else giveUp(part, sent.error, carrier)
  }
}

/** Two parts of about the same size, between two people; `undefined` when there is one person only. */
function halvesOf<M extends Member<unknown>>(members: readonly M[]): readonly [readonly M[], readonly M[]] | undefined {
  const middle = Math.ceil(members.length / 2)
  const isBoundary = (index: number): boolean => {
    const person = members[index]?.person
    return person === undefined || person !== members[index - 1]?.person
  }
  for (let distance = 0; distance < members.length; distance += 1) {
    for (const index of [middle - distance, middle + distance]) {
      if (index > 0 && index < members.length && isBoundary(index))
        return [members.slice(0, index), members.slice(index)]
    }
  }
  return undefined
}

/** One after the other: what comes behind one that fails waits with it. */
async function sendInOrder<M extends Member<unknown>>(
  members: readonly M[],
  carrier: Carrier<M>,
  isProven: boolean,
): Promise<void> {
  const { lane } = carrier
  for (const [index, member] of members.entries()) {
    const sent = await send(lane.cut([member]), carrier, { isTrace: true })
    if (sent.status === 'done') continue
    if (sent.status === 'unknown' && isProven) lane.putOff([member], sent.error, 'event')
    else if (sent.status === 'unknown') giveUp([member], sent.error, carrier)
    lane.postpone(members.slice(index + 1))
    return
  }
}

/** Finds out whom a refusal is about. Whoever is not to blame is sent again at once. */
async function trace<M extends Member<unknown>>(
  call: BatchCall<M>,
  error: KlaviyoError,
  carrier: Carrier<M>,
): Promise<Sent> {
  const { lane } = carrier
  const [only, ...others] = call.members
  if (only === undefined) return { status: 'done' }
  if (others.length === 0) {
    await lane.refused(only, error)
    return { status: 'done' }
  }
  const found = error instanceof KlaviyoApiError ? traceErrors(call, error) : undefined
  if (found === undefined) return traceByHalves(call.members, carrier)
  for (const [member, own] of found.certain) await lane.refused(member, own)
  const rest = call.members.filter((member) => !found.certain.has(member) && !found.suspected.includes(member))
  const isBehind = (member: M): boolean =>
    found.suspected.some(
      (suspect) =>
        suspect.person !== undefined &&
        suspect.person === member.person &&
        call.members.indexOf(suspect) < call.members.indexOf(member),
    )
  const behind = found.suspected.length === 0 ? [] : rest.filter(isBehind)
  const atOnce = behind.length === 0 ? rest : rest.filter((member) => !behind.includes(member))
  const sent = await resend(atOnce, carrier)
  if (found.suspected.length === 0) return sent
  lane.sendAlone(found.suspected)
  lane.postpone(behind)
  return { status: 'put-off' }
}

/** In two halves, one after the other. What comes behind something of the same person that is put off waits with it. */
async function traceByHalves<M extends Member<unknown>>(members: readonly M[], carrier: Carrier<M>): Promise<Sent> {
  const middle = Math.ceil(members.length / 2)
  const people = halvesOf(members)
  const [first, second] = people ?? [members.slice(0, middle), members.slice(middle)]
  const sent = await resend(first, carrier)
  if (sent.status === 'put-off' && people === undefined) {
    carrier.lane.postpone(second)
    return sent
  }
  const next = await resend(second, carrier)
  return sent.status === 'put-off' ? sent : next
}

async function resend<M extends Member<unknown>>(members: readonly M[], carrier: Carrier<M>): Promise<Sent> {
  if (members.length === 0) return { status: 'done' }
  const sent = await send(carrier.lane.cut(members), carrier, { isTrace: true })
  if (sent.status !== 'unknown') return sent
  giveUp(members, sent.error, carrier)
  return { status: 'put-off' }
}
