import { consent, subscribeBody, unsubscribeBody } from './testing/bodies.ts'
import { type RequestRow, describeRequests } from './testing/describe-requests.ts'

const SUBSCRIBED = consent(['email'], 'SUBSCRIBED')
const EMAIL = 'ana@example.com'
const MEMBER = '/data/attributes/profiles/data/0'
const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'

// What Klaviyo demands of consent.
const ROWS: readonly RequestRow[] = [
  {
    title: 'a subscription',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL, subscriptions: SUBSCRIBED }]),
    status: 202,
  },
  {
    title: 'SMS without a phone number',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL, subscriptions: consent(['email', 'sms'], 'SUBSCRIBED') }]),
    status: 400,
    at: [`${MEMBER}/attributes/phone_number`],
  },
  {
    title: 'email without an email',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ phone_number: '+15005550006', subscriptions: SUBSCRIBED }]),
    status: 400,
    at: [`${MEMBER}/attributes/email`],
  },
  {
    title: 'a bad phone number',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ phone_number: '500', subscriptions: consent(['sms'], 'SUBSCRIBED') }]),
    status: 400,
    at: [`${MEMBER}/attributes/phone_number`],
  },
  {
    title: 'another consent',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL, subscriptions: consent(['email'], 'MAYBE') }]),
    status: 400,
    at: [`${MEMBER}/attributes/subscriptions/email/marketing/consent`],
  },
  {
    title: 'no channel',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL, subscriptions: {} }]),
    status: 400,
    at: [`${MEMBER}/attributes`],
  },
  {
    title: 'no subscriptions',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL }]),
    only: '2024-06-15',
    status: 202,
  },
  {
    title: 'no subscriptions, which are required',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL }]),
    only: '2026-07-15',
    status: 400,
    at: [`${MEMBER}/attributes/subscriptions`],
  },
  {
    title: 'an unknown id',
    method: 'POST',
    path: SUBSCRIBE,
    body: {
      data: {
        type: 'profile-subscription-bulk-create-job',
        attributes: {
          profiles: {
            data: [{ type: 'profile', id: 'none', attributes: { email: EMAIL, subscriptions: SUBSCRIBED } }],
          },
        },
      },
    },
    status: 404,
    at: [`${MEMBER}/id`],
  },
  {
    title: '101 profiles',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody(
      Array.from({ length: 101 }, (_, index) => ({ email: `p${index}@example.com`, subscriptions: SUBSCRIBED })),
    ),
    only: '2024-06-15',
    status: 400,
    at: ['/data/attributes/profiles/data'],
  },
  {
    title: '1001 profiles',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody(
      Array.from({ length: 1001 }, (_, index) => ({ email: `p${index}@example.com`, subscriptions: SUBSCRIBED })),
    ),
    only: '2026-07-15',
    status: 400,
    at: ['/data/attributes/profiles/data'],
  },
  {
    title: 'old consent without its time',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody([{ email: EMAIL, subscriptions: SUBSCRIBED }], 'L', { historical_import: true }),
    only: '2026-07-15',
    status: 400,
    at: [`${MEMBER}/attributes/subscriptions/email/marketing/consented_at`],
  },
  {
    title: 'old consent of the future',
    method: 'POST',
    path: SUBSCRIBE,
    body: subscribeBody(
      [{ email: EMAIL, subscriptions: consent(['email'], 'SUBSCRIBED', { consented_at: '2999-01-01T00:00:00Z' }) }],
      'L',
      { historical_import: true },
    ),
    only: '2026-07-15',
    status: 400,
    at: [`${MEMBER}/attributes/subscriptions/email/marketing/consented_at`],
  },
  {
    title: 'unsubscribing nobody',
    method: 'POST',
    path: UNSUBSCRIBE,
    body: unsubscribeBody('2024-06-15', {}),
    only: '2024-06-15',
    status: 400,
    at: [`${MEMBER}/attributes`],
  },
  {
    title: 'unsubscribing by id',
    method: 'POST',
    path: UNSUBSCRIBE,
    body: {
      data: {
        type: 'profile-subscription-bulk-delete-job',
        attributes: { profiles: { data: [{ type: 'profile', id: 'x', attributes: { email: EMAIL } }] } },
      },
    },
    only: '2024-06-15',
    status: 400,
    at: [`${MEMBER}/id`],
  },
  {
    title: 'suppressing nobody',
    method: 'POST',
    path: '/api/profile-suppression-bulk-create-jobs',
    body: { data: { type: 'profile-suppression-bulk-create-job', attributes: {} } },
    status: 400,
    at: ['/data/attributes/profiles'],
  },
]

describeRequests(ROWS)
