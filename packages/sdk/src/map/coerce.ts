import type { Json } from '../event/json.ts'
import { isList } from '../event/record.ts'
import { trimmed } from '../event/trimmed.ts'
import { metricNameFault } from '../validate/required-fields.ts'
import { toE164 } from '../validate/phone.ts'
import type { Settings } from '../validate/settings.ts'
import { toTimestamp } from '../validate/timestamp.ts'

/** What each coercion gives. */
export interface CoercedValues {
  string: string
  email: string
  phone: string
  url: string
  number: number
  currency: string
  time: string
  boolean: boolean
  channels: readonly Json[]
  metricName: string
}

/** The name of a coercion: how a row of the mapping reads its sources. */
export type CoercionName = keyof CoercedValues

/** The coercions that give a text: all that a profile has. */
export type TextCoercion = 'string' | 'email' | 'phone' | 'url'

/** One coercion. */
export type Coercion<Name extends CoercionName> = (
  value: unknown,
  settings: Settings,
) => CoercedValues[Name] | undefined

/**
 * How a value of an event becomes the value of a Klaviyo field. `undefined` means: not usable, the next source is tried.
 * Nothing here throws, guesses or cuts.
 */
export const COERCIONS: {
  readonly [Name in CoercionName]: Coercion<Name>
} = {
  string: toText,
  email: (value) => {
    if (typeof value !== 'string') return undefined
    const email = trimmed(value)
    return isEmail(email) ? email : undefined
  },
  phone: (value, settings) => {
    const { defaultCountry } = settings
    // A bare number never has a `+`: it can only be read where a country is set.
    const text = typeof value === 'number' && defaultCountry !== undefined ? toDecimal(value) : value
    return typeof text === 'string' && text.length <= MAX_PHONE_LENGTH
      ? toE164(trimmed(text), defaultCountry)
      : undefined
  },
  url: (value) => {
    if (typeof value !== 'string') return undefined
    const url = trimmed(value)
    return HTTP_URL.test(url) && URL.canParse(url) ? url : undefined
  },
  /** A finite JSON number, or a text that is a plain decimal number. */
  number: (value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
    if (typeof value !== 'string' || !DECIMAL.test(value.trim())) return undefined
    const number = Number(value)
    return Number.isFinite(number) ? number : undefined
  },
  /** ISO 4217: three letters, in capitals. */
  currency: (value) => {
    if (typeof value !== 'string') return undefined
    const code = trimmed(value)
    if (code.length !== 3) return undefined
    if (isCapital(code, 0) && isCapital(code, 1) && isCapital(code, 2)) return code
    return LETTERS.test(code) ? code.toUpperCase() : undefined
  },
  time: (value) => (typeof value === 'string' ? toTimestamp(trimmed(value)) : undefined),
  /** `true`, `false`, also as the texts `'true'` and `'false'`. */
  boolean: (value) => {
    if (typeof value === 'boolean') return value
    return value === 'true' ? true : value === 'false' ? false : undefined
  },
  /** A name that Klaviyo takes; never cut. */
  metricName: (value) =>
    typeof value === 'string' && metricNameFault(value, '') === undefined ? trimmed(value) : undefined,
  /** A list of channels, or one: see `map/subscription.ts`, which sorts out the unknown ones. */
  channels: (value) => {
    if (isList(value)) return value
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : undefined
  },
}

/** What each coercion takes, for a message: "`traits.email` is not …". */
export const COERCION_TAKES: Record<CoercionName, string> = {
  string: 'a text or a number',
  email: 'an email address (one @, a dot in the domain, no space)',
  phone: 'a phone number with + and country code',
  url: 'an absolute http or https URL',
  number: 'a number or a plain decimal text such as "7.25"',
  currency: 'a currency code of three letters (ISO 4217)',
  time: 'a time in ISO 8601, such as "2024-06-15T12:00:00.000Z"',
  boolean: 'true or false',
  channels: 'a list of "email" and "sms"',
  metricName: 'a name of 1 to 127 characters',
}

const HTTP_URL = /^https?:\/\/\S+$/i
const DECIMAL = /^-?\d+(?:\.\d+)?$/
/** Longer texts are no phone numbers, and must not fill the cache of numbers. */
const MAX_PHONE_LENGTH = 64

const LETTERS = /^[A-Za-z]{3}$/

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x41 && code <= 0x5a
}

const AT = 0x40
const DOT = 0x2e
const BLANK = 0x20

/** One `@` with something before it, a dot in the domain with something on both sides, no white space. One look at each letter. */
function isEmail(text: string): boolean {
  let at = -1
  let dot = -1
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === AT) {
      if (at !== -1 || index === 0) return false
      at = index
    } else if (code === DOT && at !== -1) {
      // No label of the domain is empty.
      if (index - 1 === at || index - 1 === dot) return false
      dot = index
    } else if (code <= BLANK || (code > 0x7e && WHITE_SPACE.test(text[index] ?? ''))) return false
  }
  return at !== -1 && dot !== -1 && dot !== text.length - 1
}
const WHITE_SPACE = /\s/

/** Trimmed text; a finite number as its decimal string. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string'
    ? trimmed(value) || undefined
    : typeof value === 'number'
      ? toDecimal(value)
      : undefined
}

/** A finite number as a decimal string, never in exponent form. */
function toDecimal(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined
  const text = String(value)
  if (!text.includes('e')) return text
  if (Number.isInteger(value)) return BigInt(value).toString()
  const [mantissa = '', exponent = '0'] = text.split('e-')
  const digits = mantissa.replace('-', '').replace('.', '')
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`
}
