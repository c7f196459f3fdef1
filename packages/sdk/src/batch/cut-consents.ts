import type { CallLimits, Cut } from './batch-call.ts'
import type { ConsentEnvelope, ConsentMember } from './consent-member.ts'
import { blameMember } from './cut-imports.ts'

/**
 * Cuts the next call off changes of consent that wait, in order: those with the list, source and direction of the first.
 * Changes that say the same of the same profile become one.
 * @param members not empty
 */
export function cutConsents<Entry>(
  members: readonly ConsentMember<Entry>[],
  { maxCount }: CallLimits,
): Cut<ConsentMember<Entry>> {
  const envelope = members[0]?.envelope
  if (envelope === undefined) throw new Error('There is nothing to cut a call from.')
  const byText = new Map<string, ConsentMember<Entry>>()
  const rest: ConsentMember<Entry>[] = []
  for (const member of members) {
    const same = byText.get(member.text)
    if (!isSameEnvelope(member.envelope, envelope)) rest.push(member)
    else if (same !== undefined) byText.set(member.text, { ...same, entries: [...same.entries, ...member.entries] })
    else if (byText.size < maxCount) byText.set(member.text, member)
    else rest.push(member)
  }
  const taken = [...byText.values()]
  return {
    call: {
      operation: envelope.operation,
      path: envelope.path,
      body: envelope.before + taken.map(({ text }) => text).join(',') + envelope.after,
      members: taken,
      blame: (pointer) => blameMember(pointer, taken, true),
    },
    rest,
  }
}

function isSameEnvelope(one: ConsentEnvelope, other: ConsentEnvelope): boolean {
  return one.operation === other.operation && one.before === other.before && one.after === other.after
}
