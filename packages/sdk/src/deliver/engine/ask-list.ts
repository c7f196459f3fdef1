import type { ConsentMember } from '../../batch/consent-member.ts'
import { isList, isRecord, recordIn } from '../../event/record.ts'
import { memberOf } from '../../batch/profile-write.ts'
import type { DeliveryAccount } from './delivery-account.ts'

/** Values of one question, and profiles of one page of its answer. */
const MAX_VALUES_COUNT = 100

/**
 * Which of these members are still on their list, by email or phone. What cannot be asked about counts as being there.
 * @throws what the call throws
 */
export async function stillListed<Member extends ConsentMember<unknown>>(
  members: readonly Member[],
  account: DeliveryAccount,
  signal: AbortSignal,
): Promise<ReadonlySet<Member>> {
  const listed = new Set<Member>()
  const byList = new Map<string, Member[]>()
  for (const member of members) {
    const list = listOf(member)
    if (list === undefined) listed.add(member)
    else byList.set(list, [...(byList.get(list) ?? []), member])
  }
  for (const [list, asked] of byList) {
    for (const field of ['email', 'phone_number'] as const) {
      const byValue = new Map<string, Member>()
      for (const member of asked) {
        const value = identifierOf(member, field)
        if (value !== undefined) byValue.set(value, member)
      }
      const values = [...byValue.keys()]
      for (let start = 0; start < values.length; start += MAX_VALUES_COUNT) {
        const part = values.slice(start, start + MAX_VALUES_COUNT)
        for (const value of await onList(list, { field, values: part }, account, signal)) {
          const member = byValue.get(value)
          if (member !== undefined) listed.add(member)
        }
      }
    }
  }
  return listed
}

async function onList(
  list: string,
  { field, values }: { readonly field: 'email' | 'phone_number'; readonly values: readonly string[] },
  account: DeliveryAccount,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { body } = await account.callInTurn({
    operation: account.facts.reads.listProfiles,
    method: 'GET',
    path: `/api/lists/${encodeURIComponent(list)}/profiles`,
    query: {
      filter: `any(${field},[${values.map((value) => JSON.stringify(value)).join(',')}])`,
      'fields[profile]': field,
      'page[size]': String(MAX_VALUES_COUNT),
    },
    signal,
  })
  const data = isRecord(body) && isList(body['data']) ? body['data'] : []
  return data.filter(isRecord).flatMap((profile) => {
    const value = recordIn(profile, 'attributes')[field]
    return typeof value === 'string' ? [field === 'email' ? value.toLowerCase() : value] : []
  })
}

function listOf({ request }: ConsentMember<unknown>): string | undefined {
  const data = recordIn(request.body, 'data')
  const { id } = recordIn(recordIn(recordIn(data, 'relationships'), 'list'), 'data')
  return typeof id === 'string' ? id : undefined
}

function identifierOf({ request }: ConsentMember<unknown>, field: 'email' | 'phone_number'): string | undefined {
  const value = recordIn(memberOf(request) ?? {}, 'attributes')[field]
  if (typeof value !== 'string') return undefined
  return field === 'email' ? value.toLowerCase() : value
}
