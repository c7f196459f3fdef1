import type { EventType } from '../event/event.ts'
import type { EventIssue } from '../event/issue.ts'
import type { Json, JsonObject } from '../event/json.ts'

/** What somebody decided about a list. */
export interface Decision {
  readonly subscribe: boolean
  readonly listId?: Json
  readonly consent?: Json
  readonly customSource?: Json
}

/** What the steps of a builder have said so far, as JSON. Never changed: a step makes a new one. */
export interface EventDraft {
  readonly type: EventType
  /** The name of the event or the screen, or the list of the group. */
  readonly subject: Json | undefined
  readonly messageId: string
  readonly timestamp: Json | undefined
  readonly userId: Json | undefined
  readonly anonymousId: Json | undefined
  readonly klaviyoProfileId: Json | undefined
  /** `ip` and `location`. */
  readonly context: JsonObject
  /** Of the person; its email, phone and `_kx` too. */
  readonly traits: JsonObject
  readonly properties: JsonObject
  /** `revenue` and `currency`. */
  readonly revenue: JsonObject
  readonly append: JsonObject
  readonly unappend: JsonObject
  readonly unset: readonly Json[]
  readonly decision: Decision | undefined
  /** What was said and cannot be JSON. */
  readonly issues: readonly EventIssue[]
}

/** Where every builder begins. */
export const EMPTY_DRAFT: Omit<EventDraft, 'type' | 'subject' | 'messageId'> = {
  timestamp: undefined,
  userId: undefined,
  anonymousId: undefined,
  klaviyoProfileId: undefined,
  context: {},
  traits: {},
  properties: {},
  revenue: {},
  append: {},
  unappend: {},
  unset: [],
  decision: undefined,
  issues: [],
}
