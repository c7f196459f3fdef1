import type { Notes } from '../event/notes.ts'
import type { EventRecord } from '../event/record.ts'
import { hasField } from '../revision.ts'
import type { Settings } from '../validate/settings.ts'
import { flatten, type Filling } from './custom-properties.ts'
import { issueUnidentified } from './identity.ts'
import type { Destination } from './integrations.ts'
import { klaviyoProfileId } from './klaviyo-profile-id.ts'
import { warnAboutLimits } from './klaviyo-limits.ts'
import { patchProperties } from './patch-properties.ts'
import { PROFILE_ROWS } from './profile.ts'
import type { Reading } from './reading.ts'
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
  const { attributes } = reading
  const id = klaviyoProfileId(event, settings)
  const hasAnonymousId = hasField(ANONYMOUS_ID_ROW.row.revisions, settings.revision)
  const anonymousId = hasAnonymousId ? reading.anonymousId : undefined
  if (reading.anonymousId !== undefined && !hasAnonymousId) warnNoAnonymousId(anonymousIdPath(event), settings, notes)
  if (hasProperties && !isIdentified(reading, id, anonymousId)) useLastResorts(reading, context)
  const { email, phone, kx, externalId } = reading
  if (
    settings.enforceEmailAsPrimary
      ? email === undefined && phone === undefined
      : !isIdentified(reading, id, anonymousId)
  ) {
    const unused = reading.anonymousId !== undefined && !hasAnonymousId ? anonymousIdPath(event) : undefined
    issueUnidentified(unused, settings, notes)
  }
  if (email !== undefined) attributes['email'] = email
  if (phone !== undefined) attributes['phone_number'] = phone
  if (externalId !== undefined && !settings.enforceEmailAsPrimary) attributes['external_id'] = externalId
  if (anonymousId !== undefined) attributes['anonymous_id'] = anonymousId
  if (kx !== undefined) attributes['_kx'] = kx
  if (reading.location !== undefined) attributes['location'] = reading.location

  const properties = customProperties(reading, settings)
  const patched = patchProperties(context.destination, properties, notes)
  const custom = patched === undefined ? properties : patched.custom
  if (custom !== undefined) {
    attributes['properties'] = custom
    if (reading.isLimited) warnAboutLimits(custom, 'traits', notes)
  }
  return { id, attributes, patch: patched?.patch, email, phone }
}

function isIdentified(
  { email, phone, externalId, kx }: Reading,
  id: string | undefined,
  anonymousId: string | undefined,
): boolean {
  return (id ?? email ?? phone ?? externalId ?? kx ?? anonymousId) !== undefined
}

/** `properties.email` and `properties.phone`, which belong to somebody else wherever the event names its person. */
function useLastResorts(reading: Reading, { event, settings, notes }: MappingContext): void {
  for (const compiled of LAST_RESORTS) {
    const found = firstUsable(compiled, event, settings, notes)
    if (found === undefined) continue
    if (compiled.row.to === 'email') reading.email = found.value
    else reading.phone = found.value
  }
}

function customProperties({ custom, externalId }: Reading, settings: Settings): Filling | undefined {
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
