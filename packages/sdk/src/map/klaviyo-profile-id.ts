import { KLAVIYO_PROFILE_ID } from '../event/external-id.ts'
import type { Json } from '../event/json.ts'
import { isList, isRecord, type EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { COERCIONS } from './coerce.ts'

/** How the source of the profile id is written in rows and messages. */
export const PROFILE_ID_SOURCE = `context.externalId[type=${KLAVIYO_PROFILE_ID}].id`

/** The id of the first entry of our type in `context.externalId` that is usable; other entries are somebody else's. */
export function klaviyoProfileId(event: EventRecord, settings: Settings): string | undefined {
  const entries = externalIds(event)
  for (const entry of entries) {
    if (!isRecord(entry) || entry['type'] !== KLAVIYO_PROFILE_ID) continue
    const id = COERCIONS.string(entry['id'], settings)
    if (id !== undefined) return id
  }
  return undefined
}

function externalIds(event: EventRecord): readonly Json[] {
  const context = event['context']
  if (!isRecord(context)) return []
  const entries = context['externalId']
  return isList(entries) ? entries : []
}
