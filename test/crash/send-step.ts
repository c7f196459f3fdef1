import type { GatewayProcess } from '../support/processes/start-gateway.ts'

/** What the gateway promised by its answers. */
export interface Promised {
  /** messageIds of the track events that were answered as accepted. */
  readonly tracked: Set<string>
  /** By person: the last value of the trait `counter` that was answered as accepted. */
  readonly counters: Map<string, number>
}

const STEP = `mutation ($identify: IdentifyInput!, $track: TrackInput!) {
  identify(input: $identify) { __typename }
  track(input: $track) { __typename }
}`

const ACCEPTED = JSON.stringify({
  identify: { __typename: 'EventAccepted' },
  track: { __typename: 'EventAccepted' },
})

/**
 * One identify and one track of a person, in one request. What is answered as accepted is promised from then on; an
 * answer that never comes promises nothing.
 * @throws {Error} when nobody answers, or the answer is another one
 */
export async function sendStep(
  gateway: GatewayProcess,
  { person, counter }: { person: string; counter: number },
  promised: Promised,
): Promise<true> {
  const messageId = `${person}-${counter}`
  const { data } = await gateway.send(STEP, {
    identify: { messageId: `${messageId}-identify`, userId: person, traits: { custom: { counter } } },
    track: { messageId, userId: person, event: 'Counted', properties: { counter } },
  })
  if (JSON.stringify(data) !== ACCEPTED) throw new Error(`${messageId} was not accepted: ${JSON.stringify(data)}`)
  promised.tracked.add(messageId)
  promised.counters.set(person, counter)
  return true
}
