import type { Surroundings } from '../answer-operation.ts'
import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import type { MovableClock } from '../state/movable-clock.ts'
import { controlClock } from './control-clock.ts'
import { controlFaults } from './control-faults.ts'
import { controlIdle } from './control-idle.ts'
import { JOBS_PATH, controlJobs } from './control-jobs.ts'
import { readViolations } from './read-violations.ts'

/** Everything that a control can touch. */
export interface ControlSurroundings extends Surroundings, Pick<MovableClock, 'advance' | 'aheadMs'> {
  /** Forgets everything that arrived. */
  readonly clear: () => void
}

/** A request to one of the controls. */
export type ControlRequest = SandboxRequest & { readonly body: string }

/** What stands at an address: how each method is answered. */
export type Control = (
  request: ControlRequest,
  surroundings: ControlSurroundings,
) => SandboxResponse | Promise<SandboxResponse> | undefined

const CONTROLS: Readonly<Record<string, Control>> = {
  '/sandbox': ({ method }, { clear }) => {
    if (method !== 'DELETE') return undefined
    clear()
    return { status: 204, headers: {} }
  },
  '/sandbox/faults': controlFaults,
  '/sandbox/clock': controlClock,
  '/sandbox/idle': controlIdle,
  '/sandbox/violations': readViolations,
}

/** Answers what steers the sandbox, or tells of what it watches. `undefined` for any other request. */
export const control: Control = (request, surroundings) => {
  const path = request.url.pathname.replace(/\/+$/, '')
  return (JOBS_PATH.test(path) ? controlJobs : CONTROLS[path])?.(request, surroundings)
}
