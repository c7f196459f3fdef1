import type { Notes } from '../event/notes.ts'
import type { EventRecord } from '../event/record.ts'
import { REVISIONS } from '../revision.ts'
import type { Settings } from '../validate/settings.ts'
import { flatten, type Filling } from './custom-properties.ts'
import { issueUnidentified } from './identity.ts'
import type { Destination } from './integrations.ts'
import { klaviyoProfileId } from './klaviyo-profile-id.ts'
import { warnAboutLimits } from './klaviyo-limits.ts'
import { patchProperties } from './patch-properties.ts'
import { PROFILE_ROWS } from './profile.ts'
import { PLACES } from './places.ts'
import { textAt, type Reading } from './reading.ts'
import { compileRow, firstUsable, isEmpty, valueAt, type CompiledRow } from './source.ts'

/** The person of an event in Klaviyo's words. */
export interface MappedProfile {
  readonly id: string | undefined
  /** All of `attributes`: fields, `location` and `properties`. */
  readonly attributes: Filling
  readonly patch: Filling | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
}

/** What decides how an event is mapped. */
export interface MappingContext {
  readonly event: EventRecord
  readonly settings: Settings
  readonly destination: Destination
  readonly notes: Notes
}

const LAST_RESORTS = PROFILE_ROWS.flatMap((row) =>
  row.lastResort === undefined ? [] : [compileRow(row, row.lastResort)],
)
const ANONYMOUS_ID_ROW = rowOf('anonymous_id')

function rowOf(to: string): CompiledRow {
  const row = PROFILE_ROWS.find((candidate) => candidate.to === to)
  if (row === undefined) throw new Error(`the mapping of a profile has no row for ${to}`)
  return compileRow(row)
}

/**
 * The person of an identify, track, screen or page event. What is missing for an identity becomes an issue.
 * `hasProperties`: the event has `properties` of its own (not identify), whose email and phone identify as a last resort.
 */
export function mapProfile(reading: Reading, context: MappingContext, hasProperties: boolean): MappedProfile {
  const { event, settings, notes } = context
  const id = klaviyoProfileId(event, settings)
  const { hasAnonymousId } = REVISIONS[settings.revision]
  const givenAnonymousId = textAt(reading, PLACES.anonymous_id)
  const anonymousId = hasAnonymousId ? givenAnonymousId : undefined
  if (givenAnonymousId !== undefined && !hasAnonymousId) warnNoAnonymousId(anonymousIdPath(event), settings, notes)
  if (hasProperties && !isIdentified(reading, id, anonymousId)) useLastResorts(reading, context)
  const email = textAt(reading, PLACES.email)
  const phone = textAt(reading, PLACES.phone_number)
  if (
    settings.enforceEmailAsPrimary
      ? email === undefined && phone === undefined
      : !isIdentified(reading, id, anonymousId)
  ) {
    const unused = givenAnonymousId !== undefined && !hasAnonymousId ? anonymousIdPath(event) : undefined
    issueUnidentified(unused, settings, notes)
  }
  const { values } = reading
  const externalId = settings.enforceEmailAsPrimary ? undefined : values[PLACES.external_id]
  const kx = values[PLACES._kx]
  const firstName = values[PLACES.first_name]
  const lastName = values[PLACES.last_name]
  const title = values[PLACES.title]
  const organization = values[PLACES.organization]
  const image = values[PLACES.image]
  const location = locationOf(values)
  const attributes: Filling = {}
  if (email !== undefined) attributes['email'] = email
  if (phone !== undefined) attributes['phone_number'] = phone
  if (externalId !== undefined) attributes['external_id'] = externalId
  if (anonymousId !== undefined) attributes['anonymous_id'] = anonymousId
  if (kx !== undefined) attributes['_kx'] = kx
  if (firstName !== undefined) attributes['first_name'] = firstName
  if (lastName !== undefined) attributes['last_name'] = lastName
  if (title !== undefined) attributes['title'] = title
  if (organization !== undefined) attributes['organization'] = organization
  if (image !== undefined) attributes['image'] = image
  if (location !== undefined) attributes['location'] = location

  const properties = customProperties(reading, settings)
  const patched = patchProperties(context.destination, properties, notes)
  const custom = patched === undefined ? properties : patched.custom
  if (custom !== undefined) {
    attributes['properties'] = custom
    if (reading.isLimited) warnAboutLimits(custom, 'traits', notes)
  }
  return { id, attributes, patch: patched?.patch, email, phone }
}

function isIdentified({ values }: Reading, id: string | undefined, anonymousId: string | undefined): boolean {
  return (
    id !== undefined ||
    anonymousId !== undefined ||
    values[PLACES.email] !== undefined ||
    values[PLACES.phone_number] !== undefined ||
    values[PLACES.external_id] !== undefined ||
    values[PLACES._kx] !== undefined
  )
}

/** `properties.email` and `properties.phone`, which belong to somebody else wherever the event names its person. */
function useLastResorts(reading: Reading, { event, settings, notes }: MappingContext): void {
  for (const compiled of LAST_RESORTS) {
    const found = firstUsable(compiled, event, settings, notes)
    if (found === undefined) continue
    reading.values[compiled.row.to === 'email' ? PLACES.email : PLACES.phone_number] = found.value
  }
}

function customProperties({ custom, values }: Reading, settings: Settings): Filling | undefined {
  const externalId = values[PLACES.external_id]
  const properties = custom !== undefined && settings.flattenProperties ? flatten(custom, false) : custom
  return externalId !== undefined && settings.enforceEmailAsPrimary ? { ...properties, _id: externalId } : properties
}

/** Where the anonymous id of an event stands; only for messages. */
function anonymousIdPath(event: EventRecord): string {
  return ANONYMOUS_ID_ROW.paths.find(({ keys }) => !isEmpty(valueAt(event, keys)))?.path ?? 'anonymousId'
}

function warnNoAnonymousId(path: string, settings: Settings, notes: Notes): void {
  notes.warnings.push({
    path,
    code: 'NOT_IN_REVISION',
    message: `\`${path}\` was left out: revision ${settings.revision} has no field for it.`,
  })
}

/** The location, `undefined` when the event says nothing of it. By fixed names, which costs least. */
function locationOf(values: Reading['values']): Filling | undefined {
  let location: Filling | undefined
  const address1 = values[PLACES['location.address1']]
  const city = values[PLACES['location.city']]
  const country = values[PLACES['location.country']]
  const region = values[PLACES['location.region']]
  const zip = values[PLACES['location.zip']]
  const timezone = values[PLACES['location.timezone']]
  const ip = values[PLACES['location.ip']]
  const longitude = values[PLACES['location.longitude']]
  const latitude = values[PLACES['location.latitude']]
  if (address1 !== undefined) (location ??= {})['address1'] = address1
  if (city !== undefined) (location ??= {})['city'] = city
  if (country !== undefined) (location ??= {})['country'] = country
  if (region !== undefined) (location ??= {})['region'] = region
  if (zip !== undefined) (location ??= {})['zip'] = zip
  if (timezone !== undefined) (location ??= {})['timezone'] = timezone
  if (ip !== undefined) (location ??= {})['ip'] = ip
  if (longitude !== undefined) (location ??= {})['longitude'] = longitude
  if (latitude !== undefined) (location ??= {})['latitude'] = latitude
  return location
}
