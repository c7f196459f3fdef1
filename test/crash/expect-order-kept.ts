import { expect } from 'vitest'
import type { Row } from '../support/processes/read-back.ts'

/**
 * Checks the requests that one gateway sent in its life: for each person, in the order of acceptance. A repeat after a
 * crash starts where the dead gateway had not yet settled, so the order holds within a life and not across them.
 */
export function expectOrderKept(requests: readonly Row[], people: readonly string[]): void {
  const sent = requests.map(({ body }) => JSON.stringify(body))
  for (const person of people) {
    const counters = sent
      .filter((body) => body.includes(`"external_id":"${person}"`))
      .map((body) => Number(/"counter":(\d+)/.exec(body)?.[1]))
    expect(counters).toEqual(counters.toSorted((one, other) => one - other))
  }
}
