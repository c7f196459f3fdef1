import type { Notes } from '../event/notes.ts'
import type { Settings } from '../validate/settings.ts'

/**
 * Makes an issue of an event that nobody is identified by; says what to add, and which sources are there but not usable.
 * @param unusedAnonymousId where an anonymous id stands that the revision has no field for
 */
export function issueUnidentified(unusedAnonymousId: string | undefined, settings: Settings, notes: Notes): void {
  if (settings.enforceEmailAsPrimary) {
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message: `Nobody is identified: with \`enforceEmailAsPrimary\` only an email or a phone does, and neither is usable${unusable(notes)}. Set \`context.traits.email\` or \`context.traits.phone\`.`,
    })
  } else if (unusedAnonymousId !== undefined) {
    notes.issues.push({
      path: unusedAnonymousId,
      code: 'NOT_IN_REVISION',
      message: `\`${unusedAnonymousId}\` is the only identifier, and revision ${settings.revision} has none for anonymousId. Add a userId, an email or a phone.`,
    })
  } else {
    notes.issues.push({
      path: '',
      code: 'NO_IDENTIFIER',
      message: `Nobody is identified: none of userId, anonymousId, email, phone, \`_kx\` (in context.traits or traits) and a \`klaviyo-profileId\` in context.externalId is usable${unusable(notes)}. Set one.`,
    })
  }
}

const IDENTIFIER = /(?:^|\.)(?:userId|anonymousId|email|phone|_kx)$/

/** The identifiers that are there and were left out, by their paths. */
function unusable({ warnings }: Notes): string {
  const paths = warnings.filter(({ path }) => IDENTIFIER.test(path)).map(({ path }) => `\`${path}\``)
  return paths.length === 0 ? '' : ` (there, and not usable: ${paths.join(', ')})`
}
