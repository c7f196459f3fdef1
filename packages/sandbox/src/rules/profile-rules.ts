import type { JsonObject } from '@rudder-klaviyo/sdk'
import { pointerTo } from '../json-pointer.ts'
import type { Fault } from '../refusal.ts'
import { IDENTIFIERS } from '../state/profile.ts'
import { isEmail, isPhoneNumber } from './formats.ts'

/** A profile of a request and the pointer to its `attributes`. */
export interface ProfileAt {
  readonly id?: string | null
  readonly attributes: JsonObject
  readonly pointer: string
}

/** What no schema says of a profile: it needs an identifier, and email and phone number have a form. */
export function profileFaults(profile: ProfileAt): Fault[] {
  return [...identifierFaults(profile), ...formatFaults(profile)]
}

/** A profile without any identifier belongs to nobody. */
export function identifierFaults({ id, attributes, pointer }: ProfileAt): Fault[] {
  const given = [id, ...IDENTIFIERS.map((identifier) => attributes[identifier])]
  if (given.some(isGiven)) return []
  return [{ pointer, detail: `A profile needs an identifier: an id or one of ${IDENTIFIERS.join(', ')}.` }]
}

/** Email and phone number in a form that cannot be one. */
export function formatFaults({ attributes, pointer }: ProfileAt): Fault[] {
  return [...emailFaults({ attributes, pointer }), ...phoneFaults({ attributes, pointer })]
}

/** An email that cannot be one. */
export function emailFaults({ attributes, pointer }: ProfileAt): Fault[] {
  const { email } = attributes
  if (typeof email !== 'string' || isEmail(email)) return []
  return [{ pointer: pointerTo(pointer, 'email'), detail: 'Invalid email address.' }]
}

function phoneFaults({ attributes, pointer }: ProfileAt): Fault[] {
  const phone = attributes['phone_number']
  if (typeof phone !== 'string' || isPhoneNumber(phone)) return []
  return [
    {
      pointer: pointerTo(pointer, 'phone_number'),
      detail: 'Invalid phone number: it must be in E.164 form, such as +15005550006.',
    },
  ]
}

/** Whether an identifier has a value. */
export const isGiven = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
