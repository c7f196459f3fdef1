import { systemClock as platformClock, type Clock as DeliveryClock } from '@rudder-klaviyo/sdk/stages'

/** The time, as a dispatcher reads it and waits for it. */
export interface Clock extends DeliveryClock {
  /** Milliseconds that only grow; they stand still while the machine is suspended. */
  monotonic(): number
}

/** The clocks of this machine. */
export const systemClock: Clock = { ...platformClock, monotonic: () => performance.now() }
