import type { Decision } from '../model.ts'
import { identifiersOf } from '../model/model-profile.ts'
import type { Step } from '../step.ts'
import { lifetimesOf } from './lifetimes.ts'
import type { SentCall } from './sent-calls.ts'

/** Changes of consent of one person in one direction, with no opposite one between. */
interface Run {
  readonly isSubscribe: boolean
  readonly lists: Set<string>
  readonly decisions: Decision[]
  readonly calls: SentCall[]
}

/** What the check has to know beside calls and decisions. */
export interface ConsentCheck {
  readonly calls: readonly SentCall[]
  /** The changes that must be sent. */
  readonly decisions: readonly Decision[]
  readonly steps: readonly Step[]
  /** Least time between the answer to a change and the opposite one. */
  readonly gapMs: number
}

/**
 * What is wrong with the changes of consent, in words: for each email and phone number they must be sent in the order of
 * the events (equal ones that follow each other may be one), opposite ones the gap apart, and each after the profile
 * import of its own event. Calls that were not answered with success count when nothing tells that they had no effect.
 */
export function consentFaults({ calls, decisions, steps, gapMs }: ConsentCheck): readonly string[] {
  const lifetimes = lifetimesOf(calls)
  const wanted = new Map<string, Run[]>()
  for (const decision of decisions) {
    for (const key of keysOf(decision)) {
      const run = runOf(wanted, key, decision.isSubscribe)
      run.lists.add(decision.list)
      run.decisions.push(decision)
    }
  }
  const sent = new Map<string, Run[]>()
  for (const call of calls) {
    if (call.kind !== 'subscribe' && call.kind !== 'unsubscribe') continue
    const { status } = call.exchange
    if (status !== undefined && status >= 400 && status < 500) continue
    for (const key of call.entries.flatMap(({ keys }) => keys).filter((one) => !one.startsWith('id:'))) {
      const run = runOf(sent, key, call.kind === 'subscribe')
      run.lists.add(call.list ?? '')
      run.calls.push(call)
    }
  }
  const faults: string[] = []
  for (const key of new Set([...wanted.keys(), ...sent.keys()])) {
    const runs = sent.get(key) ?? []
    const wantedRuns = wanted.get(key) ?? []
    if (textOf(runs) !== textOf(wantedRuns)) faults.push(`${key}: ${textOf(runs)} instead of ${textOf(wantedRuns)}`)
    for (const [index, { calls: later }] of runs.entries()) {
      const before = runs[index - 1]?.calls ?? []
      const answeredMs = Math.max(...before.map((call) => lifetimes.get(call) ?? Infinity))
      const beganMs = Math.min(...later.map(({ exchange }) => exchange.beganMs))
      if (beganMs < answeredMs + gapMs) faults.push(`${key}: opposite changes ${beganMs - answeredMs} ms apart`)
    }
    for (const [index, run] of wantedRuns.entries()) {
      faults.push(...ownImportFaults(run, runs[index]?.calls ?? [], calls, steps).map((fault) => `${key}: ${fault}`))
    }
  }
  return faults
}

/** A change must not be sent before the profile import of its event: the last one of a run tells for all of it. */
function ownImportFaults(
  run: Run,
  sent: readonly SentCall[],
  calls: readonly SentCall[],
  steps: readonly Step[],
): readonly string[] {
  const lifetimes = lifetimesOf(calls)
  return run.decisions.flatMap(({ step, list }) => {
    if (step.kind !== 'identify') return []
    const place = steps.findLastIndex(({ messageId }) => messageId === step.messageId)
    const last = sent.findLast((call) => call.list === list)
    const who = Object.entries(identifiersOf(step.who, true)).map(([name, value]) => `${name}:${value}`)
    const isImported = calls.some(
      (call) =>
        (lifetimes.get(call) ?? Infinity) <= (last?.exchange.beganMs ?? Infinity) &&
        call.entries.some(
          ({ seen, keys }) =>
            seen !== undefined &&
            steps.findLastIndex(({ messageId }) => messageId === seen) >= place &&
            keys.some((key) => who.includes(key)),
        ),
    )
    return isImported || run.decisions.findLast((one) => one.list === list)?.step !== step
      ? []
      : [`the change of ${step.messageId} comes before its import`]
  })
}

const keysOf = ({ contacts }: Decision): readonly string[] =>
  Object.entries(contacts).map(([name, value]) => `${name}:${value}`)

function runOf(runs: Map<string, Run[]>, key: string, isSubscribe: boolean): Run {
  const ofKey = runs.get(key) ?? []
  runs.set(key, ofKey)
  const last = ofKey.at(-1)
  if (last?.isSubscribe === isSubscribe) return last
  const run: Run = { isSubscribe, lists: new Set(), decisions: [], calls: [] }
  ofKey.push(run)
  return run
}

const textOf = (runs: readonly Run[]): string =>
  runs.map(({ isSubscribe, lists }) => `${isSubscribe ? '+' : '-'}${[...lists].toSorted().join('/')}`).join(' ')
