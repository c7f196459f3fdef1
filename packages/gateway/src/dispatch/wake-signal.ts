import type { Clock } from './clock.ts'

/** Lets a loop sleep until there is something to do. */
export interface WakeSignal {
  /** Ends the sleep, or the next one when nobody sleeps. */
  wake(): void
  /** Sleeps until `wake` or for this long. */
  sleep(delayMs: number): Promise<void>
}

/** A signal for one loop. */
export function createWakeSignal(clock: Clock): WakeSignal {
  let isPending = false
  let end: (() => void) | undefined

  return {
    wake() {
      isPending = true
      end?.()
    },
    async sleep(delayMs) {
      if (!isPending && delayMs > 0) {
        await new Promise<void>((resolve) => {
          const cancel = clock.setTimer(resolve, delayMs)
          end = () => {
            cancel()
            resolve()
          }
        })
        end = undefined
      }
      isPending = false
    },
  }
}
