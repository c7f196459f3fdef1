import { heldByText, type HeldBy } from './held-by.ts'
import type { Pace } from './pace.ts'

/** What a person sees of a run under way. */
export interface View {
  readonly settledCount: number
  /** From 0 to 1; `undefined` when it is not known how much there is. */
  readonly share: number | undefined
  readonly pace: Pace
  readonly heldBy: HeldBy | undefined
  readonly nowMs: number
}

const BAR_WIDTH = 24

/** A run in one line: how much is done, how fast, how long it will take, what holds it back. */
export function progressLine(view: View): string {
  const { settledCount, share, pace, heldBy, nowMs } = view
  return [
    `${settledCount.toLocaleString('en')} events`,
    share === undefined ? '' : `${Math.floor(share * 100)} %`,
    `${Math.round(pace.perSecond).toLocaleString('en')}/s`,
    pace.leftMs === undefined ? '' : `${durationText(pace.leftMs)} left`,
    heldByText(heldBy, nowMs),
  ]
    .filter((part) => part !== '')
    .join('  ')
}

/** The same with a bar before it where the share is known, cut to the width of a terminal. */
export function progressBar(view: View, width: number): string {
  const line = progressLine(view)
  const full = view.share === undefined ? line : `${bar(view.share)}  ${line}`
  return full.slice(0, Math.max(1, width))
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
}

/** `7 s`, `3:05`, `1:02:09`. */
function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const padded = (value: number): string => String(value).padStart(2, '0')
  return hours === 0 ? `${minutes}:${padded(rest)}` : `${hours}:${padded(minutes)}:${padded(rest)}`
}
