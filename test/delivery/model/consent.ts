import type { Channel } from '../step.ts'
import type { Identifiers, ModelProfile } from './model-profile.ts'
import type { People } from './people.ts'

/** The identifier by which a channel reaches a person. */
const REACHED_BY = { email: 'email', sms: 'phone_number' } as const satisfies Record<Channel, keyof Identifiers>

/** The channels whose identifier is given. */
export const reachable = (channels: readonly Channel[], identifiers: Identifiers): readonly Channel[] =>
  channels.filter((channel) => identifiers[REACHED_BY[channel]] !== undefined)

/** Email and phone number, all that a change of consent says of a person. */
export const contactsOf = ({ email, phone_number: phone }: Identifiers): Identifiers => ({
  ...(email === undefined ? {} : { email }),
  ...(phone === undefined ? {} : { phone_number: phone }),
})

/** Subscribes the channels and puts whoever they reach on the list. */
export function subscribe(people: People, contacts: Identifiers, list: string, channels: readonly Channel[]): void {
  for (const [profile, reached] of reachedBy(people, contacts, channels)) {
    for (const channel of reached) profile.consent[channel] = 'SUBSCRIBED'
    profile.lists.add(list)
  }
}

/**
 * Unsubscribes every channel that the contacts have; with `isGlobal`, whoever is not on the list is unsubscribed from
 * everything.
 */
export function unsubscribe(people: People, contacts: Identifiers, list: string, isGlobal: boolean): void {
  for (const [profile, reached] of reachedBy(people, contacts, reachable(['email', 'sms'], contacts))) {
    const wasOn = profile.lists.delete(list)
    const isEverything = isGlobal && !wasOn
    for (const channel of isEverything ? everyChannelOf(profile, reached) : reached)
      profile.consent[channel] = 'UNSUBSCRIBED'
    if (isEverything) profile.lists.clear()
  }
}

function everyChannelOf({ identifiers, consent }: ModelProfile, named: readonly Channel[]): readonly Channel[] {
  const channels: readonly Channel[] = ['email', 'sms']
  return channels.filter(
    (channel) =>
      named.includes(channel) || consent[channel] !== undefined || reachable([channel], identifiers).length > 0,
  )
}

/** Each channel is about the owner of its own identifier. */
function reachedBy(people: People, contacts: Identifiers, channels: readonly Channel[]) {
  const taken = people.take(contacts)
  return Map.groupBy(channels, (channel) => people.ownerOf(REACHED_BY[channel], contacts[REACHED_BY[channel]]) ?? taken)
}
