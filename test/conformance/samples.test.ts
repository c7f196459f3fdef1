import { createKlaviyo, type JsonObject, type Plan } from '@rudder-klaviyo/sdk'
import { expect, it } from 'vitest'
import { SAMPLES } from '../support/sample-events.ts'

// The three sample payloads of the mapping document, and the requests that it describes for them.

const plan = (event: JsonObject): Plan => createKlaviyo().plan(event)
const sent = ({ requests }: Plan): unknown =>
  JSON.parse(JSON.stringify(requests.map(({ path, body }) => ({ path, body }))))

const ALEX = {
  email: 'alex@example.com',
  external_id: '1hKOmRA4el9Z',
  first_name: 'Alex',
  last_name: 'Keener',
  title: 'Developer',
  organization: 'Example Co.',
  location: {
    address1: 'Blue Gum Street',
    city: 'New Orleans',
    region: 'Louisiana',
    country: 'US',
    zip: '100-0001',
  },
  properties: { Flagged: false, Residence: '31, North Avenue' },
}

it('identify: the profile, then its subscription by email and SMS to the list of the event', () => {
  expect(sent(plan(SAMPLES.identify))).toEqual([
    {
      path: '/api/profile-import',
      body: {
        data: {
          type: 'profile',
          id: 'klaviyoID',
          attributes: { ...ALEX, phone_number: '+12345578900', anonymous_id: '97c46c81-3140-456d-b2a9-690d70aaca35' },
        },
      },
    },
    {
      path: '/api/profile-subscription-bulk-create-jobs',
      body: {
        data: {
          type: 'profile-subscription-bulk-create-job',
          attributes: {
            profiles: {
              data: [
                {
                  type: 'profile',
                  id: 'klaviyoID',
                  attributes: {
                    email: 'alex@example.com',
                    phone_number: '+12345578900',
                    subscriptions: {
                      email: { marketing: { consent: 'SUBSCRIBED' } },
                      sms: { marketing: { consent: 'SUBSCRIBED' } },
                    },
                  },
                },
              ],
            },
          },
          relationships: { list: { data: { type: 'list', id: 'XUepkK' } } },
        },
      },
    },
  ])
})

it('track: one event of its name, worth 3000 USD, with the profile it came with', () => {
  expect(sent(plan(SAMPLES.track))).toEqual([
    {
      path: '/api/events',
      body: {
        data: {
          type: 'event',
          attributes: {
            properties: {
              PreviouslVicePresident: true,
              YearElected: 1801,
              VicePresidents: ['AaronBurr', 'GeorgeClinton'],
            },
            time: '2021-01-25T15:32:56.409Z',
            value: 3000,
            value_currency: 'USD',
            unique_id: '5vs9plymaxu4zfh40cmqca7r220y3wzb2giu',
            metric: { data: { type: 'metric', attributes: { name: 'Sample Event' } } },
            profile: { data: { type: 'profile', attributes: { ...ALEX, anonymous_id: '9c6bd77ea9da3e68' } } },
          },
        },
      },
    },
  ])
})

it('group: the member is subscribed by email to the list that groupId names', () => {
  expect(sent(plan(SAMPLES.group))).toEqual([
    {
      path: '/api/profile-subscription-bulk-create-jobs',
      body: {
        data: {
          type: 'profile-subscription-bulk-create-job',
          attributes: {
            profiles: {
              data: [
                {
                  type: 'profile',
                  id: 'klaviyoID',
                  attributes: {
                    email: 'alex@example.com',
                    subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } } },
                  },
                },
              ],
            },
          },
          relationships: { list: { data: { type: 'list', id: 'group123' } } },
        },
      },
    },
  ])
  // The sample has no messageId: a plan does without, and without the keys made of it.
  expect(plan(SAMPLES.group)).not.toHaveProperty('messageId')
  expect(plan(SAMPLES.group).requests[0]).not.toHaveProperty('idempotencyKey')
})
