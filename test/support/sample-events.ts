import type { JsonObject } from '@rudder-klaviyo/sdk'

/** The three sample payloads of the mapping document; the trailing comma of the track sample, which is no JSON, removed. */
export const SAMPLES = {
  identify: {
    type: 'identify',
    sentAt: '2021-01-03T17:02:53.195Z',
    userId: '1hKOmRA4el9Z',
    rudderId: 'w226lhkncvr182fc1ywq4xdo457min899rva',
    messageId: 't7z7ods5xkzgqg5m3a9r3104jyele9aogx9f',
    context: {
      externalId: [{ type: 'klaviyo-profileId', id: 'klaviyoID' }],
      traits: {
        firstName: 'Alex',
        lastName: 'Keener',
        email: 'alex@example.com',
        phone: '+12 345 578 900',
        title: 'Developer',
        organization: 'Example Co.',
        city: 'New Orleans',
        region: 'Louisiana',
        country: 'US',
        zip: '100-0001',
        Flagged: false,
        Residence: '31, North Avenue',
        street: 'Blue Gum Street',
        properties: { listId: 'XUepkK', subscribe: true, consent: ['email', 'sms'] },
      },
    },
    anonymousId: '97c46c81-3140-456d-b2a9-690d70aaca35',
    originalTimestamp: '2021-01-03T17:02:53.193Z',
  },
  track: {
    type: 'track',
    sentAt: '2021-01-25T16:12:02.048Z',
    userId: '1hKOmRA4el9Z',
    event: 'Sample Event',
    context: {
      traits: {
        firstName: 'Alex',
        lastName: 'Keener',
        email: 'alex@example.com',
        title: 'Developer',
        organization: 'Example Co.',
        city: 'New Orleans',
        region: 'Louisiana',
        country: 'US',
        zip: '100-0001',
        Flagged: false,
        Residence: '31, North Avenue',
        street: 'Blue Gum Street',
      },
    },
    properties: {
      PreviouslVicePresident: true,
      YearElected: 1801,
      VicePresidents: ['AaronBurr', 'GeorgeClinton'],
      revenue: 3000,
      currency: 'USD',
    },
    rudderId: 're515f91ynjf62i3h98g52ao6w8qm7vmg94s',
    messageId: '5vs9plymaxu4zfh40cmqca7r220y3wzb2giu',
    anonymousId: '9c6bd77ea9da3e68',
    originalTimestamp: '2021-01-25T15:32:56.409Z',
  },
  group: {
    channel: 'web',
    userId: '1hKOmRA4el9Z',
    type: 'group',
    groupId: 'group123',
    traits: { subscribe: true },
    context: {
      externalId: [{ type: 'klaviyo-profileId', id: 'klaviyoID' }],
      traits: { email: 'alex@example.com', consent: ['email'] },
    },
    timestamp: '2020-01-21T00:21:34.208Z',
    anonymousId: 'jzfsz147d02cil0gqz6rkg7mtou10dovcwia',
    originalTimestamp: '2019-10-14T09:03:17.562Z',
  },
} as const satisfies Record<string, JsonObject>

/** The types of the samples. */
export type SampleType = keyof typeof SAMPLES

const DISTINCT_COUNT = 500

/** Many texts of a sample that differ in their ids, so that nothing is measured that is only fast the second time. */
export function sampleTexts(type: SampleType): readonly string[] {
  return Array.from({ length: DISTINCT_COUNT }, (_, index) => {
    const sample = SAMPLES[type]
    const id = String(index).padStart(3, '0')
    return JSON.stringify({ ...sample, userId: `${sample.userId}${id}`, messageId: `m-8f5b2c1e-${type}-${id}` })
  })
}
