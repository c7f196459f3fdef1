import type { EventWarning, JsonObject, Plan, Revision } from '@rudder-klaviyo/sdk'
import {
  createCall,
  createDeliveryAccount,
  createDeliveryEngine,
  type DeliveryEntry,
  type DeliveryHost,
  endpointsOf,
  orderKeysOf,
  planEvent,
  type PlanOutcome,
  requestBitsOf,
  resolveSettings,
  RETRY_RULES,
} from '@rudder-klaviyo/sdk/stages'
import { createVirtualTime } from '../support/virtual-time.ts'
import { createScriptedKlaviyo, type Script } from './scripted-klaviyo.ts'

/** An event of the kit, known by its messageId. */
export interface KitEntry extends DeliveryEntry {
  readonly id: string
  readonly plan: Plan
}

export interface KitOptions {
  readonly revision?: Revision
  readonly rateShare?: number
  readonly consentGapMs?: number
  readonly isNewHolder?: boolean
  /** Own failures after which an event is given up. @default 10 */
  readonly maxFailures?: number
  /** Longest time of one attempt. @default 30_000 */
  readonly attemptTimeoutMs?: number
}

/**
 * An engine, a Klaviyo and a host that keeps events in memory: it sends what is put off again after the wait that the
 * outcome or the policy names, as often as it takes, and gives an event up only for failures of its own. No wait is
 * shortened by chance.
 */
export function createEngineKit(
  script: (kit: { readonly time: ReturnType<typeof createVirtualTime> }) => Script,
  options: KitOptions = {},
) {
  const { revision = '2024-06-15', rateShare = 0.9, consentGapMs = 10_000, maxFailures = 10 } = options
  const time = createVirtualTime()
  const { clock } = time
  const klaviyo = createScriptedKlaviyo(time, script({ time }))
  const account = createDeliveryAccount({
    call: createCall({
      apiKey: 'pk_1',
      revision,
      fetch: klaviyo.fetch,
      clock,
      attemptTimeoutMs: options.attemptTimeoutMs,
    }),
    revision,
    endpoints: endpointsOf(revision),
    rateShare,
    clock,
    isNewHolder: options.isNewHolder ?? false,
  })
  const outcomes = new Map<string, PlanOutcome[]>()
  const entries = new Map<string, KitEntry>()
  const jobs: { readonly id: string; readonly events: readonly string[] }[] = []
  const failureCounts = new Map<string, number>()
  const faults: unknown[] = []
  let openCount = 0
  let done = Promise.withResolvers<void>()
  const host: DeliveryHost<KitEntry> = {
    load: (loaded) => loaded.map(({ plan }) => plan),
    begin: () => true,
    followed: (followed, id) => void jobs.push({ id, events: followed.map((entry) => entry.id) }),
    settle: (settled) =>
      settled.map(({ entry, outcome }) => {
        outcomes.set(entry.id, [...(outcomes.get(entry.id) ?? []), outcome])
        if (outcome.status === 'retry') {
          const failureCount = (failureCounts.get(entry.id) ?? 0) + (outcome.scope === 'event' ? 1 : 0)
          failureCounts.set(entry.id, failureCount)
          if (failureCount < maxFailures)
            return clock.now() + (outcome.retryAfterMs ?? RETRY_RULES[outcome.error.code].waitMs)
        }
        openCount -= 1
        if (openCount === 0) done.resolve()
        return undefined
      }),
    refused: () => clock.now() + 30_000,
  }
  const engine = createDeliveryEngine<KitEntry>({
    account,
    host,
    consentGapMs,
    random: () => 0,
    onFault: (cause) => void faults.push(cause),
  })

  const add = (events: readonly JsonObject[], change: Partial<KitEntry> = {}): void => {
    const settings = resolveSettings({ revision, listId: 'L', consent: ['email'] })
    const added = events.map((given): KitEntry => {
      const event = { messageId: `m-${entries.size}`, ...given }
      const plan = planEvent(event, settings)
      const entry: KitEntry = {
        id: event.messageId,
        plan,
        seq: entries.size,
        keys: orderKeysOf(plan, event, settings),
        ops: requestBitsOf(plan),
        dueAtMs: 0,
        answeredCount: 0,
        attemptCount: 0,
        lastFailedAtMs: undefined,
        isAlone: false,
        isSuspect: false,
        isOutcomeUnknown: false,
        ...change,
      }
      entries.set(entry.id, entry)
      return entry
    })
    if (openCount === 0) done = Promise.withResolvers<void>()
    openCount += added.length
    engine.add(added)
  }
  const lastOf = (id: string): PlanOutcome | undefined => outcomes.get(id)?.at(-1)

  return {
    time,
    engine,
    account,
    klaviyo,
    jobs,
    faults,
    add,
    /** Delivers events, and everything that was added before. */
    run: (events: readonly JsonObject[] = [], limitMs = 7_200_000): Promise<void> =>
      time.run(
        () => {
          if (events.length > 0) add(events)
          return done.promise
        },
        { limitMs },
      ),
    /** Lets so much time pass. */
    pass: (ms: number): Promise<void> =>
      time.run(() => new Promise<void>((resolve) => void clock.setTimer(resolve, ms))),
    outcomesOf: (id: string): readonly PlanOutcome[] => outcomes.get(id) ?? [],
    /** The final outcome of each event, in order. */
    statuses: () => [...entries.keys()].map((id) => lastOf(id)?.status),
    /** The codes of the warnings of an event. */
    warningsOf: (id: string): readonly string[] => (lastOf(id)?.warnings ?? []).map(({ code }: EventWarning) => code),
    failureCountOf: (id: string): number => failureCounts.get(id) ?? 0,
  }
}

/** Tracks of different people, `m-0`, `m-1` … */
export const tracks = (count: number): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'track', event: 'Order', userId: `u-${index}` }))

/** Identifies of different people, `m-0`, `m-1` … with an email each. */
export const identifies = (count: number): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'identify', traits: { email: emailOf(index), title: 'T' } }))

export const emailOf = (index: number): string => `p${index}@shop.test`

/** A change of consent of list L by email. */
export const consent = (subscribe: boolean, index = 0): JsonObject => ({
  type: 'group',
  groupId: 'L',
  context: { traits: { email: emailOf(index) } },
  traits: { subscribe },
})

/** A subscription to list L of whom only the user id is known. */
export const subscribeByUserId = (userId: string): JsonObject => ({
  type: 'group',
  groupId: 'L',
  userId,
  traits: { subscribe: true, consent: ['email'] },
})
