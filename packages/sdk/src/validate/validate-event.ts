import type * as z from 'zod/mini'
import { EventInvalidError } from '../errors/event-invalid-error.ts'
import type { EventIssue, EventIssueCode } from '../event/issue.ts'
import type { Json } from '../event/json.ts'
import { newNotes, type Notes } from '../event/notes.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import { trimmed } from '../event/trimmed.ts'
import { EVENT_SCHEMAS, isWellFormed, type ReadType } from './event-shape.ts'
import { decisionFault } from './required-fields.ts'
import type { Settings } from './settings.ts'

/** An event whose shape is known, and what there is to say about it so far. */
export interface ValidEvent {
  readonly event: EventRecord
  readonly type: ReadType
  readonly notes: Notes
}

const isReadType = (type: string): type is ReadType =>
  type === 'identify' || type === 'track' || type === 'group' || type === 'screen' || type === 'page'

/**
 * Checks the shape of an event. A container of the wrong kind is left out with a warning; a required field that is
 * missing is an issue in the notes, so that later stages can add theirs.
 * @throws {EventInvalidError} when the event is no object or its type is not supported: nothing more can be said then
 */
export function validateEvent(raw: unknown, settings: Settings): ValidEvent {
  if (!isRecord(raw)) {
    throw new EventInvalidError({}, [
      {
        path: '',
        code: 'NOT_USABLE',
        message: 'The event is not a JSON object: give one such as {"type":"identify","userId":"…"}.',
      },
    ])
  }
  const type = readTypeOf(raw, settings)
  if (type === undefined) throw new EventInvalidError({ messageId: messageIdOf(raw) }, [typeIssue(raw['type'])])
  const notes = newNotes()
  if (isWellFormed(raw, type)) return { event: raw, type, notes }
  const parsed = EVENT_SCHEMAS[type].safeParse(raw)
  const event = parsed.success ? raw : withoutFaults(raw, parsed.error.issues, notes)
  return { event, type, notes }
}

/** The messageId of an event as a text, `undefined` when it has none that is usable. */
export function messageIdOf(event: unknown): string | undefined {
  if (!isRecord(event)) return undefined
  const id = event['messageId']
  if (typeof id === 'string') return trimmed(id) || undefined
  return typeof id === 'number' && Number.isFinite(id) ? String(id) : undefined
}

/** The type of an event when it is one that is mapped with these settings; its case does not matter. */
export function readTypeOf(event: unknown, settings: Settings): ReadType | undefined {
  const given = isRecord(event) ? event['type'] : undefined
  if (typeof given !== 'string') return undefined
  const type = isReadType(given) ? given : given.toLowerCase()
  return isReadType(type) && (type !== 'page' || settings.pageAsTrack) ? type : undefined
}

function typeIssue(given: Json | undefined): EventIssue {
  const remedy = 'Klaviyo has a counterpart for identify, track, group and screen.'
  if (given === undefined || given === null || given === '') {
    return { path: 'type', code: 'REQUIRED', message: `\`type\` is missing: ${remedy}` }
  }
  if (typeof given !== 'string')
    return { path: 'type', code: 'NOT_USABLE', message: `\`type\` is not a text: ${remedy}` }
  const type = given.toLowerCase()
  const option = type === 'page' ? ' The option `pageAsTrack` makes an event of a page.' : ''
  return {
    path: 'type',
    code: 'TYPE_NOT_SUPPORTED',
    message: `Type "${shortened(type)}" is not supported: ${remedy}${option}`,
  }
}

const MAX_QUOTED_LENGTH = 40
const shortened = (text: string) => (text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text)

/** A copy of the event without the containers that are of the wrong kind. */
function withoutFaults(raw: EventRecord, issues: readonly z.core.$ZodIssue[], notes: Notes): EventRecord {
  let event = raw
  for (const issue of issues) {
    const path = issue.path.map(String)
    const code = requiredCode(issue)
    if (code !== undefined) notes.issues.push({ path: path.join('.'), code, message: issue.message })
    else if (path.join('.') === 'traits' && issue.code === 'invalid_type') {
      // Only a group event needs `traits`: what it lacks is the decision.
      const fault = decisionFault(undefined)
      if (fault !== undefined) notes.issues.push({ path: 'traits.subscribe', ...fault })
    } else {
      notes.warnings.push({
        path: path.join('.'),
        code: 'NOT_USABLE',
        message: `\`${path.join('.')}\` ${issue.message} and was left out.`,
      })
      event = without(event, path)
    }
  }
  return event
}

function requiredCode(issue: z.core.$ZodIssue): EventIssueCode | undefined {
  // Set by `required` in event-shape.ts, where it has this type.
  return issue.code === 'custom' ? (issue.params?.['code'] as EventIssueCode | undefined) : undefined
}

function without(event: EventRecord, [key = '', ...rest]: readonly string[]): EventRecord {
  const child = event[key]
  const kept = rest.length > 0 && isRecord(child) ? without(child, rest) : undefined
  return { ...event, [key]: kept }
}
