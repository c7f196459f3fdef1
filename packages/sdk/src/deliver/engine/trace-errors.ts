import type { BatchCall } from '../../batch/batch-call.ts'
import type { Member } from '../../batch/batch-event.ts'
import type { KlaviyoApiError, KlaviyoApiErrorEntry } from '../../errors/klaviyo-api-error.ts'
import { withErrorsOnly } from '../../errors/to-klaviyo-error.ts'

/** Whom the errors of a refused call are about. */
export interface TracedErrors<M> {
  /** Refused, each with the words about it. */
  readonly certain: ReadonlyMap<M, KlaviyoApiError>
  /** Have to be sent by themselves to know. */
  readonly suspected: readonly M[]
}

/** Pointers that say no more than "somewhere in the members". */
const TOO_WIDE = /^(?:\/data(?:\/attributes(?:\/(?:profiles|events-bulk-create)(?:\/data)?)?)?)?\/?$/

/**
 * Reads the pointers of a refusal. An error about what all members share, such as the list, is about all of them.
 * `undefined` when they do not say whom it is about.
 */
export function traceErrors<M extends Member<unknown>>(
  call: BatchCall<M>,
  error: KlaviyoApiError,
): TracedErrors<M> | undefined {
  const words = new Map<M, KlaviyoApiErrorEntry[]>()
  const suspected = new Set<M>()
  for (const entry of error.errors) {
    if (entry.pointer === undefined || TOO_WIDE.test(entry.pointer)) return undefined
    const blame = call.blame(entry.pointer)
    // A repeat of a `unique_id` is no fault: the single operation takes it.
    const isCertain = (blame?.isCertain ?? true) && !isAboutUniqueId(entry)
    for (const member of blame?.members ?? call.members) {
      if (isCertain) words.set(member, [...(words.get(member) ?? []), entry])
      else suspected.add(member)
    }
  }
  if (words.size === 0 && suspected.size === 0) return undefined
  for (const member of words.keys()) suspected.delete(member)
  return {
    certain: new Map([...words].map(([member, errors]) => [member, withErrorsOnly(error, errors)])),
    suspected: [...suspected],
  }
}

/** Whether an error is about an event that Klaviyo has already. */
export function isAboutUniqueId({ pointer, code, detail }: KlaviyoApiErrorEntry): boolean {
  return (pointer ?? '').endsWith('/unique_id') || code === 'duplicate_unique_id' || /\bunique_id\b/.test(detail)
}
