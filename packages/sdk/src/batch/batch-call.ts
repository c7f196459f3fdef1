import type { Member } from './batch-event.ts'

/** A call that carries the requests of one or more events, ready to be sent. */
export interface BatchCall<M extends Member<unknown>> {
  /** The operation id of the revision, for example `bulk_create_events`. */
  readonly operation: string
  /** Without a trailing slash. */
  readonly path: string
  /** The body, as JSON. */
  readonly body: string
  readonly members: readonly M[]
  /**
   * Whom a JSON pointer of Klaviyo's errors into this body is about; `undefined` when it is about no member. With
   * `isCertain` the verdict is theirs; without, they have to be sent by themselves to know.
   */
  readonly blame: (pointer: string) => Blame<M> | undefined
}

/** The members that an error is about. */
export interface Blame<M> {
  readonly members: readonly M[]
  readonly isCertain: boolean
}

/** What was cut off, and what is left for the next call. */
export interface Cut<M extends Member<unknown>> {
  readonly call: BatchCall<M>
  readonly rest: readonly M[]
}

/** How large a call may be. Both limits are Klaviyo's. */
export interface CallLimits {
  readonly maxCount: number
  /** Of the whole body as it is sent. */
  readonly maxBytes: number
}

/** Whom an error of a call with one event is about. */
export function blameAll<M>(members: readonly M[]): () => Blame<M> {
  return () => ({ members, isCertain: true })
}
