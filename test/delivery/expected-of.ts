import { type KlaviyoState, stateOfModel } from './klaviyo-state.ts'
import { createModel, type Decision, type ModelOptions, type Verdict } from './model.ts'
import type { Stream } from './step.ts'

/** What must come out of a stream. */
export interface Expected {
  /** For each event, in order. */
  readonly verdicts: readonly Verdict[]
  readonly state: KlaviyoState
  readonly decisions: readonly Decision[]
}

/** What sending the events one by one in order comes to. */
export function expectedOf(stream: Stream, switches: Pick<ModelOptions, 'unsubscribeOffListIsGlobal'> = {}): Expected {
  const model = createModel({ ...stream, ...switches })
  const verdicts = stream.steps.map((step) => model.apply(step))
  return { verdicts, state: stateOfModel(model), decisions: model.decisions }
}
