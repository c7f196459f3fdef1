import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import type { Revision } from '../revision.ts'

/**
 * A search for a profile before a subscription: delivery fills in what it finds.
 * @example const isByUserId = ({ field }: ProfileLookup) => field === 'external_id'
 */
export interface ProfileLookup {
  readonly field: 'id' | 'external_id'
  readonly value: string
}

/**
 * One Klaviyo request as plain JSON: no key, no host.
 * @example const paths = klaviyo.plan(event).requests.map(({ method, path }: PlannedRequest) => `${method} ${path}`)
 */
export interface PlannedRequest {
  /** The operation id of Klaviyo's OpenAPI document of the revision, for example `create_or_update_profile`. */
  readonly operation: string
  readonly method: 'POST'
  /** For example `/api/profile-import`, without a trailing slash. */
  readonly path: string
  readonly body: JsonObject
  /** `messageId` and operation, so that planning again gives the same; left out when the event has no messageId. */
  readonly idempotencyKey?: string
  /** Only for a subscription without email and phone. */
  readonly lookup?: ProfileLookup
}

/**
 * The Klaviyo requests of one event, in the order in which they are sent.
 * @example const { requests, warnings }: Plan = klaviyo.plan(event)
 */
export interface Plan {
  /** Left out when the event has none. */
  readonly messageId?: string
  readonly revision: Revision
  /** Empty when the event is filtered; a warning says by what. */
  readonly requests: readonly PlannedRequest[]
  readonly warnings: readonly EventWarning[]
}
