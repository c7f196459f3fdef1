import type { DatabaseSync } from 'node:sqlite'
import type { EnqueueResult, EventKey, EventRow, NewEvent } from './event-row.ts'
import { STATUS } from './event-status.ts'
import { EVENT_COLUMNS, EVENT_TYPES, integer, toEventRow } from './sqlite-rows.ts'

/** Keeps new events and finds known ones. */
export interface SqliteInsert {
  insert(event: NewEvent, nowMs: number): EnqueueResult
  find(key: EventKey): EventRow | undefined
}

/** The statements around the unique key. */
export function prepareInsert(database: DatabaseSync): SqliteInsert {
  const insert = database.prepare(`
    insert into event (account, source, message_id, keys, type, name, status, ops, writes, profile, list, digest, accepted_at, settled_at, body, warnings)
    values (:account, :source, :id, :keys, :type, :name, :status, :ops, :writes, :profile, :list, :digest, :now, :settled, :body, :warnings)
    on conflict do nothing returning seq`)
  const byKey = database.prepare(
    `select ${EVENT_COLUMNS} from event where account = ? and source = ? and message_id = ?`,
  )

  const find = ({ account, source, messageId }: EventKey): EventRow | undefined => {
    const row = byKey.get(account, source, messageId)
    return row === undefined ? undefined : toEventRow(row)
  }

  return {
    find,
    insert(event, nowMs) {
      const { account, source, messageId, type, name, keys, ops, writes, list, digest, body, warnings } = event
      const status = event.isFiltered ? STATUS.FILTERED : STATUS.ACCEPTED
      const settledAtMs = event.isFiltered ? nowMs : undefined
      const inserted = insert.get({
        account,
        source,
        id: messageId,
        keys: JSON.stringify(keys),
        type: EVENT_TYPES.indexOf(type),
        name: name ?? null,
        status,
        ops,
        writes,
        profile: keys[0] ?? '',
        list: list ?? null,
        digest,
        now: nowMs,
        settled: settledAtMs ?? null,
        body: body ?? null,
        warnings: warnings ?? null,
      })
      if (inserted === undefined) {
        const row = find(event)
        if (row === undefined) throw new Error(`Event "${messageId}" was neither inserted nor found.`)
        return { isDuplicate: true, row }
      }
      const row: EventRow = {
        seq: integer(inserted, 'seq'),
        account,
        source,
        messageId,
        type,
        name,
        status,
        claims: 0,
        failures: 0,
        digest,
        acceptedAtMs: nowMs,
        dueAtMs: undefined,
        settledAtMs,
        warnings,
        error: undefined,
      }
      return { isDuplicate: false, row }
    },
  }
}
