/** Saves now and then what has changed. */
export interface PeriodicSave {
  /** There is something to save. */
  readonly touch: () => void
  /** Ends it, when a save under way is done. What was touched since is left to the caller. */
  readonly end: () => Promise<void>
}

/** How the saving goes. */
export interface PeriodicSaveOptions {
  readonly save: () => Promise<void>
  /** In milliseconds. */
  readonly everyMs: number
  /** Called once; nothing is saved after that. */
  readonly onFailed: (error: unknown) => void
}

/** Starts saving; one save at a time. A long silence after a change must not leave it unsaved, hence a timer. */
export function startPeriodicSave({ save, everyMs, onFailed }: PeriodicSaveOptions): PeriodicSave {
  let isTouched = false
  let underWay: Promise<void> | undefined
  const timer = setInterval(() => {
    if (!isTouched || underWay !== undefined) return
    isTouched = false
    underWay = save().then(
      () => {
        underWay = undefined
      },
      (error: unknown) => {
        // `underWay` stays: it keeps the next save away.
        clearInterval(timer)
        onFailed(error)
      },
    )
  }, everyMs)
  timer.unref()
  return {
    touch: () => {
      isTouched = true
    },
    async end() {
      clearInterval(timer)
      await underWay
    },
  }
}
