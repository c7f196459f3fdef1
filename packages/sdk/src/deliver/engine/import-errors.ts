import type { CallAnswer, CallRequest } from '../../client/call.ts'
import type { JsonObject } from '../../event/json.ts'
import { isList, isRecord, recordIn } from '../../event/record.ts'

/** A member of a bulk import that Klaviyo did not take. */
export interface ImportError {
  /** The member as it was sent, if Klaviyo says it. */
  readonly payload: JsonObject | undefined
  /** Its place in the call, if Klaviyo says it. */
  readonly pointer: string | undefined
}

const PAGE_SIZE = 100
/** A call holds at most 10,000 members; more pages than that would be a cycle. */
const MAX_PAGES_COUNT = 200

/** Reads every error of an import. Throws what the call throws. */
export async function readImportErrors(
  callInTurn: (request: CallRequest & { readonly signal: AbortSignal }) => Promise<CallAnswer>,
  { operation, id }: { readonly operation: string; readonly id: string },
  signal: AbortSignal,
): Promise<readonly ImportError[]> {
  const errors: ImportError[] = []
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES_COUNT; page += 1) {
    const { body } = await callInTurn({
      operation,
      method: 'GET',
      path: `/api/profile-bulk-import-jobs/${encodeURIComponent(id)}/import-errors`,
      query: { 'page[size]': String(PAGE_SIZE), ...(cursor === undefined ? undefined : { 'page[cursor]': cursor }) },
      signal,
    })
    const document = isRecord(body) ? body : {}
    const data = isList(document['data']) ? document['data'] : []
    for (const entry of data.filter(isRecord)) {
      const attributes = recordIn(entry, 'attributes')
      const { pointer } = recordIn(attributes, 'source')
      const payload = attributes['original_payload']
      errors.push({
        payload: isRecord(payload) ? payload : undefined,
        pointer: typeof pointer === 'string' ? pointer : undefined,
      })
    }
    const { next } = recordIn(document, 'links')
    cursor = typeof next === 'string' ? (URL.parse(next)?.searchParams.get('page[cursor]') ?? undefined) : undefined
    if (cursor === undefined) break
  }
  return errors
}
