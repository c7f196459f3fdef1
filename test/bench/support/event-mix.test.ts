import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { expect, it } from 'vitest'
import { eventMix } from './event-mix.ts'

const MIX = { seed: 7, eventCount: 2_000, profileCount: 200 }

it('gives the same events for a seed, and others for another', () => {
  const events = [...eventMix(MIX)]
  expect([...eventMix(MIX)]).toEqual(events)
  expect([...eventMix({ ...MIX, seed: 8 })]).not.toEqual(events)
})

it('holds 70 % track, 25 % identify and 5 % group, each event once and no one joining twice', () => {
  const events = [...eventMix(MIX)]
  const countOf = (type: string) => events.filter((event) => event['type'] === type).length
  expect([countOf('track'), countOf('identify'), countOf('group')]).toEqual([1_400, 500, 100])
  expect(new Set(events.map((event) => event['messageId'])).size).toBe(2_000)
  const joined = events.filter((event) => event['type'] === 'group').map((event) => event['userId'])
  expect(new Set(joined).size).toBe(100)
})

it.each([
  { subscribesOnIdentify: false, requestCount: 2_000 },
  { subscribesOnIdentify: true, requestCount: 2_500 },
])('is planned without a warning (subscribes on identify: $subscribesOnIdentify)', (variant) => {
  const settings = resolveSettings({ revision: '2024-06-15' })
  const plans = [...eventMix({ ...MIX, ...variant })].map((event) => planEvent(event, settings))
  expect(plans.flatMap(({ warnings }) => warnings)).toEqual([])
  expect(plans.flatMap(({ requests }) => requests)).toHaveLength(variant.requestCount)
})

it('has emails, phones and ids of its own for each of 100,000 profiles', () => {
  const people = { userId: new Set(), email: new Set(), phone: new Set() }
  for (const event of eventMix({ seed: 7, eventCount: 40_000, profileCount: 100_000 })) {
    if (event['type'] !== 'identify') continue
    const { email, phone } = (event['context'] as { traits: Record<string, string> }).traits // as the mix makes it
    people.userId.add(event['userId'])
    people.email.add(email)
    people.phone.add(phone)
  }
  expect(people.userId.size).toBeGreaterThan(9_000)
  expect([people.email.size, people.phone.size]).toEqual([people.userId.size, people.userId.size])
})
