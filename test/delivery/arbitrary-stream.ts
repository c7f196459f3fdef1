import type { Revision } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'
import { anyDraft, type Draft, type Vocabulary } from './arbitrary-draft.ts'
import { type CastMember, CLASHING, identifierOf, mainOf, POISONED_EMAIL } from './cast.ts'
import { createModel, type Model } from './model.ts'
import { contactsOf, reachable } from './model/consent.ts'
import { identifiersOf } from './model/model-profile.ts'
import type { Step, Stream } from './step.ts'
import { toStep } from './to-step.ts'

/** How a stream is made. */
export interface StreamOptions extends Vocabulary {
  /** @default both */
  readonly revisions?: readonly Revision[]
  /** @default 1 */
  readonly minCount?: number
  /** @default 40 */
  readonly maxCount?: number
}

/** Streams of events whose outcome is certain: whatever two events write in the same place, they share an identifier. */
export function anyStream(options: StreamOptions = {}): fc.Arbitrary<Stream> {
  const { revisions = ['2024-06-15', '2026-07-15'], minCount = 1, maxCount = 40, clashes = true } = options
  return fc
    .record({
      revision: fc.constantFrom(...revisions),
      first: fc.option(fc.array(anyDraft(options), { minLength: 3, maxLength: 3 }), { nil: undefined }),
      drafts: fc.array(anyDraft(options), { minLength: minCount, maxLength: maxCount, size: 'max' }),
    })
    .map(({ revision, first, drafts }) => {
      // Whoever may clash is often known from the start, or clashes would be rare.
      const known = clashes ? (first ?? []).map((draft, index) => introduced(draft, CLASHING[index])) : []
      return {
        revision,
        poisonedEmails: [POISONED_EMAIL],
        steps: stepsOf([...known, ...drafts], revision, options),
      }
    })
}

const introduced = (draft: Draft, member: CastMember | undefined): Draft => ({
  ...draft,
  kind: 'identify',
  person: { ...draft.person, member: member ?? draft.person.member, clashesWith: [] },
})

function stepsOf(
  drafts: readonly Draft[],
  revision: Revision,
  { unsubscribesListedOnly = false, lookUps = true }: Vocabulary,
): readonly Step[] {
  const model = createModel({ revision, poisonedEmails: [POISONED_EMAIL] })
  const steps: Step[] = []
  const lookedUp = new Set<string>()
  const bits = new Map<number, number>()
  for (const [index, drawn] of drafts.entries()) {
    const draft = withSameIdentifiers(drawn, bits)
    const repeated = draft.kind === 'again' ? steps[draft.of % Math.max(1, index)] : undefined
    const wanted = repeated ?? toStep(withoutUnknownClash(draft, revision, model), index, revision)
    // What was certain once still is: people never fall apart.
    const isUsable = repeated !== undefined || isCertain(wanted, draft, revision, model)
    // A look-up gives way to an opposite change that comes after it, and whether it does depends on the time.
    const undoes = isUnsubscribe(wanted) && lookedUp.has(wanted.who.userId ?? '')
    const isAsked = isLookUp(wanted) && !lookUps
    const isOffList = unsubscribesListedOnly && isUnsubscribe(wanted) && !isListed(wanted, revision, model)
    const step =
      isUsable && !undoes && !isOffList && !isAsked ? wanted : toStep({ ...draft, kind: 'idle' }, index, revision)
    if (isLookUp(step)) lookedUp.add(step.who.userId ?? '')
    model.apply(step)
    steps.push(step)
  }
  return steps
}

/**
 * A person has the same identifiers in all of a stream. What is sent together may arrive in any order, so of an event that
 * tells that two identifiers are one person's, and one that knows only one of them, nobody can say which comes first.
 */
function withSameIdentifiers(draft: Draft, bits: Map<number, number>): Draft {
  const { member, alsoBits } = draft.person
  const own = bits.get(member.number) ?? alsoBits
  bits.set(member.number, own)
  return { ...draft, person: { ...draft.person, alsoBits: own } }
}

/** People clash only once each is known by themselves; before, one event with identifiers of two would make them one. */
function withoutUnknownClash(draft: Draft, revision: Revision, { people }: Model): Draft {
  const mains = CLASHING.map((member) => identifiersOf(identifierOf(member, mainOf(member, revision)), true))
  if (mains.every((identifiers) => people.find(identifiers) !== undefined)) return draft
  return { ...draft, person: { ...draft.person, clashesWith: [] } }
}

/**
 * A group event says less of its person than its order keys do. One that would make a second profile of somebody who is
 * known, or that looks for somebody who is not there yet (delivery waits for them, a model of one by one cannot), is not
 * certain.
 */
function isCertain(step: Step, { person }: Draft, revision: Revision, { people }: Model): boolean {
  if (step.kind !== 'group') return true
  const hasAnonymousId = revision === '2024-06-15'
  const identifiers = identifiersOf(step.who, hasAnonymousId)
  const contacts = contactsOf(identifiers)
  const isLookedUp = Object.keys(contacts).length === 0
  const known = people.find(identifiersOf(identifierOf(person.member, mainOf(person.member, revision)), true))
  if (isLookedUp) {
    const { userId } = step.who
    const found = people.ownerOf('external_id', userId)
    const isRefusedAnyway = userId === undefined || !step.consent.subscribe || step.consent.channels.length === 0
    return isRefusedAnyway || reachable(step.consent.channels, found?.identifiers ?? {}).length > 0
  }
  const main = mainOf(person.member, revision)
  return main === 'email' || main === 'phone' || (known !== undefined && people.find(contacts) === known)
}

const isUnsubscribe = (step: Step): boolean => 'consent' in step && step.consent?.subscribe === false

/** Whether everybody whom an unsubscribe reaches is on its list. */
function isListed(step: Step, revision: Revision, { people }: Model): boolean {
  if (!('consent' in step) || step.consent === undefined) return false
  const { list } = step.consent
  const { email, phone_number: phone } = contactsOf(identifiersOf(step.who, revision === '2024-06-15'))
  const reached = [
    ...(email === undefined ? [] : [people.ownerOf('email', email)]),
    ...(phone === undefined ? [] : [people.ownerOf('phone_number', phone)]),
  ]
  return reached.every((profile) => profile?.lists.has(list) === true)
}

const isLookUp = ({ kind, who }: Step): boolean =>
  kind === 'group' && who.email === undefined && who.phone === undefined
