import type { OutboxStore } from './outbox-store.ts'

/** A statement of the outbox by its name. */
export type Method = keyof OutboxStore

/** What a statement is asked with. */
export type Arguments<M extends Method> = Parameters<OutboxStore[M]>

/** What a statement answers. */
export type Answer<M extends Method> = Awaited<ReturnType<OutboxStore[M]>>

/** The statements of `OutboxStore` as a database inside this thread runs them: each blocks until it is done. */
export type SyncStore = { readonly [M in Method]: (...args: Arguments<M>) => Answer<M> }
