import type { PageRequest } from './paginate.ts'
import { endpointAt } from './revisions.ts'
import type { Revision } from '../revision.ts'

/**
 * What narrows a list: the parameters of its operation, as the client takes them.
 * @example const named: PageInit = { params: { query: { filter: 'equals(name,"Newsletter")' } } }
 */
export interface PageInit {
  readonly params?: {
    /** For the `{…}` of the path. */
    readonly path?: Readonly<Record<string, string | number>>
    /** Lists are written with commas, as Klaviyo has them: `{ 'fields[list]': ['name', 'created'] }`. */
    readonly query?: Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined>>
  }
  readonly signal?: AbortSignal
}

/** The list of a path of the document, as paging asks for it. */
export function pageRequest(revision: Revision, path: string, { params = {}, signal }: PageInit = {}): PageRequest {
  const query = Object.entries(params.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  )
  return {
    operation: endpointAt(revision, 'GET', path)?.operation ?? `GET ${path}`,
    path: path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      encodeURIComponent(String(params.path?.[name] ?? whole)),
    ),
    ...(query.length === 0 ? undefined : { query: Object.fromEntries(query) }),
    ...(signal === undefined ? undefined : { signal }),
  }
}
