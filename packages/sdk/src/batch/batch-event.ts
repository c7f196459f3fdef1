import type { Plan } from '../plan/planned-request.ts'

/**
 * An event that is about to be sent, as batching sees it. `Entry` is whatever the caller knows the event by.
 * @example const isNew = ({ answeredCount }: BatchEvent<string>) => answeredCount === 0
 */
export interface BatchEvent<Entry> {
  readonly entry: Entry
  readonly plan: Plan
  /** What it shares with other events of the same person (`orderKeysOf`). */
  readonly orderKeys: readonly string[]
  /** How many requests of the plan were answered with success before; they are not sent again. */
  readonly answeredCount: number
  /** Whether it goes in calls of its own: it failed before, or is linked to others and cannot be merged with them. */
  readonly isAlone: boolean
}

/** What a bulk call is made of: one or more events that became one thing to send. */
export interface Member<Entry> {
  /** The events it stands for, oldest first; never empty. */
  readonly entries: readonly Entry[]
  /** The same for all members of one person in a batch: they are not torn apart without need. */
  readonly person?: object | undefined
}
