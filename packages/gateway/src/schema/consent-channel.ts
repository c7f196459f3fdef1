import type { Consent } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** A channel of marketing. */
export const ConsentChannel = builder.enumType('ConsentChannel', {
  description: 'A channel of marketing.',
  values: {
    EMAIL: { value: 'email', description: 'Email; needs an email address.' },
    SMS: { value: 'sms', description: 'Text messages; needs a phone number.' },
  } satisfies Record<Uppercase<Consent>, { value: Consent; description: string }>,
})
