import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/**
 * How many numbers one generation of the cache holds. Two generations are kept, so a process remembers between
 * 10,000 and 20,000 numbers; parsing one costs about as much as planning several events.
 */
const GENERATION_SIZE = 10_000

let young = new Map<string, string | null>()
let old = new Map<string, string | null>()

/** A number that was read before, and what it became. */
interface Recent {
  readonly text: string
  readonly defaultCountry: CountryCode | undefined
  readonly number: string | undefined
}

const RECENT_COUNT = 256
/**
 * The numbers read last, each at a place of its own by its last digits: the events of one person follow each other, and
 * comparing two texts costs a fraction of a look into a map, which has to hash a text that it never saw.
 */
const recent: (Recent | undefined)[] = Array.from({ length: RECENT_COUNT })

/**
 * A phone number in E.164, or `undefined` when it cannot be brought there without guessing. `isPossible()` decides, not
 * `isValid()`: a valid number may be newer than the metadata. A number without `+` and country code is read only as of
 * `defaultCountry`.
 */
export function toE164(text: string, defaultCountry?: CountryCode): string | undefined {
  const { length } = text
  if (length < 3) return remembered(text, defaultCountry)
  const place =
    (text.charCodeAt(length - 1) + 10 * text.charCodeAt(length - 2) + 100 * text.charCodeAt(length - 3)) % RECENT_COUNT
  const known = recent[place]
  if (known !== undefined && known.text === text && known.defaultCountry === defaultCountry) return known.number
  const number = remembered(text, defaultCountry)
  recent[place] = { text, defaultCountry, number }
  return number
}

function remembered(text: string, defaultCountry: CountryCode | undefined): string | undefined {
  const key = defaultCountry === undefined ? text : `${defaultCountry}${text}`
  let known = young.get(key)
  if (known === undefined) {
    known = old.get(key)
    if (known === undefined) known = parse(text, defaultCountry)
    if (young.size >= GENERATION_SIZE) {
      old = young
      young = new Map()
    }
    young.set(key, known)
  }
  return known ?? undefined
}

function parse(text: string, defaultCountry: CountryCode | undefined): string | null {
  // `extract: false`: the whole text must be the number, a number inside a sentence is a guess.
  const phone = parsePhoneNumberFromString(text, {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  })
  return phone?.isPossible() === true ? phone.number : null
}
