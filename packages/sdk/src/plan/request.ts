import type { JsonObject } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import { REVISIONS, type RevisionFacts } from '../revision.ts'
import { idempotencyKey } from './idempotency-key.ts'
import type { PlannedRequest, ProfileLookup } from './planned-request.ts'

/** What one request is made of, beside its operation. */
export interface RequestParts {
  readonly body: JsonObject
  readonly messageId: string | undefined
  readonly lookup?: ProfileLookup | undefined
}

/** A planned request of an operation of the pipeline, in the words of the revision. */
export function request(operation: string, path: string, { body, messageId, lookup }: RequestParts): PlannedRequest {
  const planned: PlannedRequest =
    messageId === undefined
      ? { operation, method: 'POST', path, body }
      : { operation, method: 'POST', path, body, idempotencyKey: idempotencyKey(messageId, operation) }
  return lookup === undefined ? planned : { ...planned, lookup }
}

/** The operation ids of the revision of the settings. */
export function operationsOf({ revision }: Settings): RevisionFacts['operations'] {
  return REVISIONS[revision].operations
}
