/** Work that goes on after the answer. */
export interface Background {
  /** Does the steps one after the other, each in a turn of its own, after what was scheduled before. */
  readonly run: (steps: readonly (() => void)[]) => void
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
}

/** Does the work at the next turns of the event loop. */
export function createBackground(): Background {
  let last = Promise.resolve()
  return {
    run: (steps) => {
      for (const step of steps) last = last.then(nextTurn).then(step)
    },
    idle: async () => {
      let seen: Promise<void> | undefined
      while (seen !== last) {
        seen = last
        await seen
      }
    },
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
