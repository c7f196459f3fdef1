import { objectIn, objectsIn, textOf } from '../klaviyo-state.ts'
import type { SentCall } from './sent-calls.ts'

/** When a call counts as answered, by delivery's rules; `Infinity` if never. */
export type Lifetimes = ReadonlyMap<SentCall, number>

/** A job that came to an end, whatever it was. */
const ENDED = ['complete', 'cancelled']

/**
 * When each call was answered. A bulk import is answered when its sender has read that its job is complete; before that,
 * nobody can know what became of its members.
 */
export function lifetimesOf(calls: readonly SentCall[]): Lifetimes {
  const endedMs = new Map<string, number>()
  for (const { kind, exchange } of calls.toSorted((one, other) => one.exchange.endedMs - other.exchange.endedMs)) {
    if (kind !== 'read' || !exchange.path.startsWith('/api/profile-bulk-import-jobs')) continue
    for (const job of [objectIn(exchange.answer, 'data'), ...objectsIn(exchange.answer)]) {
      const isEnded = ENDED.includes(textOf(objectIn(job, 'attributes')['status']))
      const id = textOf(job['id'])
      if (isEnded && !endedMs.has(id)) endedMs.set(id, exchange.endedMs)
    }
  }
  return new Map(
    calls.map((call) => [call, isJob(call) ? (endedMs.get(jobIdOf(call)) ?? Infinity) : call.exchange.endedMs]),
  )
}

/** The id of the job that a bulk import was answered with; empty without one. */
export const jobIdOf = ({ exchange }: SentCall): string => textOf(objectIn(exchange.answer, 'data')['id'])

const isJob = (call: SentCall): boolean =>
  call.kind === 'bulk import' && call.exchange.status === 202 && jobIdOf(call) !== ''
