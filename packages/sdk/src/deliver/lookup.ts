import type { Call } from '../client/call.ts'
import type { Json } from '../event/json.ts'
import { isList, isRecord, recordIn } from '../event/record.ts'
import type { ProfileLookup } from '../plan/planned-request.ts'

/** A profile at Klaviyo, as far as a subscription needs it. */
export interface FoundProfile {
  readonly id: string
  readonly email: string | undefined
  readonly phoneNumber: string | undefined
}

/** Most values of one look-up: the largest page of `get_profiles`, so that one page always holds the whole answer. */
export const MAX_LOOKUP_VALUES_COUNT = 100

/** Who is looked for. */
export interface ProfileQuestion {
  /** The operation id of the revision. */
  readonly operation: string
  readonly field: ProfileLookup['field']
  /** At most {@link MAX_LOOKUP_VALUES_COUNT}. */
  readonly values: readonly string[]
}

/**
 * Looks profiles up by one kind of identifier in one call. What is not in the map was not found.
 * @throws {RangeError} for more than {@link MAX_LOOKUP_VALUES_COUNT} values
 * @throws what `call` throws
 */
export async function lookUpProfiles(
  call: Call,
  { operation, field, values }: ProfileQuestion,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FoundProfile>> {
  if (values.length === 0) return new Map()
  if (values.length > MAX_LOOKUP_VALUES_COUNT) {
    throw new RangeError(
      `${values.length} values in one look-up; ${operation} answers ${MAX_LOOKUP_VALUES_COUNT} at most: divide them.`,
    )
  }
  const { body } = await call({
    operation,
    method: 'GET',
    path: '/api/profiles',
    query: {
      // A JSON string is a string of the filter language too: quotes and backslashes of a user id cannot end it.
      filter: `any(${field},[${values.map((value) => JSON.stringify(value)).join(',')}])`,
      'fields[profile]': 'email,phone_number,external_id',
      'page[size]': String(MAX_LOOKUP_VALUES_COUNT),
    },
    signal,
  })
  return new Map(
    profilesIn(body).map(({ externalId, ...profile }) => [field === 'id' ? profile.id : externalId, profile]),
  )
}

function profilesIn(body: Json | undefined): readonly (FoundProfile & { externalId: string })[] {
  const data = isRecord(body) && isList(body['data']) ? body['data'] : []
  return data.filter(isRecord).map((profile) => {
    const attributes = recordIn(profile, 'attributes')
    return {
      id: text(profile['id']) ?? '',
      externalId: text(attributes['external_id']) ?? '',
      email: text(attributes['email']),
      phoneNumber: text(attributes['phone_number']),
    }
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
