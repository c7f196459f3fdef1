import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import type { JsonObject } from '@rudder-klaviyo/sdk'
import { SAMPLES, type SampleType } from '../../support/sample-events.ts'

/** The one list of the mix. */
const LIST_ID = 'XUepkK'

/** Twenty events hold the mix exactly: 70 % track, 25 % identify, 5 % group. */
const BLOCK: readonly SampleType[] = [
  ...Array<SampleType>(14).fill('track'),
  ...Array<SampleType>(5).fill('identify'),
  'group',
]
const FIRST_TIME_MS = Date.parse(SAMPLES.track.originalTimestamp)
/** Between two events of the stream. */
const STEP_MS = 50

/** Which stream it is: the same values give the same events. */
export interface EventMixOptions {
  readonly seed: number
  /** A multiple of 20. */
  readonly eventCount: number
  readonly profileCount: number
  /** Every identify subscribes to the list, as the sample of the document does. @default false */
  readonly subscribesOnIdentify?: boolean
}

/**
 * The mixed stream, made event by event as it is read. Events have the size of the document's samples. Each is of a
 * profile drawn at random, and a group event of one that did not join the list before: nobody joins twice.
 */
export function* eventMix(options: EventMixOptions): Generator<JsonObject, void, undefined> {
  const { seed, eventCount, profileCount, subscribesOnIdentify = false } = options
  if (eventCount % BLOCK.length !== 0) throw new Error(`eventCount is a multiple of ${BLOCK.length}, not ${eventCount}`)
  const random = xoroshiro128plus(seed)
  const joining = shuffled(Array.from({ length: profileCount }, (_, profile) => profile).values(), random)
  let joinedCount = 0
  for (let index = 0; index < eventCount; index += BLOCK.length) {
    for (const [offset, type] of shuffled(BLOCK.values(), random).entries()) {
      const profile =
        type === 'group' ? joining[joinedCount++ % profileCount]! : uniformInt(random, 0, profileCount - 1)
      yield eventOf(type, { index: index + offset, profile, subscribesOnIdentify })
    }
  }
}

interface Place {
  readonly index: number
  readonly profile: number
  readonly subscribesOnIdentify: boolean
}

function eventOf(type: SampleType, { index, profile, subscribesOnIdentify }: Place): JsonObject {
  const id = String(profile).padStart(6, '0')
  const at = new Date(FIRST_TIME_MS + index * STEP_MS).toISOString()
  const shared = {
    // As long as those of the samples.
    messageId: `bench${String(index).padStart(31, '0')}`,
    userId: `1hKOm${id}`,
    // One device a person: with two anonymous ids the events of a person were not those of one profile.
    anonymousId: `97c46c81-3140-456d-b2a9-690d7a${id}`,
    originalTimestamp: at,
  }
  const externalId = [{ type: 'klaviyo-profileId', id: `klaviyo${id}` }]
  const email = `alex${id}@example.com`
  switch (type) {
    case 'identify': {
      const { properties, ...traits } = SAMPLES.identify.context.traits
      const person = { ...traits, email, phone: `+1 234 5${id.slice(1, 3)} ${id.slice(2)}`, Flagged: index % 2 === 0 }
      const consent = subscribesOnIdentify ? { properties: { ...properties, listId: LIST_ID } } : {}
      return { ...SAMPLES.identify, ...shared, sentAt: at, context: { externalId, traits: { ...person, ...consent } } }
    }
    case 'track': {
      const traits = { ...SAMPLES.track.context.traits, email, Flagged: index % 2 === 0 }
      return { ...SAMPLES.track, ...shared, sentAt: at, context: { traits } }
    }
    case 'group':
      return {
        ...SAMPLES.group,
        ...shared,
        groupId: LIST_ID,
        timestamp: at,
        context: { externalId, traits: { ...SAMPLES.group.context.traits, email } },
      }
  }
}

function shuffled<Item>(items: Iterable<Item>, random: RandomGenerator): Item[] {
  const left = [...items]
  for (let end = left.length - 1; end > 0; end--) {
    const other = uniformInt(random, 0, end)
    ;[left[end], left[other]] = [left[other]!, left[end]!]
  }
  return left
}
