import { parentPort, workerData } from 'node:worker_threads'
import { OPENED, type WorkerAnswer, type WorkerOptions, type WorkerRequest } from './sqlite-protocol.ts'
import { openSqliteSyncStore } from './sqlite-sync-store.ts'
import type { Answer, Method, SyncStore } from './sync-store.ts'

// The body of the thread that has the database: it blocks on the disk, so that nobody else does.

if (parentPort === null) throw new Error('sqlite-worker.ts runs as a worker thread; open the outbox by openOutbox().')
const port = parentPort
const answer = (message: WorkerAnswer): void => port.postMessage(message)

let nowMs = 0
const store = open()
if (store !== undefined) {
  port.on('message', (request: WorkerRequest) => {
    nowMs = request.nowMs
    try {
      answer({ id: request.id, ok: true, value: run(store, request) })
    } catch (error) {
      answer({ id: request.id, ok: false, error })
    }
    // Without a listener the thread ends.
    if (request.method === 'close') port.removeAllListeners('message').unref()
  })
}

function open(): SyncStore | undefined {
  // Given by sqlite-store.ts.
  const { folder } = workerData as WorkerOptions
  try {
    const opened = openSqliteSyncStore(folder, () => nowMs)
    answer({ id: OPENED, ok: true, value: undefined })
    return opened
  } catch (error) {
    answer({ id: OPENED, ok: false, error })
    return undefined
  }
}

function run<M extends Method>(statements: SyncStore, { method, args }: WorkerRequest<M>): Answer<M> {
  return statements[method](...args)
}
