// A process that delivers what waits in a folder until it is killed: it says each event once Klaviyo would have it.
// Argument: the folder.
import { resolveSettings } from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../../accept/account.ts'
import { openOutbox } from '../../outbox/open-outbox.ts'
import { startDispatcher } from '../start-dispatcher.ts'
import { OUTCOME } from './outcomes.ts'

const [, , dataDir = ''] = process.argv
const account: Account = {
  name: 'shop',
  settings: resolveSettings({}),
  async deliver({ messageId = '' }) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
    process.stdout.write(`${messageId}\n`)
    // Between the answer and its settlement: the worst moment for a kill.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
    return OUTCOME.delivered
  },
}
const quiet = (): void => {}
const outbox = await openOutbox({ dataDir })
startDispatcher({ outbox, account, logger: { info: quiet, warn: quiet, error: quiet } })
