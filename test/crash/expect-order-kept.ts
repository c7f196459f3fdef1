import { expect } from 'vitest'
import type { Row } from '../support/processes/read-back.ts'

/**
 * Checks the requests that one gateway sent in its life: the events of each person, and the imports of the profile, in the
 * order of acceptance. Between the two there is none in one batch. A repeat after a crash starts where the dead gateway
 * had not yet settled, so the order holds within a life and not across them.
 */
export function expectOrderKept(requests: readonly Row[], people: readonly string[]): void {
  const sent = requests.map(({ body }) => JSON.stringify(body))
  for (const person of people) {
    const tracked = sent.flatMap((body) => numbersIn(body, new RegExp(`"unique_id":"${person}-(\\d+)"`, 'g')))
    const imported = sent
      .filter((body) => body.includes(`"external_id":"${person}"`) && !body.includes('"unique_id"'))
      .flatMap((body) => numbersIn(body, /"counter":(\d+)/g))
    for (const counters of [tracked, imported]) {
      // What Klaviyo did not take was sent again: the first time counts.
      const first = [...new Set(counters)]
      expect(first).toEqual(first.toSorted((one, other) => one - other))
    }
  }
}

function numbersIn(body: string, pattern: RegExp): readonly number[] {
  return [...body.matchAll(pattern)].map(([, number]) => Number(number))
}
