import { pointerTo } from '../json-pointer.ts'
import type { Fault } from '../refusal.ts'
import type { ProfileAt } from './profile-rules.ts'

/** The domain that no mailbox can ever have (RFC 2606). */
const NO_MAILBOX = /\.invalid$/i

/**
 * What looks right and is not: a bulk import takes it and its job fails with it, a single import refuses it at once. It
 * stands for everything that Klaviyo finds only when it looks closer.
 */
export function lateFaults({ attributes, pointer }: ProfileAt): Fault[] {
  const { email } = attributes
  if (typeof email !== 'string' || !NO_MAILBOX.test(email.trim())) return []
  return [{ pointer: pointerTo(pointer, 'email'), detail: 'There can be no mailbox at this email address.' }]
}
