/** Whole milliseconds since 1970 from a column of time. */
const ms = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8 as ${column}`

/** The columns of `toEventRow`. */
export const EVENT_COLUMNS = `seq::float8 as seq, account, source, message_id, type, name, status, claims, failures, digest,
  ${ms('accepted_at')}, ${ms('due_at')}, ${ms('settled_at')}, warnings, error`

/** The columns of `toLightRow`. */
export const LIGHT_COLUMNS = `seq::float8 as seq, keys, ops, writes, status, claims, failures, job,
  ${ms('accepted_at')}, ${ms('due_at')}, error`

/** The columns of `toRecentConsent`. */
export const CONSENT_COLUMNS = `seq::float8 as seq, keys, writes, ${ms('settled_at')}`

/** A time from a parameter of milliseconds since 1970. */
export function toTime(parameter: string): string {
  return `to_timestamp(${parameter}::float8 / 1000)`
}

/** A text as PostgreSQL can keep it: it takes neither the character 0 nor half a surrogate pair. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
