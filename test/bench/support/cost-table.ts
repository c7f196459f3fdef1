import { bytesOfAll, callCountOf, type CallTally } from './call-tally.ts'
import { toColumns } from './columns.ts'
import type { SendingCost } from './way-of-sending.ts'

/** A line of a table of costs. */
export interface CostRow {
  readonly way: string
  readonly cost: SendingCost
  /** What else is to be said. */
  readonly note?: string
}

/** Calls as `13 (7 + 1 + 5)`: all, and those for events, profiles and subscriptions. */
export function callsText(tally: CallTally): string {
  const parts = [tally.events, tally.profiles, tally.subscriptions].map(({ callCount }) => count(callCount))
  return `${count(callCountOf(tally))} (${parts.join(' + ')})`
}

/** The bytes of all bodies, as `3.23 MB`. */
export const bytesText = (tally: CallTally): string => `${(bytesOfAll(tally) / 1e6).toFixed(2)} MB`

/** A simulated time, in whole seconds. */
export const secondsText = (ms: number): string => `${count(Math.round(ms / 1000))} s`

const count = (value: number): string => value.toLocaleString('en')

/** The ways of sending one stream, side by side. */
export function toCostTable(title: string, rows: readonly CostRow[]): string {
  const header = [title, 'calls (events + profiles + subscriptions)', 'bodies', 'last call begins at', '']
  const lines = rows.map(({ way, cost: { tally, lastStartMs }, note = '' }) => [
    way,
    callsText(tally),
    bytesText(tally),
    secondsText(lastStartMs),
    note,
  ])
  return toColumns([header, ...lines])
}
