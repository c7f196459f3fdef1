import { expect, it } from 'vitest'
import { createRequestLog } from './request-log.ts'

const REQUEST = { method: 'POST', path: '/api/events', operation: 'create_event', revision: '2024-06-15', time: '' }

it('forgets the oldest bodies beyond the limit, and no request', () => {
  const log = createRequestLog(10, 20)
  const bodies = ['"first"', '', '{"a":1}', '"third-one"', 'no JSON']
  for (const bodyText of bodies) {
    log.add({ ...REQUEST, status: 202, bodyText, isJson: bodyText !== 'no JSON' })
  }
  expect(log.all().map((row) => row())).toEqual([
    { ...REQUEST, status: 202, body: null, isBodyDropped: true },
    { ...REQUEST, status: 202, body: null },
    { ...REQUEST, status: 202, body: null, isBodyDropped: true },
    { ...REQUEST, status: 202, body: 'third-one' },
    { ...REQUEST, status: 202, body: 'no JSON' },
  ])
})

it('goes on dropping bodies after it dropped requests', () => {
  const log = createRequestLog(10, 30)
  for (let index = 10; index < 60; index += 1) {
    log.add({ ...REQUEST, status: 202, bodyText: `"body ${index}"`, isJson: true })
  }
  const bodies = log.all().map((row) => row().body)
  expect(bodies).toHaveLength(10)
  expect(bodies.slice(-3)).toEqual(['body 57', 'body 58', 'body 59'])
  expect(bodies.slice(0, -3).every((body) => body === null)).toBe(true)
})
