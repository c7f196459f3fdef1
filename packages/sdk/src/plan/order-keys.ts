import { isList, isRecord, recordIn, type EventRecord } from '../event/record.ts'
import { PROFILE_ROWS } from '../map/profile.ts'
import { compileRow, valueAt, type CompiledRow } from '../map/source.ts'
import type { Settings } from '../validate/settings.ts'
import type { Plan } from './planned-request.ts'

/**
 * What an event may say of its person that its plan does not: a subscription carries less, a revision knows less. A
 * group event is in order with the others of its person all the same.
 */
const EXTERNAL_ID = rowOf('external_id')
const ANONYMOUS_ID = rowOf('anonymous_id')
const KX = rowOf('_kx')

/**
 * What an event shares with others of the same person: every usable identifier, strongest first, as
 * `e:alex@example.com`, `p:+12345578900`, `x:…` (external id), `i:…` (profile id), `k:…` (`_kx`), `a:…` (anonymous id).
 * Requests that share a key go out in order. An email counts in lower case. Empty for a filtered event.
 * @example
 * const settings = resolveSettings()
 * const [strongest] = orderKeysOf(planEvent(event, settings), event, settings)
 */
export function orderKeysOf(plan: Plan, event: unknown, settings: Settings): readonly string[] {
  const { requests } = plan
  if (requests.length === 0) return []
  const profiles = requests.map(({ body }) => profileOf(body))
  const said = isRecord(event) ? event : {}
  const keys: string[] = []
  for (const { attributes } of profiles) addKey(keys, 'e:', lowerCase(attributes['email']))
  for (const { attributes } of profiles) addKey(keys, 'p:', attributes['phone_number'])
  addKey(keys, 'x:', usable(EXTERNAL_ID, said, settings))
  for (const { attributes } of profiles) addKey(keys, 'x:', attributes['external_id'])
  for (const { id } of profiles) addKey(keys, 'i:', id)
  addKey(keys, 'k:', usable(KX, said, settings))
  for (const { attributes } of profiles) addKey(keys, 'k:', attributes['_kx'])
  addKey(keys, 'a:', usable(ANONYMOUS_ID, said, settings))
  for (const { attributes } of profiles) addKey(keys, 'a:', attributes['anonymous_id'])
  return keys
}

function addKey(keys: string[], kind: string, value: unknown): void {
  if (typeof value !== 'string') return
  const key = kind + value
  if (!keys.includes(key)) keys.push(key)
}

const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value)

function rowOf(attribute: string): CompiledRow {
  const row = PROFILE_ROWS.find(({ to }) => to === attribute)
  if (row === undefined) throw new Error(`the mapping of a profile has no row for ${attribute}`)
  return compileRow(row)
}

/** The first usable source of a row, without a word about those that are not: planning has warned. */
function usable({ paths, coerce }: CompiledRow, event: EventRecord, settings: Settings): unknown {
  for (const { keys } of paths) {
    const value = valueAt(event, keys)
    if (value === undefined || value === null) continue
    const coerced = coerce(value, settings)
    if (coerced !== undefined) return coerced
  }
  return undefined
}

/** The id and the attributes of the one profile of a planned body, wherever its operation puts them. */
function profileOf(body: EventRecord): { readonly id: unknown; readonly attributes: EventRecord } {
  const data = recordIn(body, 'data')
  const attributes = recordIn(data, 'attributes')
  const members = recordIn(attributes, 'profiles')['data']
  const member = isList(members) ? members[0] : recordIn(attributes, 'profile')['data']
  const profile = isRecord(member) ? member : data
  return { id: profile['id'], attributes: recordIn(profile, 'attributes') }
}
