import { expect, it } from 'vitest'
import { resolveSettings } from '../validate/settings.ts'
import { orderKeysOf } from './order-keys.ts'
import { planEvent } from './plan-event.ts'

const person = {
  userId: 'u-1',
  anonymousId: 'a-1',
  context: {
    externalId: [{ type: 'klaviyo-profileId', id: '01H' }],
    traits: { email: 'Alex@Example.com', phone: '+12345578900', _kx: 'kx' },
  },
}
const EVERY_KEY = ['e:alex@example.com', 'p:+12345578900', 'x:u-1', 'i:01H', 'k:kx', 'a:a-1']

it.each<[string, object, readonly string[]]>([
  ['identify: every identifier, strongest first', { type: 'identify', ...person }, EVERY_KEY],
  ['track: the same person, the same keys', { type: 'track', event: 'E', ...person }, EVERY_KEY],
  [
    'group: also what a subscription does not carry',
    { type: 'group', groupId: 'L', traits: { subscribe: true, consent: ['email'] }, ...person },
    EVERY_KEY,
  ],
  [
    'group by user id: what is looked up',
    { type: 'group', groupId: 'L', traits: { subscribe: true, consent: ['email'] }, userId: 'u-1' },
    ['x:u-1'],
  ],
  ['a filtered event has none', { type: 'track', event: 'E', ...person, integrations: { All: false } }, []],
])('%s', (_name, event, keys) => {
  const settings = resolveSettings()
  expect(orderKeysOf(planEvent(event, settings), event, settings)).toEqual(keys)
})
