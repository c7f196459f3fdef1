import type { Mode } from '../options.ts'
import type { SandboxClock } from './clock.ts'
import { type Random, createRandom } from './random.ts'

type Timers = Pick<SandboxClock, 'setTimer'>

/** How the work after an answer is done. */
export interface BackgroundOptions {
  readonly mode: Mode
  /** Where the random times of `shuffled` come from: the same seed gives the same times. */
  readonly seed: number
  /** How long a job takes, in milliseconds; in `shuffled` half to one and a half times as long. 0: the next turns. */
  readonly jobMs: number
  /** The longest time between a 202 and its effect in `shuffled`, in milliseconds. */
  readonly effectWithinMs: number
}

/** What a job goes through. */
export interface JobStages {
  readonly start: () => void
  readonly effect: () => void
  readonly finish: () => void
}

/** Work that goes on after the answer. */
export interface Background {
  /** Lets a request that was answered with 202 take effect: at once in `fifo`, later in `shuffled`. */
  readonly takeEffect: (effect: () => void) => void
  /** Carries a job to its end. The answer stops it where it is; what took effect stays. */
  readonly runJob: (stages: JobStages) => () => void
  /** How many jobs and effects are still to come. */
  readonly outstandingCount: () => number
  /** Resolves when nothing is outstanding. Time has to pass for that: a clock that stands still waits for ever. */
  readonly idle: () => Promise<void>
  /** Drops everything outstanding. It never takes effect. */
  readonly clear: () => void
}

interface Step {
  readonly afterMs: number
  readonly run: () => void
}

/** A background in which nothing is outstanding yet. */
export function createBackground(timers: Timers, { mode, seed, jobMs, effectWithinMs }: BackgroundOptions): Background {
  const random = createRandom(seed)
  const outstanding = createOutstanding(timers)
  const jobSteps: Readonly<Record<Mode, (stages: JobStages) => readonly Step[]>> = {
    fifo: (stages) => inOrder(stages, jobMs),
    shuffled: (stages) => atAnyTime(stages, jobMs, random),
  }
  return {
    takeEffect: (effect) => {
      if (mode === 'fifo') effect()
      else outstanding.run([{ afterMs: Math.floor(random() * effectWithinMs), run: effect }])
    },
    runJob: (stages) => outstanding.run(jobSteps[mode](stages)),
    outstandingCount: outstanding.count,
    idle: outstanding.none,
    clear: outstanding.clear,
  }
}

/** The effect is there at once; what the job says of itself follows. */
function inOrder({ start, effect, finish }: JobStages, jobMs: number): readonly Step[] {
  effect()
  return [
    { afterMs: jobMs / 2, run: start },
    { afterMs: jobMs / 2, run: finish },
  ]
}

/** The effect is somewhere between start and end, so a job can be seen at work with and without its effect. */
function atAnyTime({ start, effect, finish }: JobStages, jobMs: number, random: Random): readonly Step[] {
  const wholeMs = jobMs * (0.5 + random())
  const [first = 0, second = 0] = [random() * wholeMs, random() * wholeMs].toSorted((left, right) => left - right)
  return [
    { afterMs: first, run: start },
    { afterMs: second - first, run: effect },
    { afterMs: wholeMs - second, run: finish },
  ]
}

/** Chains of steps that were begun and are not at their end. */
function createOutstanding({ setTimer }: Timers) {
  const begun = new Set<() => void>()
  const waiting: (() => void)[] = []
  const tellWhenNone = () => {
    if (begun.size === 0) for (const resolve of waiting.splice(0)) resolve()
  }
  return {
    run: (steps: readonly Step[]): (() => void) => {
      let at = 0
      let cancelTimer = () => {}
      const stop = () => {
        cancelTimer()
        begun.delete(stop)
        tellWhenNone()
      }
      const next = () => {
        const step = steps[at]
        if (step === undefined) return stop()
        at += 1
        cancelTimer = setTimer(() => {
          step.run()
          next()
        }, step.afterMs)
      }
      begun.add(stop)
      next()
      return stop
    },
    count: () => begun.size,
    none: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve)
        tellWhenNone()
      }),
    clear: () => {
      for (const stop of begun) stop()
    },
  }
}
