import { cutEvents, singleEvent } from '../../batch/cut-events.ts'
import type { EventMember } from '../../batch/event-member.ts'
import { KlaviyoApiError } from '../../errors/klaviyo-api-error.ts'
import type { EventWarning } from '../../event/issue.ts'
import { partialFailuresOf, warningsAbout } from '../partial-failure.ts'
import type { Lane } from './carry-call.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import type { LaneContext, Pool } from './lane-context.ts'
import { isAboutUniqueId } from './trace-errors.ts'
import { stillWanted, type UnderWay } from './under-way.ts'

/** Events that wait for a call: in bulk from two on, else by the single operation. */
export interface EventPool<Entry extends DeliveryEntry> extends Pool<Entry> {
  add(members: readonly EventMember<UnderWay<Entry>>[]): void
}

/**
 * The pool of events, with what becomes of their calls.
 * @param readyCount how many events are ready beside those that wait here
 */
export function createEventPool<Entry extends DeliveryEntry>(
  context: LaneContext<Entry>,
  readyCount: () => number,
): EventPool<Entry> {
  type Event = EventMember<UnderWay<Entry>>
  const { account } = context
  const { limiter, line, limits, facts } = account
  const bulk = facts.bulkOperations.createEvents
  const single = facts.operations.createEvent
  let waiting: readonly Event[] = []
  let alone: readonly Event[] = []

  const add = (members: readonly Event[]): void => {
    const together = members.filter((member) => !member.isAlone)
    if (together.length > 0) waiting = waiting.length === 0 ? together : [...waiting, ...together]
    if (together.length < members.length) alone = [...alone, ...members.filter((member) => member.isAlone)]
    context.wake()
  }

  const lane: Lane<Event> = {
    cut(members) {
      const [only, ...others] = members
      return only !== undefined && others.length === 0
        ? singleEvent(only)
        : cutEvents(members, bulk, limits.createEvents).call
    },
    answered({ members }, { headers }) {
      const warnings = partialFailuresOf(headers)
      for (const member of members) {
        const own = warningsAbout(member.profile, warnings, members.length)
        for (const event of member.entries) context.taken(event, own)
      }
    },
    refused(member, error) {
      // Of an event that was never sent before, Klaviyo has something else to say.
      const isKnown =
        error instanceof KlaviyoApiError &&
        error.errors.some(isAboutUniqueId) &&
        member.entries.every(({ entry }) => entry.attemptCount > 1)
      for (const event of member.entries) {
        if (isKnown) context.taken(event, [alreadyThere()])
        else context.refused(event, error, single)
      }
    },
    sendAlone: (members) => add(members.map((member) => ({ ...member, isAlone: true }))),
    putOff(members, error, scope) {
      const operation = error instanceof KlaviyoApiError ? error.operation : bulk
      for (const member of members)
        for (const event of member.entries) context.putOff(event, error, { scope, operation })
    },
    postpone(members) {
      for (const member of members) for (const event of member.entries) context.postpone(event)
    },
  }

  const startAlone = (member: Event): boolean => {
    const slot = line.isWaitedFor(single) ? undefined : limiter.take(single)
    if (slot === undefined) return false
    void context.carry(lane, singleEvent(member), { kind: 'createEvent', slot })
    return true
  }

  return {
    add,
    get size() {
      return waiting.length + alone.length
    },
    room() {
      if (line.isWaitedFor(bulk)) return 0
      const freeCount = limiter.freeCount(bulk)
      // Beyond what the slots take: what is taken now need not wait behind what its people import.
      if (freeCount * limits.createEvents.maxCount > waiting.length) return Infinity
      // One by itself need not wait for a bulk call; more than one do.
      return waiting.length === 0 && readyCount() === 1 && limiter.freeCount(single) > 0 ? 1 : 0
    },
    start() {
      waiting = stillWanted(waiting)
      alone = stillWanted(alone)
      const [firstAlone, ...othersAlone] = alone
      if (firstAlone !== undefined && startAlone(firstAlone)) {
        alone = othersAlone
        return true
      }
      const [first, second] = waiting
      if (first === undefined) return false
      if (second === undefined) {
        if (!startAlone(first)) return false
        waiting = []
        return true
      }
      if (line.isWaitedFor(bulk) || limiter.freeCount(bulk) === 0) return false
      const { call, rest } = cutEvents(waiting, bulk, limits.createEvents)
      const slot = limiter.take(call.operation)
      if (slot === undefined) return false
      waiting = rest
      void context.carry(lane, call, { kind: 'createEvent', slot })
      return true
    },
    drain() {
      const events = [...waiting, ...alone].flatMap(({ entries }) => entries)
      waiting = []
      alone = []
      return events
    },
  }
}

function alreadyThere(): EventWarning {
  return {
    path: 'unique_id',
    code: 'ALREADY_AT_KLAVIYO',
    message:
      'Klaviyo had this event already, by its `unique_id` (the messageId), and kept it once. Nothing is to be done.',
  }
}
