import type { FaultRule } from './faults/fault-rule.ts'
import type { SandboxClock } from './state/clock.ts'
import type { NewId } from './state/ids.ts'
import { machineClock } from './state/machine-clock.ts'
import { DEFAULT_SWITCHES, type Switches } from './switches.ts'

/** When what is answered with "later" takes effect: `fifo` in the order of the requests, `shuffled` in any order. */
export type Mode = 'fifo' | 'shuffled'

/** Settings of a sandbox; all have defaults. */
export interface SandboxOptions {
  /** Where time comes from, and what waits. @default the machine's */
  readonly clock?: SandboxClock
  /** Makes the ids of profiles, lists, jobs and the like. @default random ones that look like Klaviyo's */
  readonly newId?: NewId
  /** How many requests `GET /sandbox/requests` remembers, the newest. @default 100_000 */
  readonly maxRequests?: number
  /** When what is answered with "later" takes effect. @default 'fifo' */
  readonly mode?: Mode
  /** Everything that looks random here follows from it: where the rate windows start, the shuffling, jitter. @default 1 */
  readonly seed?: number
  /** How long a bulk import job takes, in milliseconds. @default 0: it is done right after the answer */
  readonly jobMs?: number
  /**
   * In `shuffled`, the longest time between a 202 and its effect, in milliseconds. Below the gap that opposite consent
   * changes keep, so that these cannot cross.
   * @default 8000
   */
  readonly effectWithinMs?: number
  /** Whether a call beyond a rate window is refused with 429. @default true */
  readonly rateLimits?: boolean
  /** The part of each rate window that other programs of the account use up, from 0 to 1. @default 0 */
  readonly otherUsers?: number
  /**
   * Two opposite consent changes of a profile that come closer together are a violation, in milliseconds. Klaviyo
   * processes both later, and they might cross.
   * @default 10_000
   */
  readonly consentGapMs?: number
  /** Where Klaviyo's behaviour is not certain. What is missing keeps its default. */
  readonly switches?: Partial<Switches>
  /** What goes wrong, from the start; more can be added by `POST /sandbox/faults`. @default nothing */
  readonly faults?: readonly FaultRule[]
}

/** The settings of a sandbox, complete. */
export interface Settings {
  readonly clock: SandboxClock
  readonly maxRequests: number
  readonly mode: Mode
  readonly seed: number
  readonly jobMs: number
  readonly effectWithinMs: number
  readonly rateLimits: boolean
  readonly otherUsers: number
  readonly consentGapMs: number
  readonly switches: Switches
}

const DEFAULTS: Settings = {
  clock: machineClock,
  maxRequests: 100_000,
  mode: 'fifo',
  seed: 1,
  jobMs: 0,
  effectWithinMs: 8_000,
  rateLimits: true,
  otherUsers: 0,
  consentGapMs: 10_000,
  switches: DEFAULT_SWITCHES,
}

/** The options with the defaults in the places of what is missing. */
export function settingsOf(options: SandboxOptions): Settings {
  return { ...DEFAULTS, ...options, switches: { ...DEFAULT_SWITCHES, ...options.switches } }
}
