import type { JsonObject } from '@rudder-klaviyo/sdk'

/** One thing that is wrong with a request: where, and in words. */
export interface Fault {
  /** What is wrong, without the value itself. */
  readonly detail: string
  /** JSON pointer into the body. */
  readonly pointer?: string
  /** Name of the path, query or header parameter. */
  readonly parameter?: string
  /** Overrides the code that belongs to the status. */
  readonly code?: string
  readonly meta?: JsonObject
}

/** A request that the sandbox does not carry out. Becomes a JSON:API answer with one error per fault. */
export class Refusal extends Error {
  readonly status: number
  readonly faults: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, faults: readonly Fault[], headers: Readonly<Record<string, string>> = {}) {
    super(faults.map((fault) => fault.detail).join(' '))
    this.name = 'Refusal'
    this.status = status
    this.faults = faults
    this.headers = headers
  }
}

/** Refuses with 400 when there is at least one fault. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal(400, faults)
}

/** A 404 for a resource that is not there. */
export function notFound(type: string, id: string, pointer?: string): Refusal {
  const detail = `There is no ${type} with the id "${id}".`
  return new Refusal(404, [pointer === undefined ? { detail } : { detail, pointer }])
}

/** What was thrown as a refusal. Anything else is a mistake of the sandbox itself, in a shape that a client can read. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(500, [
    { detail: `The sandbox itself failed on this request, which is a bug in it. ${String(error)}` },
  ])
}
