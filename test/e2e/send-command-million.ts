import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** The list that group events are about. */
export const LIST_ID = 'XUepkK'

/** Of twenty events fourteen are track, five identify and one group: 70, 25 and 5 %. */
const BLOCK_COUNT = 20
const kindOf = (index: number): 'track' | 'identify' | 'group' => {
  const place = index % BLOCK_COUNT
  return place < 14 ? 'track' : place < 19 ? 'identify' : 'group'
}

/** A stream of many events of many people. */
export interface Million {
  readonly eventCount: number
  readonly personCount: number
}

/** Spreads neighbours over people, the same each time. The factor has no divisor in common with the counts in use. */
const personOf = (index: number, personCount: number): number => (index * 7_919) % personCount

function eventOf(index: number, { personCount }: Million): object {
  const person = personOf(index, personCount)
  const email = `u${person}@example.com`
  const shared = { messageId: `m-${index}`, userId: `u-${person}`, timestamp: '2026-03-01T12:00:00Z' }
  const kind = kindOf(index)
  switch (kind) {
    case 'track':
      return { type: kind, ...shared, event: 'Ordered', properties: { index }, context: { traits: { email } } }
    case 'identify':
      return { type: kind, ...shared, traits: { email, seenAt: index } }
    case 'group': {
      const traits = { subscribe: true, consent: ['email'] }
      return { type: kind, ...shared, groupId: LIST_ID, traits, context: { traits: { email } } }
    }
  }
}

/** What a Klaviyo holds in the end. */
export interface Expected {
  readonly trackIndexes: ReadonlySet<number>
  /** The last identify of each person, by the user id. */
  readonly seenAt: ReadonlyMap<string, number>
  /** The user ids of those who joined the list. */
  readonly members: ReadonlySet<string>
}

/** What has to come of the stream when every event took effect once, those of a person in their order. */
export function expectedOf(million: Million): Expected {
  const trackIndexes = new Set<number>()
  const seenAt = new Map<string, number>()
  const members = new Set<string>()
  for (let index = 0; index < million.eventCount; index++) {
    const user = `u-${personOf(index, million.personCount)}`
    const kind = kindOf(index)
    if (kind === 'track') trackIndexes.add(index)
    else if (kind === 'identify') seenAt.set(user, index)
    else members.add(user)
  }
  return { trackIndexes, seenAt, members }
}

/** Writes the events from one index to another as lines, packed if the name says so. */
export async function writeEvents(
  path: string,
  million: Million,
  [from, to]: readonly [number, number],
): Promise<void> {
  const chunks = function* (): Generator<string> {
    for (let start = from; start < to; start += 1_000) {
      const length = Math.min(1_000, to - start)
      yield Array.from({ length }, (_, offset) => `${JSON.stringify(eventOf(start + offset, million))}\n`).join('')
    }
  }
  const file = createWriteStream(path)
  if (path.endsWith('.gz')) await pipeline(Readable.from(chunks()), createGzip({ level: 1 }), file)
  else await pipeline(Readable.from(chunks()), file)
}
