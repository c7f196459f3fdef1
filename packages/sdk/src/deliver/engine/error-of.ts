import { KlaviyoError } from '../../errors/klaviyo-error.ts'

/** What is thrown by a call as an error of ours. What is none, such as a mistake of a hook, counts as an outage. */
export function errorOf(cause: unknown, operation: string): KlaviyoError {
  if (cause instanceof KlaviyoError) return cause
  return new KlaviyoError('UNAVAILABLE', `${operation}: the call broke in an unexpected way. Its cause says how.`, {
    cause,
  })
}
