import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import type { Revision } from '@rudder-klaviyo/sdk'
import { bytesOf } from './call-tally.ts'
import { readEndpoints } from './endpoint-facts.ts'
import { eventMix, type EventMixOptions } from './event-mix.ts'
import { createLowerBound } from './lower-bound.ts'
import { createOneByOne } from './one-by-one.ts'
import { createRudderstackBatching } from './rudderstack-batching.ts'
import type { SendingCost } from './way-of-sending.ts'

/** What a stream costs by the ways that ours is compared with. */
export interface WaysCompared {
  readonly oneByOne: SendingCost
  /** The router hands over 100 events at a time. */
  readonly rudderstack100: SendingCost
  /** The router hands over 10,000 events at a time. */
  readonly rudderstack10000: SendingCost
  readonly lowerBound: SendingCost
}

/** Plans a stream once, event by event, and counts what each way of sending makes of it. */
export async function compareWays(mix: EventMixOptions, revision: Revision): Promise<WaysCompared> {
  const endpoints = await readEndpoints(revision)
  const settings = resolveSettings({ revision })
  const oneByOne = createOneByOne(endpoints)
  const rudderstack100 = createRudderstackBatching(endpoints, 100)
  const rudderstack10000 = createRudderstackBatching(endpoints, 10_000)
  const lowerBound = createLowerBound(endpoints)
  for (const event of eventMix(mix)) {
    const requests = planEvent(event, settings).requests.map((request) => ({
      ...request,
      bodyBytes: bytesOf(request.body),
    }))
    for (const way of [oneByOne, rudderstack100, rudderstack10000, lowerBound]) way.add(requests)
  }
  return {
    oneByOne: oneByOne.end(),
    rudderstack100: rudderstack100.end(),
    rudderstack10000: rudderstack10000.end(),
    lowerBound: lowerBound.end(),
  }
}
