import { newNotes } from '../event/notes.ts'
import { isList, isRecord, type EventRecord } from '../event/record.ts'
import { PROFILE_ROWS } from '../map/profile.ts'
import { compileRow, firstUsable } from '../map/source.ts'
import type { Settings } from '../validate/settings.ts'
import type { Plan } from './planned-request.ts'

/** The kinds of order keys, strongest first: the attribute of the profile, and the letter before its value. */
const KINDS = [
  { attribute: 'email', letter: 'e' },
  { attribute: 'phone_number', letter: 'p' },
  { attribute: 'external_id', letter: 'x' },
  { attribute: 'id', letter: 'i' },
  { attribute: '_kx', letter: 'k' },
  { attribute: 'anonymous_id', letter: 'a' },
] as const

/** What an event says of its person that a subscription does not carry: a group event is in order with the others all the same. */
const UNSENT = ['external_id', 'anonymous_id', '_kx'].map((attribute) => {
  const row = PROFILE_ROWS.find(({ to }) => to === attribute)
  if (row === undefined) throw new Error(`the mapping of a profile has no row for ${attribute}`)
  return compileRow(row)
})

/**
 * What an event shares with others of the same person: every usable identifier, strongest first, as
 * `e:alex@example.com`, `p:+12345578900`, `x:…` (external id), `i:…` (profile id), `k:…` (`_kx`), `a:…` (anonymous id).
 * Requests that share a key go out in order. An email counts in lower case. Empty for a filtered event.
 * @example
 * const settings = resolveSettings()
 * const [strongest] = orderKeysOf(planEvent(event, settings), event, settings)
 */
export function orderKeysOf(plan: Plan, event: unknown, settings: Settings): readonly string[] {
  if (plan.requests.length === 0) return []
  const profiles = [unsentOf(event, settings), ...plan.requests.map((request) => profileOf(request.body))]
  const keys = new Set<string>()
  for (const { attribute, letter } of KINDS) {
    for (const profile of profiles) {
      const value = profile[attribute]
      if (typeof value === 'string') keys.add(`${letter}:${attribute === 'email' ? value.toLowerCase() : value}`)
    }
  }
  return [...keys]
}

function unsentOf(event: unknown, settings: Settings): EventRecord {
  if (!isRecord(event)) return {}
  const notes = newNotes()
  return Object.fromEntries(UNSENT.map((row) => [row.row.to, firstUsable(row, event, settings, notes)?.value]))
}

/** The id and the attributes of the one profile of a planned body, wherever its operation puts them. */
function profileOf(body: EventRecord): EventRecord {
  const data = recordIn(body, 'data')
  const attributes = recordIn(data, 'attributes')
  const members = recordIn(attributes, 'profiles')['data']
  const member = isList(members) ? members[0] : recordIn(attributes, 'profile')['data']
  const profile = isRecord(member) ? member : data
  return { ...recordIn(profile, 'attributes'), id: profile['id'] }
}

function recordIn(parent: EventRecord, key: string): EventRecord {
  const child = parent[key]
  return isRecord(child) ? child : {}
}
