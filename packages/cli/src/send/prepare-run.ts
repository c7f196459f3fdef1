import { resolve } from 'node:path'
import { createCheckpoint, type Checkpoint, type Progressed } from './checkpoint.ts'
import { NO_COUNTS } from './counts.ts'
import { identitiesOf } from './file-identity.ts'
import type { Input } from './input.ts'
import { lockState } from './lock-state.ts'
import { openRejectedFile, type RejectedFile } from './rejected-file.ts'
import { expectSameRun } from './resume.ts'
import { loadState } from './state-file.ts'

/** Where a run starts, and where it records what becomes of it. */
export interface PreparedRun extends AsyncDisposable {
  readonly from: Progressed
  readonly rejected: RejectedFile | undefined
  readonly checkpoint: Checkpoint | undefined
  /** A former run settled everything. */
  readonly isFinished: boolean
}

/** What a run was given. */
export interface RunChoice {
  readonly inputs: readonly Input[]
  readonly klaviyo: string
  readonly statePath: string | undefined
  readonly rejectedPath: string | undefined
}

const START: Progressed = { position: { fileIndex: 0, line: 0 }, counts: NO_COUNTS }

/**
 * Prepares a run: a fresh one, or one that goes on where a state says.
 * @throws {UsageError} when the state is another run's or in use, or the rejected file is not as it should be
 */
export async function prepareRun(choice: RunChoice): Promise<PreparedRun> {
  const { statePath, rejectedPath } = choice
  if (statePath !== undefined) return prepareResumable(choice, statePath)
  const rejected = rejectedPath === undefined ? undefined : await openRejectedFile(rejectedPath, undefined)
  return {
    from: START,
    rejected,
    checkpoint: undefined,
    isFinished: false,
    [Symbol.asyncDispose]: async () => rejected?.close(),
  }
}

async function prepareResumable(
  { inputs, klaviyo, rejectedPath: given }: RunChoice,
  statePath: string,
): Promise<PreparedRun> {
  const rejectedPath = resolve(given ?? `${statePath}.rejected`)
  const files = await identitiesOf(inputs)
  await using opened = new AsyncDisposableStack()
  opened.use(await lockState(statePath))
  const state = await loadState(statePath)
  if (state !== undefined) expectSameRun({ statePath, klaviyo, files, rejectedPath }, state)
  const from = state ?? START
  const rejected = await openRejectedFile(rejectedPath, state?.rejected.sizeBytes)
  opened.defer(() => rejected.close())
  const checkpoint = createCheckpoint({ path: statePath, klaviyo, files, rejected })
  // Before anything is sent: from here on, what the rejected file holds is this run's.
  if (state === undefined) await checkpoint(START)
  const kept = opened.move()
  return {
    from,
    rejected,
    checkpoint,
    isFinished: state?.isFinished ?? false,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
