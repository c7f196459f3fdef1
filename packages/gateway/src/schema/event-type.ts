import type { EventType as RudderEventType } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** The types of RudderStack events that Klaviyo has a counterpart for. */
export const EventType = builder.enumType('EventType', {
  description: 'The types of RudderStack events that Klaviyo has a counterpart for.',
  values: {
    IDENTIFY: { value: 'identify', description: 'Create or update a profile.' },
    TRACK: { value: 'track', description: 'An event.' },
    GROUP: { value: 'group', description: 'Consent of somebody on a list.' },
    SCREEN: { value: 'screen', description: 'A screen view.' },
  } satisfies Record<Uppercase<RudderEventType>, { value: RudderEventType; description: string }>,
})
