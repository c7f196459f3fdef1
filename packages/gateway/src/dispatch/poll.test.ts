import { expect, it } from 'vitest'
import { newEvent } from '../outbox/testing/new-event.ts'
import { createDispatchKit } from './testing/dispatch-kit.ts'

it('delivers what another process accepted within the time of the poll, not that of a heartbeat', async () => {
  const kit = await createDispatchKit({ answer: () => new Response(null, { status: 202 }) })
  kit.start({ outbox: { ...kit.outbox, pollMs: 200 } })
  await kit.settled()
  const ids = ['m1', 'm2', 'm3', 'm4', 'm5']
  for (const messageId of ids) {
    // Past the outbox, as another process would: nobody is told.
    await kit.outbox.store.insert([newEvent({ messageId })])
    await kit.until(() => kit.sent().includes(messageId), 450)
  }
  expect(kit.sent()).toEqual(ids)
})
