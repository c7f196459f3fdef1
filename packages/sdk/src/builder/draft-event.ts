import { KLAVIYO_PROFILE_ID } from '../event/external-id.ts'
import type { EventIssue } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import type { EventDraft } from './event-draft.ts'

/** An event that a builder made, and what it cannot say. */
export interface DraftedEvent {
  readonly event: JsonObject
  readonly issues: readonly EventIssue[]
}

/** The plain RudderStack event of a draft. Who the person is goes where every type of event has it: into `context`. */
export function draftEvent(draft: EventDraft): DraftedEvent {
  const { type, messageId, timestamp, userId, anonymousId } = draft
  const event = defined({
    type,
    ...subjectOf(draft),
    messageId,
    userId,
    anonymousId,
    timestamp,
    properties: filled(draft.properties, draft.revenue),
    traits: decisionOf(draft),
    context: filled(draft.context, { traits: filled(draft.traits, draft.append, draft.unappend) }, externalId(draft)),
    integrations: integrationsOf(draft),
  })
  return { event, issues: [...draft.issues, ...patchIssues(draft)] }
}

function subjectOf({ type, subject }: EventDraft): JsonObject {
  switch (type) {
    case 'identify':
      return {}
    case 'track':
      return { event: subject }
    case 'group':
      return { groupId: subject }
    case 'screen':
      return { name: subject }
  }
}

/** In a group event the traits are those of the group; in an identify event `traits.properties` decides. */
function decisionOf({ type, decision }: EventDraft): JsonObject | undefined {
  if (decision === undefined) return undefined
  const { subscribe, listId, consent, customSource } = decision
  return type === 'group'
    ? defined({ subscribe, consent, custom_source: customSource })
    : Object.freeze({ properties: defined({ subscribe, listId, consent }) })
}

function externalId({ klaviyoProfileId: id }: EventDraft): JsonObject {
  return id === undefined ? {} : { externalId: Object.freeze([Object.freeze({ type: KLAVIYO_PROFILE_ID, id })]) }
}

function integrationsOf({ append, unappend, unset }: EventDraft): JsonObject | undefined {
  const klaviyo = defined({
    fieldsToAppend: namesOf(append),
    fieldsToUnappend: namesOf(unappend),
    fieldsToUnset: unset.length === 0 ? undefined : Object.freeze([...unset]),
  })
  return Object.keys(klaviyo).length === 0 ? undefined : Object.freeze({ Klaviyo: klaviyo })
}

const namesOf = (values: JsonObject) =>
  Object.keys(values).length === 0 ? undefined : Object.freeze(Object.keys(values))

/** RudderStack's words have one value per name: a property cannot gain one item and lose another in one event. */
function patchIssues({ append, unappend }: EventDraft): readonly EventIssue[] {
  return Object.keys(unappend)
    .filter((name) => Object.hasOwn(append, name) && JSON.stringify(append[name]) !== JSON.stringify(unappend[name]))
    .map((name) => ({
      path: `integrations.Klaviyo.${name}`,
      code: 'NOT_USABLE',
      message: `\`${name}\` is in \`append\` and in \`unappend\` with two values, and an event has room for one: send two events.`,
    }))
}

/** The parts in one, without what is not there; `undefined` when nothing is. */
function filled(...parts: readonly JsonObject[]): JsonObject | undefined {
  const whole = defined(Object.fromEntries(parts.flatMap((part) => Object.entries(part))))
  return Object.keys(whole).length === 0 ? undefined : whole
}

function defined(object: JsonObject): JsonObject {
  return Object.freeze(Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)))
}
