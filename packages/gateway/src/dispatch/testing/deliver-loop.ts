// A process that delivers what waits in a folder until it is killed: it says each event once Klaviyo would have it.
// Argument: the folder.
import { setTimeout as sleep } from 'node:timers/promises'
import { createCall, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { openOutbox } from '../../outbox/open-outbox.ts'
import { startDispatcher } from '../start-dispatcher.ts'

const [, , dataDir = ''] = process.argv
const settings = resolveSettings({})
const call = createCall({
  apiKey: 'pk_test',
  revision: settings.revision,
  async fetch(request) {
    const body = request instanceof Request ? await request.text() : ''
    await sleep(Math.random() * 4)
    for (const [, messageId] of body.matchAll(/"unique_id":"([^"]*)"/g)) process.stdout.write(`${messageId}\n`)
    // Between the answer and its settlement: the worst moment for a kill.
    await sleep(Math.random() * 4)
    return new Response(null, { status: 202 })
  },
})
const quiet = (): void => {}
const outbox = await openOutbox({ dataDir })
startDispatcher({
  outbox,
  account: { name: 'shop', settings, call },
  logger: { info: quiet, warn: quiet, error: quiet },
  // Many small batches instead of one.
  maxTakenUpCount: 16,
})
