import type { EventType } from '../event/event.ts'
import type { BuilderHost } from './builder-host.ts'
import { EMPTY_DRAFT } from './event-draft.ts'
import type { BuilderProps } from './event-steps.ts'
import { GroupSteps } from './group-steps.ts'
import { IdentifySteps } from './identify-steps.ts'
import { ScreenSteps, TrackSteps } from './metric-steps.ts'
import { readOne } from './read-given.ts'

/** The first step of each kind of event. */
export interface BuilderStart {
  identify(user?: object): IdentifySteps
  track(event: unknown): TrackSteps
  group(groupId: unknown): GroupSteps
  screen(name: unknown): ScreenSteps
}

/** Starts builders. Each start is a new event with a messageId of its own. */
export function startBuilder(host: BuilderHost): BuilderStart {
  return {
    identify: (user = {}) => new IdentifySteps(propsOf('identify', undefined, host)).user(user),
    track: (event) => new TrackSteps(propsOf('track', event, host)),
    group: (groupId) => new GroupSteps(propsOf('group', groupId, host)),
    screen: (name) => new ScreenSteps(propsOf('screen', name, host)),
  }
}

const SUBJECTS = { identify: '', track: 'event', group: 'groupId', screen: 'name' } as const

function propsOf(type: EventType, given: unknown, host: BuilderHost): BuilderProps {
  const { value, issues } = readOne(given, SUBJECTS[type])
  return { host, draft: { ...EMPTY_DRAFT, type, subject: value, messageId: crypto.randomUUID(), issues } }
}
