import type { Answer, Arguments, Method } from './sync-store.ts'

/** What the worker is started with. */
export interface WorkerOptions {
  readonly folder: string
}

/** One statement for the worker. Answers come in the order of the requests. */
export interface WorkerRequest<M extends Method = Method> {
  readonly id: number
  /** The clock of the database, which tests set. */
  readonly nowMs: number
  readonly method: M
  readonly args: Arguments<M>
}

/** The first answer, of id 0, says that the database is open, or why not. */
export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly value: Answer<Method> }
  | { readonly id: number; readonly ok: false; readonly error: unknown }

/** The id of the answer to the start. */
export const OPENED = 0
