import type { Revision } from '@rudder-klaviyo/sdk'
import type { Who } from './step.ts'

/** A person of the streams. */
export interface CastMember {
  readonly number: number
  /**
   * The identifier that every event of the person carries. It is what puts them in order: two events that share no
   * identifier have no order, so without it the outcome of a stream would be a matter of luck.
   */
  readonly main: keyof Who
  /** What some of the events carry as well. */
  readonly also: readonly (keyof Who)[]
}

/** People by themselves, one for each kind of main identifier. */
export const PLAIN: readonly CastMember[] = [
  { number: 0, main: 'email', also: ['phone', 'userId'] },
  { number: 1, main: 'phone', also: ['email', 'userId', 'anonymousId'] },
  { number: 2, main: 'userId', also: ['email', 'phone', 'anonymousId'] },
  { number: 3, main: 'anonymousId', also: ['email', 'userId'] },
]

/** People who are known by one identifier each; some events carry those of two or three of them. */
export const CLASHING: readonly CastMember[] = [
  { number: 10, main: 'email', also: [] },
  { number: 11, main: 'phone', also: [] },
  { number: 12, main: 'userId', also: [] },
]

/** Somebody whom Klaviyo refuses. */
export const POISONED: CastMember = { number: 20, main: 'email', also: ['phone', 'userId'] }

/** One of many people of whom little is known. */
export const oneOfCrowd = (number: number): CastMember => ({ number: 100 + number, main: 'email', also: [] })

/** A person's identifier of one kind. */
export function identifierOf({ number }: CastMember, kind: keyof Who): Who {
  switch (kind) {
    case 'email':
      return { email: `p${number}@shop.test` }
    case 'phone':
      return { phone: `+1202555${String(1000 + number)}` }
    case 'userId':
      return { userId: `user-${number}` }
    case 'anonymousId':
      return { anonymousId: `anonymous-${number}` }
  }
}

/** The email by which the poisoned person is refused. */
export const POISONED_EMAIL = identifierOf(POISONED, 'email').email ?? ''

/** The main identifier in a revision: 2026-07-15 knows no anonymous id. */
export const mainOf = ({ main }: CastMember, revision: Revision): keyof Who =>
  main === 'anonymousId' && revision === '2026-07-15' ? 'userId' : main
