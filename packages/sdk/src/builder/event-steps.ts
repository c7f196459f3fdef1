import type { Delivered } from '../deliver/settlement.ts'
import type { SendOptions } from '../deliver/send-options.ts'
import { EventInvalidError } from '../errors/event-invalid-error.ts'
import type { JsonObject } from '../event/json.ts'
import type { Plan } from '../plan/planned-request.ts'
import type { BuilderHost } from './builder-host.ts'
import { draftEvent, type DraftedEvent } from './draft-event.ts'
import type { EventDraft } from './event-draft.ts'
import { readGiven, readOne, type Given } from './read-given.ts'

/** What a builder is made of. */
export interface BuilderProps {
  readonly draft: EventDraft
  readonly host: BuilderHost
}

const IDENTIFIERS = ['userId', 'anonymousId', 'email', 'phone', '_kx', 'klaviyoProfileId'] as const
/** Those that have a place of their own in the draft; the others are traits of the person in every event. */
const ROOT_IDENTIFIERS: ReadonlySet<string> = new Set(['userId', 'anonymousId', 'klaviyoProfileId'])

/**
 * The steps of every builder, without the types: `EventBuilder` has those. Private fields keep the person out of
 * `inspect` and `JSON.stringify`.
 */
export abstract class EventSteps<Self> {
  readonly #props: BuilderProps

  constructor(props: BuilderProps) {
    this.#props = Object.freeze({ ...props, draft: Object.freeze(props.draft) })
    Object.freeze(this)
  }

  /** Whether a value is a builder. */
  static is(value: unknown): value is EventSteps<unknown> {
    return typeof value === 'object' && value !== null && #props in value
  }

  /** The event of a builder, whole or not. */
  static drafted(builder: EventSteps<unknown>): DraftedEvent {
    return draftEvent(builder.#props.draft)
  }

  /** Another builder of this kind. */
  protected abstract made(props: BuilderProps): Self

  /** What was said so far. No getter: an inspector may call those. */
  protected said(): EventDraft {
    return this.#props.draft
  }

  /** A new builder that says this too; what cannot be JSON is told when the event is made. */
  protected next(change: Partial<EventDraft>, issues: Given['issues'] = []): Self {
    const { draft, host } = this.#props
    return this.made({ host, draft: { ...draft, ...change, issues: [...draft.issues, ...issues] } })
  }

  /** What is said about the person: identifiers go where each belongs, the rest are traits. */
  protected withPerson({ values, issues }: Given): Self {
    const entries = Object.entries(values).filter(([key, value]) => value !== null || !isIdentifier(key))
    const root = entries.filter(([key]) => ROOT_IDENTIFIERS.has(key))
    const traits = entries.filter(([key]) => !ROOT_IDENTIFIERS.has(key))
    return this.next(
      { ...Object.fromEntries(root), traits: { ...this.said().traits, ...Object.fromEntries(traits) } },
      issues,
    )
  }

  user(user: object): Self {
    return this.withPerson(readGiven(user, 'user', IDENTIFIERS))
  }

  context(context: object): Self {
    const { values, issues } = readGiven(context, 'context', ['ip', 'location'])
    return this.next({ context: { ...this.said().context, ...values } }, issues)
  }

  timestamp(at: unknown): Self {
    const { value, issues } = readOne(at, 'timestamp')
    return this.next({ timestamp: value }, issues)
  }

  messageId(id: string): Self {
    if (typeof id === 'string' && id.trim() !== '') return this.next({ messageId: id })
    const message =
      '`messageId` is not a text, or blank: give a text, or leave the step out, since a builder has an id of its own.'
    return this.next({}, [{ path: 'messageId', code: 'NOT_USABLE', message }])
  }

  $if(condition: boolean, branch: (builder: Self) => unknown): Self {
    const builder = this.made(this.#props)
    if (!condition) return builder
    const branched = branch(builder)
    if (EventSteps.is(branched) && branched.#props.draft.type === this.#props.draft.type)
      return this.made(branched.#props)
    throw new TypeError('$if: the branch gave back no builder of this kind. Return what its last step returns.')
  }

  $call<T>(f: (builder: Self) => T): T {
    return f(this.made(this.#props))
  }

  toEvent(): JsonObject {
    const { event, issues } = draftEvent(this.#props.draft)
    const { type, messageId } = this.#props.draft
    if (issues.length > 0) throw new EventInvalidError({ type, messageId }, issues)
    return event
  }

  plan(): Plan {
    return this.#props.host.plan(draftEvent(this.#props.draft))
  }

  send(options?: SendOptions): Promise<Delivered> {
    return this.#props.host.send(draftEvent(this.#props.draft), options)
  }
}

function isIdentifier(key: string): boolean {
  return IDENTIFIERS.some((name) => name === key)
}
