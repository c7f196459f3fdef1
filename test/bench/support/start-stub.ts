import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own that takes everything. It is gone at the end of the `using` block. */
export interface StubServer extends Disposable {
  readonly baseUrl: string
}

/** Starts it and waits until it listens. */
export async function startStub(): Promise<StubServer> {
  const child = fork(fileURLToPath(new URL('../delivery-stub-child.ts', import.meta.url)))
  const [address] = (await once(child, 'message')) as [AddressInfo] // what the child sends first
  return { baseUrl: `http://127.0.0.1:${address.port}`, [Symbol.dispose]: () => child.disconnect() }
}
