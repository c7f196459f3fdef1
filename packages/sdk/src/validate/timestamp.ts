const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/**
 * An ISO 8601 time as Klaviyo takes it (RFC 3339), or `undefined`. A time that is RFC 3339 already stays as it is;
 * other forms become UTC. A time without an offset is read as UTC, the same on every machine.
 */
export function toTimestamp(text: string): string | undefined {
  return isCommon(text) ? text : fromOtherForm(text)
}

/** Apart from `toTimestamp`, so that the engine can build that into its callers. */
function fromOtherForm(text: string): string | undefined {
  const parts = ISO_8601.exec(text)
  if (parts === null) return undefined
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', offset = 'Z'] =
    parts
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offsetMinutes = toMinutes(offset)
  if (offsetMinutes === undefined) return undefined
  if (RFC_3339.test(text)) return text
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; nothing happened in a shop then.
  if (Number(year) < 100) return undefined
  return new Date(at + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetMinutes * 60_000).toISOString()
}

/**
 * The form every RudderStack SDK writes, `2024-06-15T12:00:00.000Z`, with a day that every month has: nothing more to
 * check. Letter by letter, written out: every event has a time, and this costs a third of a regular expression.
 */
function isCommon(text: string): boolean {
  if (text.length !== 24) return false
  const month1 = text.charCodeAt(5)
  const month2 = text.charCodeAt(6)
  const day1 = text.charCodeAt(8)
  const day2 = text.charCodeAt(9)
  const hour1 = text.charCodeAt(11)
  const hour2 = text.charCodeAt(12)
  const minute1 = text.charCodeAt(14)
  const second1 = text.charCodeAt(17)
  return (
    isDigit(text.charCodeAt(0)) &&
    isDigit(text.charCodeAt(1)) &&
    isDigit(text.charCodeAt(2)) &&
    isDigit(text.charCodeAt(3)) &&
    text.charCodeAt(4) === DASH &&
    isDigit(month1) &&
    isDigit(month2) &&
    text.charCodeAt(7) === DASH &&
    isDigit(day1) &&
    isDigit(day2) &&
    text.charCodeAt(10) === CAPITAL_T &&
    isDigit(hour1) &&
    isDigit(hour2) &&
    text.charCodeAt(13) === COLON &&
    isDigit(minute1) &&
    isDigit(text.charCodeAt(15)) &&
    text.charCodeAt(16) === COLON &&
    isDigit(second1) &&
    isDigit(text.charCodeAt(18)) &&
    text.charCodeAt(19) === DOT &&
    isDigit(text.charCodeAt(20)) &&
    isDigit(text.charCodeAt(21)) &&
    isDigit(text.charCodeAt(22)) &&
    text.charCodeAt(23) === CAPITAL_Z &&
    twoDigits(month1, month2) >= 1 &&
    twoDigits(month1, month2) <= 12 &&
    twoDigits(day1, day2) >= 1 &&
    twoDigits(day1, day2) <= 28 &&
    twoDigits(hour1, hour2) <= 23 &&
    minute1 < SIX &&
    second1 < SIX
  )
}

const ZERO = 0x30
const SIX = 0x36
const DASH = 0x2d
const DOT = 0x2e
const COLON = 0x3a
const CAPITAL_T = 0x54
const CAPITAL_Z = 0x5a

// The digits are 0x30 to 0x39: what differs from 0x30 in its lowest bits only, by less than ten.
const isDigit = (code: number): boolean => (code ^ ZERO) < 10
const twoDigits = (tens: number, ones: number): number => (tens - ZERO) * 10 + ones - ZERO

function isDay(year: number, month: number, day: number): boolean {
  const days = DAYS_IN_MONTH[month - 1]
  if (days === undefined || day < 1 || day > days) return false
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month !== 2 || day < 29 || isLeapYear
}

function toMinutes(offset: string): number | undefined {
  if (offset === 'Z' || offset === 'z') return 0
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 23 || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
