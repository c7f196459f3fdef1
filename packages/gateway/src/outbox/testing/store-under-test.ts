import type { Lease, OutboxStore } from '../outbox-store.ts'
import { newEvent } from './new-event.ts'

/** A store and its clock, which the suite moves. */
export interface StoreUnderTest {
  readonly store: OutboxStore
  readonly now: () => number
  readonly advance: (ms: number) => void
}

/** A store with the lease of `shop`, and so many events there. */
export interface HeldStore extends StoreUnderTest {
  readonly lease: Lease
  readonly seqs: number[]
}

/** Takes the lease of `shop`, if it is free. */
export function takeShop(store: OutboxStore, holder: string): Promise<Lease | undefined> {
  return store.takeLease({ account: 'shop', holder, leaseMs: 5_000 })
}

/** Accepts the events `m0`, `m1` and so on of `shop`, and takes its lease. */
export async function holdShop(open: () => Promise<StoreUnderTest>, count = 0): Promise<HeldStore> {
  const opened = await open()
  const events = Array.from({ length: count }, (_, index) => newEvent({ messageId: `m${index}` }))
  const rows = await opened.store.insert(events)
  const lease = await takeShop(opened.store, 'a')
  if (lease === undefined) throw new Error('a new account has no other holder')
  return { ...opened, lease, seqs: rows.map(({ row }) => row.seq) }
}
