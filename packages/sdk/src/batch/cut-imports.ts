import { PATHS } from '../plan/paths.ts'
import { createByteBudget, fitsBytes } from './byte-budget.ts'
import { blameAll, type BatchCall, type Blame, type Cut } from './batch-call.ts'
import type { BulkLimits } from './call-limits.ts'
import type { ImportMember } from './import-member.ts'

/** The path of the bulk operation, the same in every revision. */
const BULK_PATH = '/api/profile-bulk-import-jobs'
const BEFORE = '{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":['
const AFTER = ']}}}}'

/** Whether a profile may be in a bulk import. */
export function fitsBulkImport(member: ImportMember<unknown>, { maxProfileBytes }: BulkLimits): boolean {
  return !member.isAlone && fitsBytes(member.text, maxProfileBytes)
}

/**
 * Cuts a bulk import off profiles that wait, in order; those that do not fit one stay.
 * @param members at least one that fits
 */
export function cutBulkImport<Entry>(
  members: readonly ImportMember<Entry>[],
  operation: string,
  limits: BulkLimits,
): Cut<ImportMember<Entry>> {
  const { maxCount, maxBytes } = limits.importProfiles
  const taken: ImportMember<Entry>[] = []
  const rest: ImportMember<Entry>[] = []
  const budget = createByteBudget(maxBytes - BEFORE.length - AFTER.length)
  let isFull = false
  for (const member of members) {
    const fits = fitsBulkImport(member, limits)
    isFull ||= taken.length === maxCount || (fits && !budget.take([member.text], 1))
    if (isFull || !fits) rest.push(member)
    else taken.push(member)
  }
  return { call: bulkImport(taken, operation), rest }
}

/** A bulk import of exactly these profiles. */
export function bulkImport<Entry>(
  members: readonly ImportMember<Entry>[],
  operation: string,
): BatchCall<ImportMember<Entry>> {
  return {
    operation,
    path: BULK_PATH,
    body: BEFORE + members.map(({ text }) => text).join(',') + AFTER,
    members,
    blame: (pointer) => blameMember(pointer, members, false),
  }
}

/** The profile by the single operation, with everything that was merged into it. */
export function singleImport<Entry>(member: ImportMember<Entry>, operation: string): BatchCall<ImportMember<Entry>> {
  const members = [member]
  const body = `{"data":${member.text}}`
  return { operation, path: PATHS.importProfile, body, members, blame: blameAll(members) }
}

const POINTER = /^\/data\/attributes\/profiles\/data\/(\d+)(?:\/|$)/

/** The member of a bulk body with `profiles` that a pointer is about. */
export function blameMember<M>(pointer: string, members: readonly M[], isCertain: boolean): Blame<M> | undefined {
  const [, index] = POINTER.exec(pointer) ?? []
  const member = index === undefined ? undefined : members[Number(index)]
  return member === undefined ? undefined : { members: [member], isCertain }
}
