import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openOutbox } from './open-outbox.ts'
import type { Outbox } from './outbox.ts'
import { newEvent } from './testing/new-event.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const LOOP = fileURLToPath(new URL('./testing/enqueue-loop.ts', import.meta.url))

/** A process of its own that accepts events; `lines` grows by each it acknowledged. */
function startLoop(folder: string, prefix: string): { child: ChildProcess; lines: string[]; errors: string[] } {
  const child = spawn(process.execPath, [LOOP, folder, prefix], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const errors: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  createInterface(child.stderr).on('line', (line) => errors.push(line))
  return { child, lines, errors }
}

async function open(dataDir: string): Promise<Outbox> {
  const outbox = await openOutbox({ dataDir })
  onTestFinished(() => outbox.close().catch(() => undefined))
  return outbox
}

describe('openOutbox', () => {
  it('refuses a folder that another process has: names it, and touches nothing', async () => {
    const folder = await temporaryFolder()
    await open(folder)
    const startedAt = performance.now()
    const { child, errors, lines } = startLoop(folder, 'second')
    await once(child, 'close')
    expect(child.exitCode).not.toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(errors.join('\n')).toContain(
      `The folder "${folder}" is in use by process ${process.pid} on host "${hostname()}"`,
    )
    expect(lines).toEqual([])
  }, 15_000)

  it('has everything that was acknowledged before a kill, whatever the moment', async () => {
    const folder = await temporaryFolder()
    const acknowledged: string[] = []
    for (const [round, killAfterCount] of [1, 60, 250].entries()) {
      const { child, lines } = startLoop(folder, `r${round}`)
      await vi.waitUntil(() => lines.length > killAfterCount, { timeout: 8_000, interval: 1 })
      child.kill('SIGKILL')
      await once(child, 'close')
      acknowledged.push(...lines.filter((line) => line.startsWith('r')))
    }
    const outbox = await open(folder)
    const found = await Promise.all(acknowledged.map((messageId) => outbox.find(newEvent({ messageId }))))
    expect(acknowledged.length).toBeGreaterThan(300)
    expect(acknowledged.filter((_, index) => found[index] === undefined)).toEqual([])
    await outbox.close()
    const database = new DatabaseSync(join(folder, 'outbox.db'))
    onTestFinished(() => database.close())
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  }, 20_000)

  it('fails an acceptance on a full disk as one to be repeated, goes on reading, and recovers by itself', async () => {
    const folder = await temporaryFolder()
    const outbox = await open(folder)
    await outbox.enqueue([newEvent({ messageId: 'm1' })])
    await outbox.close()
    // Stands for the disk: it fails one statement in the middle of the transaction.
    const database = new DatabaseSync(join(folder, 'outbox.db'))
    database.exec(
      `create trigger full before insert on event when new.message_id = 'm2' begin select raise(abort, 'database or disk is full'); end`,
    )
    database.close()
    const again = await open(folder)
    await expect(again.enqueue([newEvent({ messageId: 'm2' }), newEvent({ messageId: 'm3' })])).rejects.toMatchObject({
      name: 'OutboxError',
      retryAfterSeconds: 5,
    })
    expect(await again.find(newEvent({ messageId: 'm1' }))).toBeDefined()
    expect(await again.find(newEvent({ messageId: 'm3' }))).toBeUndefined()
    expect(await again.enqueue([newEvent({ messageId: 'm3' })])).toMatchObject([{ isDuplicate: false }])
  })
})
