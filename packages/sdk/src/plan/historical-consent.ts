import type { Planning } from './planning.ts'
import { REVISIONS } from '../revision.ts'

/**
 * When the person consented, with the option `historicalImport`: the time of the event, else the option `consentedAt`.
 * `undefined` without the option, or with an issue in the notes.
 */
export function historicalConsentTime(time: string | undefined, { settings, notes }: Planning): string | undefined {
  if (!settings.historicalImport) return undefined
  if (!REVISIONS[settings.revision].hasHistoricalImport) {
    notes.issues.push({
      path: '',
      code: 'NOT_IN_REVISION',
      message: `The option \`historicalImport\` is set, and revision ${settings.revision} has no subscriptions of the past. Set \`revision\` to a newer one, or leave the option out.`,
    })
    return undefined
  }
  const consentedAt = time ?? settings.consentedAt
  if (consentedAt === undefined) {
    notes.issues.push({
      path: 'timestamp',
      code: 'REQUIRED',
      message:
        '`timestamp` is missing: with `historicalImport` a subscription needs the time of consent. Set it, or the option `consentedAt`.',
    })
  }
  return consentedAt
}
