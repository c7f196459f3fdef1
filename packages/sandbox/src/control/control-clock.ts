import * as z from 'zod'
import type { Control, ControlSurroundings } from './control.ts'
import { parsedBody } from './parsed-body.ts'
import { plainJson } from './plain-json.ts'

const YEAR_MS = 365 * 24 * 60 * 60_000

const move = z.strictObject({ advanceMs: z.number().nonnegative().max(YEAR_MS) })

/** `/sandbox/clock`: GET tells the time, POST `{"advanceMs": 60000}` moves it on. */
export const controlClock: Control = ({ method, body }, surroundings) => {
  if (method === 'GET') return plainJson(200, timeOf(surroundings))
  if (method !== 'POST') return undefined
  const { data } = move.safeParse(parsedBody(body))
  if (data === undefined) {
    return plainJson(400, { error: `Send {"advanceMs": N} with N from 0 to ${YEAR_MS}: the clock only goes forward.` })
  }
  return surroundings.advance(data.advanceMs).then(() => plainJson(200, timeOf(surroundings)))
}

/** The time, and how far it was moved. */
function timeOf({ now, aheadMs }: ControlSurroundings) {
  const nowMs = now()
  return { now: new Date(nowMs).toISOString(), nowMs, aheadMs: aheadMs() }
}
