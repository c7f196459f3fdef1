import fc from 'fast-check'
import { type CastMember, CLASHING, oneOfCrowd, PLAIN, POISONED } from './cast.ts'
import type { ConsentStep, IdleStep, Patch, StepTraits, TrackStep } from './step.ts'

/** Who a draft is about: one person, perhaps with identifiers of others who clash. */
export interface DraftPerson {
  readonly member: CastMember
  /** Which of `also` the event carries, by bit. */
  readonly alsoBits: number
  readonly clashesWith: readonly CastMember[]
  /** The email in capitals, which is the same person. */
  readonly isLoud: boolean
}

/** An event before its place in the stream is known. */
export interface Draft {
  readonly kind: 'identify' | 'track' | 'group' | 'idle' | 'again'
  readonly person: DraftPerson
  readonly traits: StepTraits
  readonly patch: Patch | undefined
  readonly consent: ConsentStep
  readonly decides: boolean
  readonly metric: string
  readonly properties: TrackStep['properties']
  readonly revenue: number | undefined
  readonly currency: string | undefined
  readonly idle: IdleStep['why']
  /** For `again`: which of the earlier events is repeated. */
  readonly of: number
}

const anyTraits: fc.Arbitrary<StepTraits> = fc.record(
  {
    firstName: fc.constantFrom('Ada', 'Ren', null),
    title: fc.constantFrom('Baker', 'Pilot', null),
    city: fc.constantFrom('Oslo', 'Lima', null),
    country: fc.constantFrom('Norway', 'Peru'),
    plan: fc.constantFrom('free', 'paid', null),
    score: fc.constantFrom(0, 1, 7.5),
    tags: fc.subarray(['x', 'y', 'z']),
    flags: fc.constantFrom({ seenTour: true }, { theme: 'dark', nested: { deep: [1, null] } }),
  },
  { requiredKeys: [] },
)

const anyConsent: fc.Arbitrary<ConsentStep> = fc.record({
  list: fc.constantFrom('ListA', 'ListB', 'ListC'),
  subscribe: fc.boolean(),
  channels: fc.constantFrom<ConsentStep['channels'][]>(['email'], ['sms'], ['email', 'sms'], ['email', 'sms'], []),
})

/** Which parts of the vocabulary a stream uses. All by default. */
export interface Vocabulary {
  readonly clashes?: boolean
  readonly poison?: boolean
  /** Appending and unappending, which a repeated call may carry out twice. */
  readonly appends?: boolean
  readonly consent?: boolean
  /**
   * Whether nobody is unsubscribed who is not on the list. After an answer that was lost, nobody can tell who was never on
   * it from who has been taken off.
   */
  readonly unsubscribesListedOnly?: boolean
  /** Whether people are looked up for a change of consent. */
  readonly lookUps?: boolean
  /** Whether what people do carries traits. */
  readonly trackTraits?: boolean
  /** How many people there are beside those who are always there. @default 3 */
  readonly crowdCount?: number
}

const none: readonly CastMember[] = []

function anyPerson({ clashes = true, poison = true, crowdCount = 3 }: Vocabulary): fc.Arbitrary<DraftPerson> {
  const member = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...PLAIN) },
    ...(clashes ? [{ weight: 3, arbitrary: fc.constantFrom(...CLASHING) }] : []),
    ...(poison ? [{ weight: 1, arbitrary: fc.constant(POISONED) }] : []),
    ...(crowdCount > 0 ? [{ weight: 2, arbitrary: fc.nat(crowdCount - 1).map(oneOfCrowd) }] : []),
  )
  return fc
    .record({
      member,
      alsoBits: fc.nat(7),
      others: fc.subarray([...CLASHING]),
      clashing: fc.boolean(),
      loud: fc.nat(9),
    })
    .map(({ member: chosen, alsoBits, others, clashing, loud }) => ({
      member: chosen,
      alsoBits,
      clashesWith: clashing && CLASHING.includes(chosen) ? others.filter((other) => other !== chosen) : none,
      isLoud: loud === 0 && chosen !== POISONED,
    }))
}

/** Any event of the vocabulary. */
export function anyDraft(vocabulary: Vocabulary = {}): fc.Arbitrary<Draft> {
  const { appends = true, consent = true, trackTraits = true } = vocabulary
  const patches: Patch[] = appends ? ['append', 'unappend', 'unset'] : ['unset']
  const drafts = fc.record<Draft>({
    kind: fc.oneof(
      { weight: 7, arbitrary: fc.constant<Draft['kind']>('track') },
      { weight: 7, arbitrary: fc.constant<Draft['kind']>('identify') },
      { weight: consent ? 3 : 0, arbitrary: fc.constant<Draft['kind']>('group') },
      { weight: 1, arbitrary: fc.constant<Draft['kind']>('idle') },
      { weight: 2, arbitrary: fc.constant<Draft['kind']>('again') },
    ),
    person: anyPerson(vocabulary),
    traits: anyTraits,
    patch: fc.option(fc.constantFrom(...patches), { freq: 5, nil: undefined }),
    consent: anyConsent,
    decides: consent ? fc.boolean() : fc.constant(false),
    metric: fc.constantFrom('Viewed', 'Bought'),
    properties: fc.record(
      { sku: fc.constantFrom('a', 'b'), note: fc.constant(null), lines: fc.array(fc.nat(3), { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    revenue: fc.option(fc.constantFrom(0, 12.5, 30), { nil: undefined }),
    currency: fc.option(fc.constantFrom('EUR', 'USD'), { nil: undefined }),
    idle: fc.constantFrom<IdleStep['why'][]>('no name', 'no decision', 'no list', 'unknown type', 'other destination'),
    of: fc.nat(1_000),
  })
  return trackTraits ? drafts : drafts.map(withPlainTrack)
}

const withPlainTrack = (draft: Draft): Draft =>
  draft.kind === 'track' || draft.kind === 'again' ? { ...draft, traits: {}, patch: undefined } : draft
