import type { JsonObject } from '../event/json.ts'
import type { ClashingIdentifier } from './import-profile.ts'
import { recordIn } from '../event/record.ts'
import { changeMembers, type ChangedSubscription } from './subscription-members.ts'

/**
 * A planned subscription without identifiers that belong to another profile: the person of this event must not subscribe
 * somebody else. Never used for an unsubscription: there, too few messages is the safe side.
 */
export function withoutIdentifiers(body: JsonObject, removed: ReadonlySet<ClashingIdentifier>): ChangedSubscription {
  if (removed.size === 0) return { body, warnings: [] }
  return changeMembers(body, (member) => {
    const kept = Object.entries(recordIn(member, 'attributes')).filter(
      ([name]) => ![...removed].some((identifier) => identifier === name),
    )
    return { ...member, attributes: Object.fromEntries(kept) }
  })
}
