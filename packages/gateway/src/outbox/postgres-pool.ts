import type { SQLOutputValue } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'
import { CommitCanceledError, ConnectionLostError, isConnectionLost, isToRepeat } from './postgres-error.ts'

/** A row by its columns. Statements give whole numbers as `float8`, which arrives as a number. */
export type PostgresRow = Record<string, SQLOutputValue>

/** A statement that each connection prepares once, under this name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** What a parameter may be. A list is an array of PostgreSQL. */
type Value = string | number | null | readonly (string | number | null)[]

/** Settings of {@link createPostgresPool}. */
export interface PostgresPoolOptions {
  readonly connectionString: string
  /** Connections at the same time. */
  readonly maxCount: number
  /** How long to wait for a connection, in whole milliseconds. */
  readonly connectMs: number
  /** How long a statement may take, on the server too, in whole milliseconds. */
  readonly statementMs: number
}

/** A few connections, each replaced when it is lost. */
export interface PostgresPool {
  /** One statement, in a transaction of its own, repeated after a deadlock; all in `limitMs`, which the pool sets. */
  query(statement: Statement, values?: readonly Value[], limitMs?: number): Promise<readonly PostgresRow[]>
  /** Several statements in one transaction, on one connection, without the limit of time. */
  transaction(work: (query: (text: string) => Promise<readonly PostgresRow[]>) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** The network may lose an answer: a little behind the limit of the server, a statement counts as lost. */
const NETWORK_MS = 200

/** Connects when it is first asked. */
export function createPostgresPool(options: PostgresPoolOptions): PostgresPool {
  const { connectionString, maxCount, connectMs, statementMs } = options
  const pool = new Pool({
    connectionString,
    max: maxCount,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    keepAlive: true,
    application_name: 'rudder-klaviyo',
  })
  /** Connections whose last commit did not wait for the standby. */
  const canceled = new WeakSet<PoolClient>()
  // Without a listener a connection that breaks while nobody uses it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.on('notice', ({ routine }) => {
      // Told by the place in the server: the text comes in its language.
      if (routine === 'SyncRepWaitForLSN') canceled.add(client)
    })
  })

  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      throw isConnectionLost(error) ? new ConnectionLostError(error) : error
    }
  }
  const onConnection = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await answered(pool.connect())
    try {
      const result = await work(client)
      if (canceled.delete(client)) throw new CommitCanceledError()
      client.release()
      return result
    } catch (error) {
      // A statement that ran out of time here may still hold the connection.
      client.release(error instanceof ConnectionLostError)
      throw error
    }
  }

  return {
    async query({ name, text }, values = [], limitMs = statementMs) {
      const endMs = performance.now() + limitMs
      for (let tries = 1; ; tries += 1) {
        try {
          return await onConnection(async (client) => {
            const leftMs = Math.max(0, Math.ceil(endMs - performance.now()))
            const config = { name, text, values: [...values], query_timeout: leftMs + NETWORK_MS }
            return (await answered(client.query<PostgresRow>(config))).rows
          })
        } catch (error) {
          if (!isToRepeat(error) || performance.now() >= endMs) throw error
          await delay(Math.random() * 10 * tries)
        }
      }
    },
    transaction: (work) =>
      onConnection(async (client) => {
        const query = async (text: string) => (await answered(client.query<PostgresRow>(text))).rows
        await query('begin; set local statement_timeout = 0')
        try {
          await work(query)
          await query('commit')
        } catch (error) {
          await query('rollback').catch(() => undefined)
          throw error
        }
      }),
    close: () => pool.end(),
  }
}
