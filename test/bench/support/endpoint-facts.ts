import type { Revision } from '@rudder-klaviyo/sdk'

/** A rate limit of an operation. */
interface RateWindow {
  readonly count: number
  readonly windowMs: number
}

/** What the bench reads of the generated facts of an operation. */
export interface EndpointFacts {
  readonly method: string
  readonly path: string
  readonly burst: RateWindow
  readonly steady: RateWindow
  /** Sizes of one call by name, such as `maxProfilesCount`. */
  readonly limits: Readonly<Record<string, number>>
}

/** The facts of a revision, by operation. */
export type Endpoints = Readonly<Record<string, EndpointFacts>>

/**
 * The generated facts of a revision. They are no public name of the sdk, and a project may not import the files of
 * another one by path: so the file is read by its address.
 */
export async function readEndpoints(revision: Revision): Promise<Endpoints> {
  const file = new URL(`../../../packages/sdk/src/generated/endpoints-${revision}.ts`, import.meta.url)
  const generated = (await import(file.href)) as { readonly endpoints: Endpoints } // what codegen writes
  return generated.endpoints
}

/**
 * The operation at a path, with its facts.
 * @throws {Error} when the revision has none
 */
export function endpointAt(endpoints: Endpoints, path: string): EndpointFacts & { readonly operation: string } {
  const found = Object.entries(endpoints).find(([, facts]) => facts.method === 'POST' && facts.path === path)
  if (found === undefined) throw new Error(`no POST ${path} in the generated facts`)
  return { operation: found[0], ...found[1] }
}
