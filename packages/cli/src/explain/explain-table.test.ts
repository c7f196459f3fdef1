import { createKlaviyo } from '@rudder-klaviyo/sdk'
import { expect, it } from 'vitest'
import { explainTable } from './explain-table.ts'

const event: unknown = {
  type: 'track',
  event: 'Order Completed',
  traits: { email: 'not an email', visits: 3 },
  context: { traits: { email: 'alex@example.com' } },
  properties: { revenue: 'n/a', total: 5 },
}

it('names the source of each field, what was passed over and why, and custom properties; values only when they are there', () => {
  const table = explainTable(7, createKlaviyo().explain(event))
  expect(table.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' '))).toEqual([
    'Event of line 7: can be sent',
    ' data.attributes.metric.data.attributes.name ← event',
    ' data.attributes.value ← properties.total',
    ' NOT_USABLE: `properties.revenue` is not a number or a plain decimal text such as "7.25".',
    ' data.attributes.profile.data.attributes.email ← context.traits.email',
    ' NOT_USABLE: `traits.email` is not an email address (one @, a dot in the domain, no space).',
    ' custom property ← traits.visits',
    ' warning NOT_USABLE: `properties.revenue` is not a number or a plain decimal text such as "7.25" and was left out.',
    '',
  ])
})

it('shows values when asked, and why an event is refused', () => {
  const nameless: unknown = { type: 'track', userId: 'u-1' }
  const table = explainTable(1, createKlaviyo().explain(nameless, { values: true }))
  expect(table).toContain('Event of line 1: is refused')
  expect(table).toContain('← userId = "u-1"')
  expect(table).toContain('issue REQUIRED: `event` is missing')
})
