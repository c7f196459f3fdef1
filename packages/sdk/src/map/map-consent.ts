import type { Consent } from '../event/event.ts'
import type { Notes } from '../event/notes.ts'
import { isList, type EventRecord } from '../event/record.ts'
import type { Settings } from '../validate/settings.ts'
import { PLACES } from './places.ts'
import type { Reading } from './reading.ts'
import { isEmpty, valueAt } from './source.ts'
import { knownChannels } from './subscription.ts'

/** The channels that somebody consents to, and where that is said. */
export interface StatedConsent {
  readonly channels: readonly Consent[]
  /** The path in the event, or `undefined` for the setting of the destination (or nothing at all). */
  readonly path: string | undefined
  /** Whether what stands there is neither a list nor a text. */
  readonly isUnreadable: boolean
}

/**
 * The consent of an event: its own, else that of the destination. A list in the event is a statement, also an empty one.
 * Where the event says something that cannot be read, the setting is not used either: too few messages is the safe side.
 */
export function mapConsent(
  { values, consentRank, unusable }: Reading,
  { event, settings }: { readonly event: EventRecord; readonly settings: Settings },
  notes: Notes,
  sources: readonly string[],
): StatedConsent {
  const consent = values[PLACES.consent]
  if (isList(consent)) {
    const path = sources[consentRank] ?? ''
    return { channels: knownChannels(consent, path, notes), path, isUnreadable: false }
  }
  const unread = unusable?.find(({ compiled }) => compiled.row.as === 'channels')
  if (unread === undefined) return { channels: settings.consent ?? [], path: undefined, isUnreadable: false }
  const path = unread.compiled.paths.find(({ keys }) => !isEmpty(valueAt(event, keys)))?.path
  return { channels: [], path, isUnreadable: true }
}
