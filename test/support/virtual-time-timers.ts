/** A timer; `over` is called once, when it fires or is called off. */
export interface VirtualTimer {
  readonly setAtMs: number
  readonly atMs: number
  run(): void
  over(): void
}

/** Timers in the order they fire: by time, and of one time by when they were set. */
export interface TimerQueue {
  /** Gives the way to call it off. */
  add(timer: VirtualTimer): () => void
  count(): number
  next(): VirtualTimer | undefined
  /** Fires one. */
  fireNext(): void
}

/** An empty queue. A timer at no finite time never fires, and is not kept. */
export function createTimerQueue(): TimerQueue {
  /** The next one last. */
  const timers: VirtualTimer[] = []

  const placeOf = (atMs: number) => {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((timers[middle]?.atMs ?? 0) > atMs) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    count: () => timers.length,
    next: () => timers.at(-1),
    add(timer) {
      if (!Number.isFinite(timer.atMs)) {
        timer.over()
        return () => {}
      }
      timers.splice(placeOf(timer.atMs), 0, timer)
      return () => {
        const index = timers.indexOf(timer)
        if (index === -1) return
        timers.splice(index, 1)
        timer.over()
      }
    },
    fireNext() {
      const timer = timers.pop()
      timer?.over()
      timer?.run()
    },
  }
}
