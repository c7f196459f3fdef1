import type { EventWarning } from '../event/issue.ts'

/** Klaviyo took the request without these fields, which `X-Klaviyo-Partial-Failure` names. */
export function partialFailuresOf(headers: Headers): readonly EventWarning[] {
  const fields = (headers.get('x-klaviyo-partial-failure') ?? '').split(',').map((field) => field.trim())
  // Names only: what else stands there might be a value.
  return fields
    .filter((field) => /^[\w./-]{1,100}$/.test(field))
    .map((path) => ({
      path,
      code: 'PARTIAL_FAILURE',
      message: `Klaviyo took the request without \`${path}\`: its value is not usable there. Mend it at the event's source.`,
    }))
}

/**
 * The warnings of a call that may be about one of its members: those whose field it has. The header names no member, so
 * several may be told; one that is alone in its call is told all.
 */
export function warningsAbout(
  member: string,
  warnings: readonly EventWarning[],
  memberCount: number,
): readonly EventWarning[] {
  if (warnings.length === 0 || memberCount === 1) return warnings
  return warnings.filter(({ path }) => member.includes(`"${path.split(/[./]/).at(-1) ?? path}":`))
}
