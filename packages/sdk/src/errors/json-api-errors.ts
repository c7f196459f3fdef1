import { isList, isRecord } from '../event/record.ts'
import type { KlaviyoApiErrorEntry } from './klaviyo-api-error.ts'

/**
 * The entries of a JSON:API error document; none when the body is something else, such as the page of a proxy.
 * What an entry lacks is `''`, so that nobody has to ask twice.
 */
export function jsonApiErrorsOf(body: unknown): readonly KlaviyoApiErrorEntry[] {
  if (!isRecord(body) || !isList(body['errors'])) return []
  return body['errors'].filter(isRecord).map((entry) => {
    const id = text(entry['id'])
    const pointer = isRecord(entry['source']) ? text(entry['source']['pointer']) : undefined
    const duplicateProfileId = isRecord(entry['meta']) ? text(entry['meta']['duplicate_profile_id']) : undefined
    return {
      ...(id === undefined ? undefined : { id }),
      code: text(entry['code']) ?? '',
      title: text(entry['title']) ?? '',
      detail: text(entry['detail']) ?? '',
      ...(pointer === undefined ? undefined : { pointer }),
      ...(duplicateProfileId === undefined ? undefined : { duplicateProfileId }),
    }
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
