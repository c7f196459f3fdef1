import { consentMember, type ConsentMember } from '../../batch/consent-member.ts'
import { cutConsents } from '../../batch/cut-consents.ts'
import type { EventWarning } from '../../event/issue.ts'
import type { PlannedRequest } from '../../plan/planned-request.ts'
import { partialFailuresOf, warningsAbout } from '../partial-failure.ts'
import { REQUEST_BITS } from '../request-bits.ts'
import { REPEAT_RULES } from '../retry-policy.ts'
import { withoutIdentifiers } from '../without-identifiers.ts'
import { stillListed } from './ask-list.ts'
import type { Lane } from './carry-call.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import { isRefusal } from './import-jobs.ts'
import type { LaneContext, Pool } from './lane-context.ts'
import { nextRequest, stillWanted, type UnderWay } from './under-way.ts'

/** Changes of consent of one direction that wait for a call. */
export interface ConsentPool<Entry extends DeliveryEntry> extends Pool<Entry> {
  /** Adds an event whose next request this is. */
  add(event: UnderWay<Entry>, request: PlannedRequest): void
}

/** The pool of one direction, with what becomes of its calls. */
export function createConsentPool<Entry extends DeliveryEntry>(
  kind: ConsentMember<unknown>['kind'],
  context: LaneContext<Entry>,
): ConsentPool<Entry> {
  type Change = ConsentMember<UnderWay<Entry>>
  const { account, history, signal } = context
  const { limiter, line, limits, facts, helpers, clock } = account
  const operation = facts.operations[kind]
  const limit = limits[kind]
  let waiting: Change[] = []

  const lane: Lane<Change> = {
    cut: (members) => cutConsents(members, limit).call,
    answered({ members }, { headers }) {
      const warnings = partialFailuresOf(headers)
      const atMs = clock.now()
      for (const member of members) {
        const own = warningsAbout(member.text, warnings, members.length)
        for (const event of member.entries) {
          history.note({ keys: keysOf(event, member.text), ops: REQUEST_BITS[kind], seq: event.entry.seq, atMs })
          context.taken(event, own)
        }
      }
    },
    refused(member, error) {
      for (const event of member.entries) context.refused(event, error, operation)
    },
    sendAlone(members) {
      waiting = [...members, ...waiting]
      context.wake()
    },
    putOff(members, error, scope) {
      const isUnknown = kind === 'unsubscribe' && error.code !== 'RATE_LIMITED' && scope !== 'account'
      for (const member of members) {
        for (const event of member.entries) {
          if (isUnknown) event.entry.isOutcomeUnknown = true
          context.putOff(event, error, { scope, operation })
        }
      }
    },
    postpone(members) {
      for (const member of members) for (const event of member.entries) context.postpone(event)
    },
    ...(REPEAT_RULES[kind].before === 'ask-list' ? { beforeRepeat: (members) => unanswered(members) } : undefined),
  }

  /**
   * Those that a second unsubscribe may be sent for. Who is no longer on the list has been unsubscribed: a second one
   * would act on every list.
   */
  const unanswered = async (members: readonly Change[]): Promise<readonly Change[]> => {
    for (const { entries } of members) for (const { entry } of entries) entry.isOutcomeUnknown = true
    try {
      const refusal = helpers.refusalOf('readLists')
      if (refusal !== undefined) throw refusal.error
      const listed = await stillListed(members, account, signal)
      for (const member of members) if (!listed.has(member)) for (const event of member.entries) finish(event)
      return members.filter((member) => listed.has(member))
    } catch (error) {
      if (!isRefusal(error)) throw error
      helpers.refuse({ helper: 'readLists', operation: facts.reads.listProfiles, error })
      for (const { entries } of members) for (const { warnings } of entries) warnings.push(repeatedWarning())
      return members
    }
  }

  const finish = (event: UnderWay<Entry>): void => {
    const { entry } = event
    entry.isOutcomeUnknown = false
    // When it was taken nobody knows: not after now.
    history.note({ keys: entry.keys, ops: REQUEST_BITS[kind], seq: entry.seq, atMs: clock.now() })
    context.taken(event)
  }

  const pool = (member: Change): void => {
    waiting.push(member)
    context.wake()
  }

  return {
    get size() {
      return waiting.length
    },
    add(event, request) {
      const { body, warnings } =
        kind === 'subscribe' ? withoutIdentifiers(request.body, event.removed) : { body: request.body, warnings: [] }
      event.warnings.push(...warnings)
      // No channel is left: there is nothing to ask for.
      if (body === undefined) return context.taken(event)
      const member = consentMember(event, kind, { ...request, body })
      if (kind === 'subscribe' && history.mayBeIgnored(event.entry.keys, clock.now()))
        event.warnings.push(ignoredWarning())
      if (kind === 'subscribe' || !event.entry.isOutcomeUnknown) return pool(member)
      context.background([event], facts.reads.listProfiles, async () => {
        for (const left of await unanswered([member])) pool(left)
      })
    },
    room: () => (line.isWaitedFor(operation) ? 0 : limiter.freeCount(operation) * limit.maxCount - waiting.length),
    start() {
      waiting = [...stillWanted(waiting)]
      if (waiting.length === 0 || line.isWaitedFor(operation) || limiter.freeCount(operation) === 0) return false
      const { call, rest } = cutConsents(waiting, limit)
      const slot = limiter.take(call.operation)
      if (slot === undefined) return false
      waiting = [...rest]
      void context.carry(lane, call, { kind, slot })
      return true
    },
    drain() {
      const events = waiting.flatMap(({ entries }) => entries)
      waiting = []
      return events
    },
  }
}

/** The people of a change: those of the event, and whoever was looked up for it. */
function keysOf(event: UnderWay, member: string): readonly string[] {
  const { keys } = event.entry
  return nextRequest(event)?.lookup === undefined ? keys : [...new Set([...keys, ...lookedUpKeys(member)])]
}

/** The order keys of a member that a look-up filled in. */
function lookedUpKeys(member: string): readonly string[] {
  const email = /"email":"([^"\\]+)"/.exec(member)?.[1]
  const phone = /"phone_number":"([^"\\]+)"/.exec(member)?.[1]
  return [...(email === undefined ? [] : [`e:${email.toLowerCase()}`]), ...(phone === undefined ? [] : [`p:${phone}`])]
}

function repeatedWarning(): EventWarning {
  return {
    path: 'relationships.list',
    code: 'UNSUBSCRIBE_REPEATED',
    message:
      'What became of a first unsubscribe is unknown, so it was sent again; if the first had been taken, the second unsubscribed the profile everywhere. Give the key lists:read and profiles:read, and the list is asked first.',
  }
}

function ignoredWarning(): EventWarning {
  return {
    path: 'subscriptions',
    code: 'RESUBSCRIBE_MAY_BE_IGNORED',
    message:
      'The person was subscribed less than 30 minutes ago and unsubscribed since: Klaviyo may not process a second subscribe so soon. Look at the profile later, and subscribe it again if need be.',
  }
}
