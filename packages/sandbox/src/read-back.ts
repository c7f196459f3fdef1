import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { decodePart } from './decode-part.ts'
import type { SandboxResponse } from './exchange.ts'
import { timestamp } from './state/clock.ts'
import { EMAIL, SMS } from './state/consent.ts'
import type { StoredEvent } from './state/stored-event.ts'
import type { Profile } from './state/profile.ts'
import type { State } from './state/state.ts'

const INDEX: JsonObject = {
  what: 'A Klaviyo on this machine. What it received can be read here; the API itself is under /api.',
  addresses: {
    'GET /sandbox/profiles': 'All profiles, with custom properties, consent and lists.',
    'GET /sandbox/events': 'All events, with the identifiers of their profiles.',
    'GET /sandbox/lists/{id}': 'The members of a list as whole profiles.',
    'GET /sandbox/requests': 'The requests to /api, refused ones too.',
    'GET /sandbox/violations': 'What a client that keeps the rules never causes, and how often.',
    'GET /sandbox/faults': 'The faults, with how often each was applied. POST adds some, DELETE drops all.',
    'GET /sandbox/clock': 'The time. POST {"advanceMs": 60000} moves it on.',
    'DELETE /sandbox': 'Forgets everything that arrived.',
  },
  limit: 'Each GET of what arrived takes ?limit=N: the newest N, newest last. Without it: everything.',
}

/** Answers `/` and `/sandbox…`, where people and tests see what arrived. `undefined` for any other path. */
export function readBack(url: URL, method: string, state: State): SandboxResponse | undefined {
  const path = url.pathname.replace(/\/+$/, '')
  if (method === 'GET' && (path === '' || path === '/sandbox')) return json(INDEX)
  if (!path.startsWith('/sandbox')) return undefined
  const rows = method === 'GET' ? rowsOf(path, state) : undefined
  if (rows === undefined) return { ...json({ error: 'There is no such address.', ...INDEX }), status: 404 }
  const limit = url.searchParams.get('limit')
  if (limit !== null && !/^\d{1,9}$/.test(limit)) {
    return { ...json({ error: 'limit must be a whole number, for example ?limit=10' }), status: 400 }
  }
  const wanted = limit === null ? rows : rows.slice(Math.max(0, rows.length - Number(limit)))
  return json({ data: wanted.map((row) => row()) })
}

/** Each row is made only when it is asked for. */
function rowsOf(path: string, state: State): readonly (() => Json)[] | undefined {
  const ofProfile = (profile: Profile) => () => profileRow(profile, state)
  if (path === '/sandbox/profiles') return state.profiles.all().map(ofProfile)
  if (path === '/sandbox/events') return state.events.all().map((event) => () => eventRow(event))
  if (path === '/sandbox/requests') return state.requests.all().map((request) => () => ({ ...request() }))
  const list = /^\/sandbox\/lists\/([^/]+)$/.exec(path)?.[1]
  if (list === undefined) return undefined
  return [...(state.lists.byId(decodePart(list))?.members.keys() ?? [])].map(ofProfile)
}

function profileRow(profile: Profile, state: State): JsonObject {
  const lists = state.lists.all().filter(({ members }) => members.has(profile))
  return {
    id: profile.id,
    ...identifiersOf(profile),
    ...profile.fields,
    location: profile.location,
    properties: profile.properties,
    consent: consentOf(profile),
    suppressions: profile.suppressions.map(({ reason }) => reason),
    lists: lists.map(({ id }) => id),
    created: timestamp(profile.createdMs),
    updated: timestamp(profile.updatedMs),
  }
}

const identifiersOf = ({ identifiers }: Profile): JsonObject => ({
  email: identifiers.email ?? null,
  phone_number: identifiers.phone_number ?? null,
  external_id: identifiers.external_id ?? null,
  anonymous_id: identifiers.anonymous_id ?? null,
  ...(identifiers._kx === undefined ? {} : { _kx: identifiers._kx }),
})

/** Marketing consent by the name of its channel; other kinds of consent by their full name, once there is one. */
function consentOf({ consent }: Profile): JsonObject {
  const others = [...consent].filter(([channel]) => channel !== EMAIL && channel !== SMS)
  return {
    email: consent.get(EMAIL)?.consent ?? 'NEVER_SUBSCRIBED',
    sms: consent.get(SMS)?.consent ?? 'NEVER_SUBSCRIBED',
    ...Object.fromEntries(others.map(([channel, state]) => [channel, state.consent])),
  }
}

const eventRow = (event: StoredEvent): JsonObject => ({
  id: event.id,
  metric: event.metric.name,
  time: new Date(event.timeMs).toISOString(),
  properties: event.properties,
  unique_id: event.uniqueId ?? null,
  value: event.value ?? null,
  value_currency: event.valueCurrency ?? null,
  profile: { id: event.profile.id, ...identifiersOf(event.profile) },
})

const json = (body: JsonObject): SandboxResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body,
})
