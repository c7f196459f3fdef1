import { DatabaseError } from 'pg'

/** A deadlock, or a transaction that could not be brought in line with others: undone, to be repeated. */
const TO_REPEAT = new Set(['40001', '40P01'])
/**
 * The server ends the connection or cannot go on; a commit on its way may have been done. 25006 is a former primary that
 * takes no writes any more.
 */
const CONNECTION_LOST = new Set(['57P01', '57P02', '57P03', '57P05', '40003', '25006', '53300'])

/** Whether the statement was undone and may be repeated at once. */
export function isToRepeat(error: unknown): boolean {
  return error instanceof DatabaseError && TO_REPEAT.has(error.code ?? '')
}

/**
 * The connection is of no use any more. What was asked on it may have been done: a database that gives no answer, a
 * time-out too, counts as this.
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  /** Of the system or of PostgreSQL, where there is one. */
  readonly code: string

  constructor(cause: unknown) {
    super(`PostgreSQL gave no answer: ${toReason(cause)}`, { cause })
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'NO_ANSWER'
  }
}

/** Says of what a connection threw whether it is the end of the connection. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true
  const code = error.code ?? ''
  return code.startsWith('08') || CONNECTION_LOST.has(code)
}

/** An address that is refused by each of its names has a message for each, and none of its own. */
function toReason(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(toReason).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}

/**
 * The database did not wait for its synchronous standby: what was written is there, and a failover may lose it. A failed
 * commit.
 */
export class CommitCanceledError extends Error {
  override readonly name = 'CommitCanceledError'
  readonly code = 'OUTBOX_COMMIT_CANCELED'

  constructor() {
    super(
      'PostgreSQL gave up waiting for its synchronous standby, so the commit is not safe there and counts as failed. ' +
        'Look whether the standby named in synchronous_standby_names runs.',
    )
  }
}
