import { KLAVIYO_PROFILE_ID } from '../event/external-id.ts'
import { isList, isRecord, type EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { COERCIONS } from './coerce.ts'

/** How the source of the profile id is written in rows and messages. */
export const PROFILE_ID_SOURCE = `context.externalId[type=${KLAVIYO_PROFILE_ID}].id`

/** The id of the first entry of our type in `context.externalId` that is usable; other entries are somebody else's. */
export function klaviyoProfileId(event: EventRecord, settings: Settings): string | undefined {
  const context = event['context']
  if (!isRecord(context)) return undefined
  const entries = context['externalId']
  if (!isList(entries)) return undefined
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    if (!isRecord(entry) || entry['type'] !== KLAVIYO_PROFILE_ID) continue
    const id = COERCIONS.string(entry['id'], settings)
    if (id !== undefined) return id
  }
  return undefined
}
