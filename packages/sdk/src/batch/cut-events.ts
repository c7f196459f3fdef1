import { PATHS } from '../plan/paths.ts'
import { createByteBudget } from './byte-budget.ts'
import { blameAll, type BatchCall, type Blame, type CallLimits, type Cut } from './batch-call.ts'
import type { EventMember } from './event-member.ts'

/** The path of the bulk operation, the same in every revision. */
const BULK_PATH = '/api/event-bulk-create-jobs'
const BEFORE = '{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":['
const AFTER = ']}}}}'
const ENTRY_BEFORE = '{"type":"event-bulk-create","attributes":{"profile":{"data":'
const ENTRY_BETWEEN = '},"events":{"data":['
const ENTRY_AFTER = ']}}}'
const ENVELOPE_BYTES = BEFORE.length + AFTER.length
/** With the comma behind it. */
const ENTRY_BYTES = ENTRY_BEFORE.length + ENTRY_BETWEEN.length + ENTRY_AFTER.length + 1

/** The events of one profile in a bulk call. */
interface ProfileEntry<Entry> {
  readonly profile: string
  readonly members: EventMember<Entry>[]
}

/**
 * Cuts the next call off events that wait, in order: a bulk call from two on, else the single operation. Never the same
 * `unique_id` twice in one call.
 * @param members not empty
 */
export function cutEvents<Entry>(
  members: readonly EventMember<Entry>[],
  operation: string,
  { maxCount, maxBytes }: CallLimits,
): Cut<EventMember<Entry>> {
  const entries = new Map<string, ProfileEntry<Entry>>()
  const uniqueIds = new Set<string>()
  const taken: EventMember<Entry>[] = []
  const passedOver: EventMember<Entry>[] = []
  const budget = createByteBudget(maxBytes - ENVELOPE_BYTES)
  let end = 0
  for (; end < members.length && taken.length < maxCount; end += 1) {
    const member = members[end]
    if (member === undefined) break
    if (member.isAlone || (member.uniqueId !== undefined && uniqueIds.has(member.uniqueId))) {
      passedOver.push(member)
      continue
    }
    const entry = entries.get(member.profile)
    const hasRoom =
      entry === undefined
        ? budget.take([member.profile, member.event], ENTRY_BYTES + 1)
        : budget.take([member.event], 1)
    // One that no call has room for goes by itself, and Klaviyo says so.
    if (!hasRoom && taken.length > 0) break
    if (!hasRoom) {
      taken.push(member)
      end += 1
      break
    }
    taken.push(member)
    if (member.uniqueId !== undefined) uniqueIds.add(member.uniqueId)
    if (entry === undefined) entries.set(member.profile, { profile: member.profile, members: [member] })
    else entry.members.push(member)
  }
  const rest = [...passedOver, ...members.slice(end)]
  const [first, second] = taken
  if (first === undefined || second === undefined) {
    const [single = first, ...others] = first === undefined ? rest : [first, ...rest]
    if (single === undefined) throw new Error('There is nothing to cut a call from.')
    return { call: singleEvent(single), rest: others }
  }
  return { call: bulkCall([...entries.values()], taken, operation), rest }
}

/** The event by the single operation. */
export function singleEvent<Entry>(member: EventMember<Entry>): BatchCall<EventMember<Entry>> {
  const { operation, body } = member.aloneRequest()
  const members = [member]
  return { operation, path: PATHS.createEvent, body: JSON.stringify(body), members, blame: blameAll(members) }
}

function bulkCall<Entry>(
  entries: readonly ProfileEntry<Entry>[],
  members: readonly EventMember<Entry>[],
  operation: string,
): BatchCall<EventMember<Entry>> {
  const texts = entries.map(
    ({ profile, members: events }) =>
      ENTRY_BEFORE + profile + ENTRY_BETWEEN + events.map(({ event }) => event).join(',') + ENTRY_AFTER,
  )
  return {
    operation,
    path: BULK_PATH,
    body: BEFORE + texts.join(',') + AFTER,
    members,
    blame: (pointer) => blameEntry(pointer, entries),
  }
}

const POINTER =
  /^\/data\/attributes\/events-bulk-create\/data\/(\d+)(?:\/attributes\/(?:events\/data\/(\d+)|profile))?(?:\/|$)/

function blameEntry<Entry>(
  pointer: string,
  entries: readonly ProfileEntry<Entry>[],
): Blame<EventMember<Entry>> | undefined {
  const [, entryIndex, eventIndex] = POINTER.exec(pointer) ?? []
  const members = entryIndex === undefined ? undefined : entries[Number(entryIndex)]?.members
  if (members === undefined) return undefined
  if (eventIndex !== undefined) {
    const member = members[Number(eventIndex)]
    return member === undefined ? undefined : { members: [member], isCertain: true }
  }
  // A profile that several events share, or with values of another event, is no verdict on one of them.
  return { members, isCertain: members.length === 1 && members.every(({ hasOwnProfile }) => hasOwnProfile) }
}
