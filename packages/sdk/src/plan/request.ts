import type { JsonObject } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { PATHS } from './paths.ts'
import type { PlannedRequest, ProfileLookup } from './planned-request.ts'
import { REVISIONS, type RevisionFacts } from '../revision.ts'

/** What one request is made of, beside its operation. */
export interface RequestParts {
  readonly body: JsonObject
  readonly messageId: string | undefined
  readonly lookup?: ProfileLookup | undefined
}

/** A planned request of an operation of the pipeline, in the words of the revision. */
export function request(
  kind: keyof RevisionFacts['operations'],
  { body, messageId, lookup }: RequestParts,
  settings: Settings,
): PlannedRequest {
  const operation = REVISIONS[settings.revision].operations[kind]
  const planned: PlannedRequest =
    messageId === undefined
      ? { operation, method: 'POST', path: PATHS[kind], body }
      : { operation, method: 'POST', path: PATHS[kind], body, idempotencyKey: idempotencyKey(messageId, operation) }
  return lookup === undefined ? planned : { ...planned, lookup }
}
