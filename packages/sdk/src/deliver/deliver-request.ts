import type { Call } from '../client/call.ts'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import type { RevisionFacts } from '../revision.ts'
import { fillInProfile } from './fill-in-profile.ts'
import { importProfile, type ClashingIdentifier } from './import-profile.ts'
import type { RetryScope } from './outcome.ts'
import { partialFailuresOf } from './partial-failure.ts'
import { kindOfOperation, RETRY_SAFETY, retryScopeOf } from './retry-policy.ts'
import { withoutIdentifiers } from './without-identifiers.ts'

/** What one request is delivered with. */
export interface RequestContext {
  readonly call: Call
  readonly facts: RevisionFacts
  readonly signal: AbortSignal
  /** Identifiers that an earlier request of the same plan had to leave out. */
  readonly removed: ReadonlySet<ClashingIdentifier>
}

/** What became of one request. */
export type RequestOutcome =
  | {
      readonly status: 'answered'
      readonly warnings: readonly EventWarning[]
      readonly removed: ReadonlySet<ClashingIdentifier>
    }
  | RequestFailure

/** A request that Klaviyo did not take. */
export interface RequestFailure {
  readonly status: 'failed'
  readonly error: KlaviyoError
  /** The operation that failed: the request's own, or the look-up before it. */
  readonly operation: string
  readonly scope: RetryScope | 'none'
}

/**
 * Sends one planned request, with the calls that it needs around: the look-up before a subscription, further imports
 * after a clash of identifiers. Failures of Klaviyo and of the network are values.
 * @throws the reason of the signal when that ended it
 */
export async function deliverRequest(request: PlannedRequest, context: RequestContext): Promise<RequestOutcome> {
  const kind = kindOfOperation(request.operation, context.facts)
  try {
    switch (kind) {
      case 'importProfile': {
        const { answer, removed, warnings } = await importProfile(context.call, request, context.signal)
        return answered([...warnings, ...partialFailuresOf(answer.headers)], removed)
      }
      case 'subscribe':
        return await deliverSubscribe(request, context)
      case 'createEvent':
      case 'unsubscribe':
      case undefined:
        return answered(await send(request, context))
    }
  } catch (error) {
    if (!(error instanceof KlaviyoError)) throw error
    const isRetrySafe = kind !== undefined && RETRY_SAFETY[kind].isRetrySafe
    return { status: 'failed', error, operation: request.operation, scope: retryScopeOf(error.code, isRetrySafe) }
  }
}

async function deliverSubscribe(request: PlannedRequest, context: RequestContext): Promise<RequestOutcome> {
  const filled = await fillInProfile(request, context)
  if (filled.status === 'failed') return filled
  const { body, warnings } = withoutIdentifiers(filled.body, context.removed)
  if (body === undefined) return answered([...filled.warnings, ...warnings])
  return answered([...filled.warnings, ...warnings, ...(await send({ ...request, body }, context))])
}

async function send({ operation, method, path, body }: PlannedRequest, { call, signal }: RequestContext) {
  const { headers } = await call({ operation, method, path, body, signal })
  return partialFailuresOf(headers)
}

function answered(
  warnings: readonly EventWarning[],
  removed: ReadonlySet<ClashingIdentifier> = new Set(),
): RequestOutcome {
  return { status: 'answered', warnings, removed }
}
