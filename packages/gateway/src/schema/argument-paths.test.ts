import { resolveSettings, planEvent } from '@rudder-klaviyo/sdk/stages'
import { EventInvalidError } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { createArgumentPaths } from './argument-paths.ts'
import { eventArgument } from './event-argument.ts'
import type { EventInput } from './event-input.ts'

type Input = typeof EventInput.$inferInput

const settings = resolveSettings({})

/** Every path that planning has something to say about, as the caller reads it. */
function notePaths(input: Input): readonly string[] {
  const placed = eventArgument(input, 'event')
  const paths = createArgumentPaths(placed, placed.prefix)
  try {
    return planEvent(placed.event, settings).warnings.map(({ code, path }) => `${code} ${paths.toPath(path)}`)
  } catch (error) {
    if (!(error instanceof EventInvalidError)) throw error
    return error.issues.map(({ code, path }) => `${code} ${paths.toPath(path)}`)
  }
}

const list = 'XUepkK'

describe('what planning says points into the argument', () => {
  it.each<[what: string, input: Input, notes: readonly string[]]>([
    [
      'a field of the traits',
      { identify: { userId: 'u', traits: { email: 'nobody' } } },
      ['NOT_USABLE event.identify.traits.email'],
    ],
    [
      'a phone',
      { identify: { userId: 'u', traits: { phone: '123' } } },
      ['PHONE_NOT_USABLE event.identify.traits.phone'],
    ],
    [
      'a field that stands in custom',
      { identify: { userId: 'u', traits: { custom: { email: 'nobody' } } } },
      ['NOT_USABLE event.identify.traits.custom.email'],
    ],
    [
      'another spelling of a field in custom',
      { identify: { userId: 'u', traits: { custom: { first_name: true } } } },
      ['NOT_USABLE event.identify.traits.custom.first_name'],
    ],
    [
      'a field of custom.address',
      { identify: { userId: 'u', traits: { custom: { address: { city: true } } } } },
      ['NOT_USABLE event.identify.traits.custom.address.city'],
    ],
    ['nobody', { identify: { traits: { firstName: 'Alex' } } }, ['NO_IDENTIFIER event.identify']],
    [
      'a long list in a custom property',
      { identify: { userId: 'u', traits: { custom: { tags: Array(4_001).fill(1) } } } },
      ['OVER_KLAVIYO_LIMIT event.identify.traits.custom'],
    ],
    [
      'an unsubscription without a list',
      { identify: { traits: { email: 'a@example.com' }, subscription: { subscribe: false } } },
      ['NO_LIST event.identify.subscription.listId'],
    ],
    [
      'a subscription without consent',
      { identify: { traits: { email: 'a@example.com' }, subscription: { subscribe: true, listId: list } } },
      ['NO_CONSENT event.identify.subscription.consent'],
    ],
    [
      'a channel without its identifier',
      {
        identify: {
          traits: { email: 'a@example.com' },
          subscription: { subscribe: true, listId: list, consent: ['email', 'sms'] },
        },
      },
      ['CHANNEL_WITHOUT_IDENTIFIER event.identify.subscription.consent'],
    ],
    [
      "RudderStack's own form of a decision in custom",
      { identify: { traits: { email: 'a@example.com', custom: { properties: { subscribe: 'perhaps' } } } } },
      ['NOT_USABLE event.identify.traits.custom.properties.subscribe'],
    ],
    ['a time', { track: { event: 'E', userId: 'u', timestamp: 'yesterday' } }, ['NOT_USABLE event.track.timestamp']],
    ['a blank name', { track: { event: ' ', userId: 'u' } }, ['REQUIRED event.track.event']],
    ['a currency', { track: { event: 'E', userId: 'u', currency: 'Euro' } }, ['NOT_USABLE event.track.currency']],
    [
      'a currency in properties',
      { track: { event: 'E', userId: 'u', properties: { currency: 'Euro' } } },
      ['NOT_USABLE event.track.properties.currency'],
    ],
    [
      'an email in properties',
      { track: { event: 'E', properties: { email: 'nobody' }, traits: {} } },
      ['NO_IDENTIFIER event.track'],
    ],
    ['the name of a screen', { screen: { name: '', userId: 'u' } }, ['REQUIRED event.screen.name']],
    [
      'the list',
      { group: { groupId: ' ', subscribe: true, consent: ['email'], traits: { email: 'a@example.com' } } },
      ['REQUIRED event.group.groupId'],
    ],
    [
      'consent of a group that is not there',
      { group: { groupId: list, subscribe: true, traits: { email: 'a@example.com' } } },
      ['NO_CONSENT event.group.consent'],
    ],
    [
      'consent of a group in custom',
      { group: { groupId: list, subscribe: true, traits: { email: 'a@example.com', custom: { consent: ['push'] } } } },
      ['NO_CONSENT event.group.traits.custom.consent'],
    ],
    [
      'an unsubscription of nobody',
      { group: { groupId: list, subscribe: false, userId: 'u' } },
      ['CANNOT_UNSUBSCRIBE event.group.traits.email'],
    ],
  ])('%s', (_what, input, notes) => {
    expect(notePaths(input)).toEqual(notes)
  })
})

describe('messages', () => {
  it('quote the paths of the argument, and options as they are', () => {
    const placed = eventArgument({ group: { groupId: list, subscribe: true } }, 'events[3]')
    const paths = createArgumentPaths(placed, placed.prefix)
    expect(paths.toMessage('Set `context.traits.email` in `context.externalId`, or the option `consent`.')).toBe(
      'Set `events[3].group.traits.email` in `events[3].group.klaviyoProfileId`, or the option `consent`.',
    )
  })
})
