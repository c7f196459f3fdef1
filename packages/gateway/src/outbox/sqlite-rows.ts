import type { EventType } from '@rudder-klaviyo/sdk'
import type { SQLOutputValue } from 'node:sqlite'
import type { EventRow, LightRow, RecentConsent, StoredBody } from './event-row.ts'
import type { StatusNumber } from './event-status.ts'

type Row = Record<string, SQLOutputValue>

/** The types of events by the number that is stored. */
export const EVENT_TYPES = ['identify', 'track', 'group', 'screen'] as const satisfies readonly EventType[]

/** The columns of {@link toEventRow}. */
export const EVENT_COLUMNS =
  'seq, account, source, message_id, type, name, status, claims, failures, digest, accepted_at, due_at, settled_at, warnings, error'

/** The columns of {@link toLightRow}. */
export const LIGHT_COLUMNS = 'seq, keys, ops, writes, status, claims, failures, job, accepted_at, due_at, error'

/** A row of {@link EVENT_COLUMNS}. */
export function toEventRow(row: Row): EventRow {
  return {
    seq: integer(row, 'seq'),
    account: text(row, 'account'),
    source: text(row, 'source'),
    messageId: text(row, 'message_id'),
    type: EVENT_TYPES[integer(row, 'type')] ?? 'track',
    name: optionalText(row, 'name'),
    status: toStatus(row),
    claims: integer(row, 'claims'),
    failures: integer(row, 'failures'),
    digest: text(row, 'digest'),
    acceptedAtMs: integer(row, 'accepted_at'),
    dueAtMs: optionalInteger(row, 'due_at'),
    settledAtMs: optionalInteger(row, 'settled_at'),
    warnings: optionalText(row, 'warnings'),
    error: optionalText(row, 'error'),
  }
}

/** A row of {@link LIGHT_COLUMNS}. */
export function toLightRow(row: Row): LightRow {
  return {
    seq: integer(row, 'seq'),
    keys: toKeys(row),
    ops: integer(row, 'ops'),
    writes: integer(row, 'writes'),
    status: toStatus(row),
    claims: integer(row, 'claims'),
    failures: integer(row, 'failures'),
    job: optionalText(row, 'job'),
    acceptedAtMs: integer(row, 'accepted_at'),
    dueAtMs: optionalInteger(row, 'due_at'),
    error: optionalText(row, 'error'),
  }
}

/** A row of `seq, body, warnings`. */
export function toStoredBody(row: Row): StoredBody {
  return { seq: integer(row, 'seq'), body: optionalText(row, 'body') ?? '', warnings: optionalText(row, 'warnings') }
}

/** A row of `seq, keys, writes, settled_at`. */
export function toRecentConsent(row: Row): RecentConsent {
  const settledAtMs = integer(row, 'settled_at')
  return { seq: integer(row, 'seq'), keys: toKeys(row), writes: integer(row, 'writes'), settledAtMs }
}

/** A column that is an integer. The tables are strict, so another type is a fault of the statement. */
export function integer(row: Row | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value === 'number') return value
  throw new TypeError(`The outbox has no integer in column "${column}".`)
}

function optionalInteger(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column)
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`The outbox has no text in column "${column}".`)
}

function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column)
}

function toStatus(row: Row): StatusNumber {
  // Only numbers of STATUS are ever written.
  return integer(row, 'status') as StatusNumber
}

function toKeys(row: Row): readonly string[] {
  // Written by `insert` from a list of texts.
  return JSON.parse(text(row, 'keys')) as readonly string[]
}
