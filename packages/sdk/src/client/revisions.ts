import { endpoints as endpoints20240615 } from '../generated/endpoints-2024-06-15.ts'
import { endpoints as endpoints20260715 } from '../generated/endpoints-2026-07-15.ts'
import type { paths as paths20240615 } from '../generated/klaviyo-2024-06-15.ts'
import type { paths as paths20260715 } from '../generated/klaviyo-2026-07-15.ts'
import type { Revision } from '../revision.ts'
import type { Endpoint } from './endpoint.ts'

const ENDPOINTS: Readonly<Record<Revision, Readonly<Record<string, Endpoint>>>> = {
  '2024-06-15': endpoints20240615,
  '2026-07-15': endpoints20260715,
}

interface PathsByRevision extends Record<Revision, object> {
  '2024-06-15': paths20240615
  '2026-07-15': paths20260715
}

/**
 * The operations of Klaviyo's API as openapi-fetch's client reads them, by revision.
 * @example type Paths = keyof PathsOf<'2024-06-15'>
 */
export type PathsOf<R extends Revision> = PathsByRevision[R]

/**
 * The facts of every operation of a revision, by operation id.
 * @example const { steady } = endpointsOf('2024-06-15')['create_event'] ?? {}
 */
export function endpointsOf(revision: Revision): Readonly<Record<string, Endpoint>> {
  return ENDPOINTS[revision]
}

/** An operation with its id. */
export interface NamedEndpoint extends Endpoint {
  readonly operation: string
}

/** The operation of a method and a path of the document; `undefined` when our documents do not describe it. */
export function endpointAt(revision: Revision, method: string, path: string): NamedEndpoint | undefined {
  const entry = Object.entries(endpointsOf(revision)).find(
    ([, endpoint]) => endpoint.method === method && endpoint.path === path,
  )
  return entry === undefined ? undefined : { operation: entry[0], ...entry[1] }
}
