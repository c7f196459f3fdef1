import type { Notes } from '../event/notes.ts'
import type { Settings } from '../validate/settings.ts'

/** What is known about who an event is about, when nothing usable identifies the person. */
export interface Unidentified {
  /** An `anonymousId` is there, and the revision has no field for it. */
  readonly hasUnusedAnonymousId: boolean
}

/** Makes an issue of an event that nobody is identified by; says what to add. */
export function issueUnidentified({ hasUnusedAnonymousId }: Unidentified, settings: Settings, notes: Notes): void {
  if (settings.enforceEmailAsPrimary) {
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message:
        'Nobody is identified: with `enforceEmailAsPrimary` only an email or a phone does, and neither is usable. Set `context.traits.email` or `context.traits.phone`.',
    })
  } else if (hasUnusedAnonymousId) {
    notes.issues.push({
      path: 'anonymousId',
      code: 'NOT_IN_REVISION',
      message: `\`anonymousId\` is the only identifier, and revision ${settings.revision} has none for it. Add a userId, an email or a phone.`,
    })
  } else {
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message:
        'Nobody is identified: none of userId, anonymousId, email, phone, `_kx` (in context.traits or traits) and a `klaviyo-profileId` in context.externalId is usable. Set one.',
    })
  }
}
