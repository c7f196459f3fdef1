import { type Journey, type SandboxResponse, textOf } from './exchange.ts'
import type { SandboxClock } from './state/clock.ts'

/** Where an answer goes: a connection, or the promise of `sandbox.fetch`. */
export interface Destination {
  /** The whole answer. */
  readonly send: (response: SandboxResponse) => void
  /** No answer: the connection breaks. */
  readonly cut: () => void
  /** The head of an answer whose body follows in parts. */
  readonly begin: (response: SandboxResponse) => PartsOfBody
  /** Calls back once, when the client is gone. */
  readonly onGone: (run: () => void) => void
}

/** Takes a body part by part. */
export interface PartsOfBody {
  readonly bytes: Uint8Array
  readonly write: (part: Uint8Array) => void
  readonly end: () => void
}

const STEP_COUNT = 20

/** Sends an answer as its journey says. */
export function travel(response: SandboxResponse, destination: Destination, clock: SandboxClock): void {
  const { journey } = response
  if (journey === undefined) {
    destination.send(response)
    return
  }
  let cancelTimer = () => {}
  let isOver = false
  const over = () => {
    if (isOver) return
    isOver = true
    cancelTimer()
    journey.onEnd?.()
  }
  const after = (ms: number, run: () => void) => {
    cancelTimer = clock.setTimer(run, ms)
  }
  destination.onGone(over)
  const sendAll = () => {
    destination.send(response)
    over()
  }
  const arrive = () => {
    if (isOver) return
    if (journey.end === 'silent') return
    if (journey.end === 'cut') destination.cut()
    else if (journey.bodyMs === undefined) destination.send(response)
    else if (textOf(response) === undefined) {
      // Without a body there is nothing to send in parts: the answer itself is late, or never comes.
      if (journey.stopsHalfWay !== true) after(journey.bodyMs, sendAll)
      return
    } else {
      dribble(destination.begin(response), { ...journey, bodyMs: journey.bodyMs }, { after, over })
      return
    }
    over()
  }
  if (journey.delayMs === undefined || journey.delayMs === 0) arrive()
  else after(journey.delayMs, arrive)
}

interface Timing {
  readonly after: (ms: number, run: () => void) => void
  readonly over: () => void
}

/** Sends a body in equal parts at equal times; what stops half way is never ended. */
function dribble(
  { bytes, write, end }: PartsOfBody,
  { bodyMs, stopsHalfWay = false }: Journey & { readonly bodyMs: number },
  { after, over }: Timing,
): void {
  const lastStep = stopsHalfWay ? STEP_COUNT / 2 : STEP_COUNT
  const until = (step: number) => Math.floor((bytes.byteLength * step) / STEP_COUNT)
  const next = (step: number) => {
    const part = bytes.subarray(until(step - 1), until(step))
    if (part.byteLength > 0) write(part)
    if (step < lastStep) after(bodyMs / STEP_COUNT, () => next(step + 1))
    else if (!stopsHalfWay) {
      end()
      over()
    }
  }
  after(bodyMs / STEP_COUNT, () => next(1))
}
