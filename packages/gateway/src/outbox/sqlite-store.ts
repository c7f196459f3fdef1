import { Worker } from 'node:worker_threads'
import type { OutboxStore } from './outbox-store.ts'
import { OPENED, type WorkerAnswer, type WorkerOptions, type WorkerRequest } from './sqlite-protocol.ts'
import type { Answer, Arguments, Method } from './sync-store.ts'

interface Waiting {
  readonly resolve: (value: Answer<Method>) => void
  readonly reject: (error: unknown) => void
}

// The build renames sources and their imports, but not the text of a URL.
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./sqlite-worker.ts', import.meta.url)
  : new URL('./sqlite-worker.js', import.meta.url)

/**
 * The outbox in one SQLite file, in a thread of its own.
 * @throws {Error} when another process has the folder, or a newer version wrote the file
 */
export async function openSqliteStore(options: { folder: string; now: () => number }): Promise<OutboxStore> {
  const worker = new Worker(WORKER, { workerData: { folder: options.folder } satisfies WorkerOptions })
  const waiting = new Map<number, Waiting>()
  let lastId = OPENED
  let ended: Error | undefined

  const wait = (id: number): Promise<Answer<Method>> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))

  const call = <M extends Method>(method: M, ...args: Arguments<M>): Promise<Answer<M>> => {
    if (ended !== undefined) return Promise.reject(ended)
    const id = ++lastId
    worker.postMessage({ id, nowMs: options.now(), method, args } satisfies WorkerRequest<M>)
    // The worker answers a call of a method with the answer of that method.
    return wait(id) as Promise<Answer<M>>
  }

  const fail = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }

  worker.on('message', (answer: WorkerAnswer) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) call?.resolve(answer.value)
    else call?.reject(answer.error)
  })
  worker.on('error', (cause) => fail(new Error('The thread of the outbox broke. Start the gateway again.', { cause })))
  worker.on('exit', () => fail(new Error('The outbox is closed.')))

  await wait(OPENED)
  return {
    insert: (events) => call('insert', events),
    find: (key) => call('find', key),
    takeLease: (lease) => call('takeLease', lease),
    releaseLease: (lease) => call('releaseLease', lease),
    report: (lease, report) => call('report', lease, report),
    loadTakenUp: (account, range) => call('loadTakenUp', account, range),
    takeUp: (lease, limit) => call('takeUp', lease, limit),
    readBodies: (seqs) => call('readBodies', seqs),
    startAttempts: (lease, attempts) => call('startAttempts', lease, attempts),
    follow: (lease, seqs, job) => call('follow', lease, seqs, job),
    settle: (lease, settlements) => call('settle', lease, settlements),
    recentConsent: (account, options) => call('recentConsent', account, options),
    removeExpired: (expiry) => call('removeExpired', expiry),
    countBacklog: (account) => call('countBacklog', account),
    ping: () => call('ping'),
    async close() {
      await call('close')
      await worker.terminate()
    },
  }
}
