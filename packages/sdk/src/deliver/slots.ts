/** Runs so many tasks at a time; the others wait in line. */
export interface Slots {
  run<T>(task: () => Promise<T>): Promise<T>
}

/** Slots for `count` tasks at a time. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = []
  let freeCount = count
  const take = (): Promise<void> => {
    if (freeCount > 0) {
      freeCount -= 1
      return Promise.resolve()
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(resolve)
    return promise
  }
  const giveBack = () => {
    const next = waiting.shift()
    if (next === undefined) freeCount += 1
    else next()
  }
  return {
    async run(task) {
      await take()
      try {
        return await task()
      } finally {
        giveBack()
      }
    },
  }
}
