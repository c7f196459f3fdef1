// A process that accepts events until it is killed, and says each one only once it is kept.
// Arguments: the folder, and a prefix for the messageIds.
import { openOutbox } from '../open-outbox.ts'
import { newEvent } from './new-event.ts'

const [, , dataDir = '', prefix = ''] = process.argv
const outbox = await openOutbox({ dataDir })
process.stdout.write('open\n')

const caller = async (name: number): Promise<void> => {
  for (let count = 0; ; count += 1) {
    const messageId = `${prefix}-${name}-${count}`
    await outbox.enqueue([newEvent({ messageId })])
    process.stdout.write(`${messageId}\n`)
  }
}
await Promise.all([1, 2, 3, 4].map(caller))
