import type { Source } from '../accept/acceptance.ts'
import type { RequestTally } from '../context.ts'

/** What plugins say to each other about one request. */
export interface ServerContext {
  /** Set by `useWriteKey`. */
  source?: Source
  tally: RequestTally
}
