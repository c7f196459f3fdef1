import type { ChannelChange } from '../rules/channel-rules.ts'
import { EMAIL, SMS } from '../state/consent.ts'
import type { List } from '../state/lists.ts'
import { type Profile, setConsent } from '../state/profile.ts'
import type { Call } from './handler.ts'

/** An unsubscribe of one profile. */
export interface Leaving {
  readonly profile: Profile
  /** The channels that the request names. */
  readonly changes: readonly ChannelChange[]
  readonly list: List | undefined
  /** When the request was accepted. */
  readonly nowMs: number
}

/** Takes a profile off a list and off channels: the named ones, or all when it was not on the list. */
export function leave({ state, switches }: Call, { profile, changes, list, nowMs }: Leaving): void {
  const isOffList = list !== undefined && !state.lists.leave(list, profile)
  const isGlobal = isOffList && switches.unsubscribeOffListIsGlobal
  if (list === undefined || isGlobal) state.lists.leaveAll(profile)
  const named = changes.map(({ channel }) => channel)
  for (const channel of isGlobal ? everyChannel(profile, named) : named) {
    setConsent(profile, channel, { consent: 'UNSUBSCRIBED', consentedMs: nowMs, updatedMs: nowMs })
  }
}

/** Every channel that reaches the profile. */
function everyChannel({ identifiers, consent }: Profile, named: readonly string[]): ReadonlySet<string> {
  return new Set([
    ...named,
    ...consent.keys(),
    ...(identifiers.email === undefined ? [] : [EMAIL]),
    ...(identifiers.phone_number === undefined ? [] : [SMS]),
  ])
}
