import { startBuilder } from './builder/start-builder.ts'
import type { Setup } from './builder/setup.ts'
import { createClient } from './client/create-client.ts'
import { createCall, type PlainPaths } from './client/call.ts'
import { pageRequest, type PageInit } from './client/page-request.ts'
import { paginate } from './client/paginate.ts'
import { withApiErrors } from './client/with-api-errors.ts'
import { readInput } from './read-input.ts'
import { createPlanner } from './create-planner.ts'
import { createSending } from './create-sending.ts'
import type { Consent } from './event/event.ts'
import type { Klaviyo } from './klaviyo.ts'
import { resolveOptions, type KlaviyoOptions, type ResolvedOptions } from './klaviyo-options.ts'
import type { ExplainOptions } from './plan/explain-event.ts'
import { REVISIONS, type Revision } from './revision.ts'
import type { AnyTrackingPlan, NoPlan } from './tracking-plan/tracking-plan.ts'

/**
 * Wires the stages by options. Without a key, `plan` and `explain` work, and sending is a `ConfigError`.
 * @throws {ConfigError} that names every fault of the options
 * @example
 * const klaviyo = createKlaviyo({ apiKey: () => readKey(), listId: 'XUepkK', consent: ['email'] })
 * await klaviyo.identify({ email: 'alex@example.com' }).subscribe().send()
 */
export function createKlaviyo<
  R extends Revision = '2024-06-15',
  L extends string | undefined = undefined,
  const C extends readonly Consent[] | undefined = undefined,
  P extends AnyTrackingPlan = NoPlan,
>(
  options?: KlaviyoOptions<R, L, C, P>,
): Klaviyo<
  Setup<R, ([L] extends [string] ? 'listId' : never) | ([C] extends [readonly Consent[]] ? 'consent' : never), P>
>
export function createKlaviyo(given: object = {}): object {
  const options = resolveOptions(given)
  const { settings, apiKey, accessToken, baseUrl, fetch, attemptTimeoutMs, clock } = options
  const { revision } = settings
  const clientOptions = { apiKey, accessToken, revision, baseUrl, fetch, attemptTimeoutMs, clock }
  // One client under everything, so that a middleware of the user is in the way of every call.
  const client = createClient<PlainPaths>(clientOptions)
  const call = createCall(clientOptions, client)
  const planner = createPlanner(options)
  const sending = createSending({ ...options, call, planner })
  warnAboutRevision(options)

  const builders = startBuilder({ plan: (input) => planner.plan(input), send: sending.sendOne })
  return Object.freeze({
    ...builders,
    plan: (event: unknown) => planner.plan(readInput(event)),
    explain: (event: unknown, explainOptions?: ExplainOptions) => planner.explain(readInput(event), explainOptions),
    send: sending.send,
    sendAll: sending.sendAll,
    paginate: (path: string, init?: PageInit) => paginate(call, pageRequest(revision, path, init)),
    client: withApiErrors<PlainPaths>(client, revision),
    clientFor: () => withApiErrors<PlainPaths>(client, revision),
  } satisfies Record<keyof Klaviyo, unknown>)
}

/** Once, at the start, and only for somebody who is going to send. */
function warnAboutRevision({ settings: { revision }, apiKey, accessToken, logger }: ResolvedOptions): void {
  const { supportedUntil } = REVISIONS[revision]
  if ((apiKey ?? accessToken) === undefined || Date.now() <= Date.parse(`${supportedUntil}T23:59:59Z`)) return
  const newest = Object.keys(REVISIONS).toSorted().at(-1) ?? revision
  logger?.warn(
    `Klaviyo has supported revision ${revision} only until ${supportedUntil}. Set the option \`revision\` of createKlaviyo to '${newest}' when you have read what is different there.`,
  )
}
