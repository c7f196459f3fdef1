import { setTimeout as delay } from 'node:timers/promises'
import type { EnqueueResult, EventKey, EventRow, NewEvent } from './event-row.ts'
import { STATUS } from './event-status.ts'
import { EVENT_COLUMNS, storable } from './postgres-columns.ts'
import { ConnectionLostError } from './postgres-error.ts'
import { checkLayout } from './postgres-migrate.ts'
import type { PostgresPool, PostgresRow } from './postgres-pool.ts'
import { LAYOUT_IS_OURS } from './postgres-schema.ts'
import { EVENT_TYPES, toEventRow } from './sqlite-rows.ts'

/** How long an insert whose answer was lost is tried again, in milliseconds. */
const UNKNOWN_MS = 5_000
const RETRY_MS = 100

/** The statements around the unique key. */
export const INSERT_SQL = {
  insert: `
    insert into event (account, source, message_id, keys, type, name, status, ops, writes, profile, list, digest, body, warnings, settled_at)
    select account, source, message_id, keys, type, name, status, ops, writes, profile, list, digest, body, warnings,
      case when status = ${STATUS.FILTERED} then now() end
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::smallint[], $8::smallint[],
      $9::smallint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[]) with ordinality
      as added (account, source, message_id, keys, type, name, status, ops, writes, profile, list, digest, body, warnings, place)
    where ${LAYOUT_IS_OURS}
    order by place
    on conflict do nothing
    returning ${EVENT_COLUMNS}`,
  find: `select ${EVENT_COLUMNS} from event where account = $1 and source = $2 and message_id = $3`,
  findAll: `
    select ${EVENT_COLUMNS} from event
    where (account, source, message_id) in (select * from unnest($1::text[], $2::text[], $3::text[]))`,
  /** Writes nothing but a mark into the log of the server. Its commit waits for the standby as any other. */
  sync: `select pg_logical_emit_message(true, 'rudder-klaviyo', '')`,
} as const

/** Keeps new events and finds known ones. */
export interface PostgresInsert {
  insert(events: readonly NewEvent[]): Promise<readonly EnqueueResult[]>
  find(key: EventKey): Promise<EventRow | undefined>
}

/** Over connections for acceptance alone, so that deliveries never wait behind it. */
export function createPostgresInsert(pool: PostgresPool): PostgresInsert {
  const statement = (name: keyof typeof INSERT_SQL) => ({ name, text: INSERT_SQL[name] })

  const findAll = async (keys: readonly EventKey[], limitMs: number): Promise<ReadonlyMap<string, EventRow>> => {
    if (keys.length === 0) return new Map()
    // Its commit may have been given up while it waited for the standby: a row that is there may not be safe yet.
    await pool.query(statement('sync'), [], limitMs)
    const columns = [keys.map((key) => key.account), keys.map((key) => key.source), keys.map((key) => key.messageId)]
    return byKey(
      await pool.query(
        statement('findAll'),
        columns.map((column) => column.map(storable)),
        limitMs,
      ),
    )
  }

  /** `isAgain`: a former try may have kept them, so what is found with this digest is new all the same. */
  const insertOnce = async (
    events: readonly NewEvent[],
    { isAgain, limitMs }: { readonly isAgain: boolean; readonly limitMs: number },
  ): Promise<readonly EnqueueResult[]> => {
    const added = byKey(await pool.query(statement('insert'), toColumns(events), limitMs))
    const known = await findAll(
      events.filter((event) => !added.has(keyOf(event))),
      limitMs,
    )
    const seen = new Set<string>()
    const results: EnqueueResult[] = []
    for (const event of events) {
      const key = keyOf(event)
      const row = added.get(key) ?? known.get(key)
      if (row === undefined) {
        await checkLayout(pool)
        throw new Error('An event was neither inserted nor found: it ran out of its retention in between.')
      }
      const isNew = !seen.has(key) && (added.has(key) || (isAgain && row.digest === event.digest))
      seen.add(key)
      // As it was given: a character that PostgreSQL cannot keep is another one in the table.
      results.push({ isDuplicate: !isNew, row: { ...row, messageId: event.messageId } })
    }
    return results
  }

  return {
    async insert(events) {
      const endMs = performance.now() + UNKNOWN_MS
      for (let isAgain = false; ; isAgain = true) {
        const limitMs = Math.max(RETRY_MS, endMs - performance.now())
        try {
          return await insertOnce(events, { isAgain, limitMs })
        } catch (error) {
          if (!(error instanceof ConnectionLostError) || performance.now() + RETRY_MS >= endMs) throw error
          await delay(RETRY_MS)
        }
      }
    },
    async find({ account, source, messageId }) {
      const [row] = await pool.query(statement('find'), [account, source, messageId].map(storable))
      return row === undefined ? undefined : { ...toEventRow(row), messageId }
    },
  }
}

/** Rows by {@link keyOf}. */
function byKey(rows: readonly PostgresRow[]): ReadonlyMap<string, EventRow> {
  return new Map(rows.map(toEventRow).map((row) => [keyOf(row), row]))
}

function keyOf({ account, source, messageId }: EventKey): string {
  return JSON.stringify([account, source, messageId].map(storable))
}

function toColumns(events: readonly NewEvent[]) {
  const texts = (read: (event: NewEvent) => string | undefined) =>
    events.map((event) => {
      const text = read(event)
      return text === undefined ? null : storable(text)
    })
  return [
    texts(({ account }) => account),
    texts(({ source }) => source),
    texts(({ messageId }) => messageId),
    texts(({ keys }) => JSON.stringify(keys)),
    events.map(({ type }) => EVENT_TYPES.indexOf(type)),
    texts(({ name }) => name),
    events.map(({ isFiltered }) => (isFiltered ? STATUS.FILTERED : STATUS.ACCEPTED)),
    events.map(({ ops }) => ops),
    events.map(({ writes }) => writes),
    texts(({ keys }) => keys[0] ?? ''),
    texts(({ list }) => list),
    texts(({ digest }) => digest),
    texts(({ body }) => body),
    texts(({ warnings }) => warnings),
  ]
}
