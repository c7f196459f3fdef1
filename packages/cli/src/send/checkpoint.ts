import type { Counts } from './counts.ts'
import type { Position } from './entry.ts'
import type { FileIdentity } from './file-identity.ts'
import type { RejectedFile } from './rejected-file.ts'
import { saveState } from './state-file.ts'

/** Everything of a state that stays the same during a run. */
export interface CheckpointOptions {
  readonly path: string
  readonly klaviyo: string
  readonly files: readonly FileIdentity[]
  readonly rejected: RejectedFile
}

/** How far a run is, as a checkpoint takes it. */
export interface Progressed {
  readonly position: Position
  readonly counts: Counts
}

/** Records how far a run has come. */
export type Checkpoint = (progressed: Progressed, isFinished?: boolean) => Promise<void>

/** Writes states. The rejected events go to the disk first: a state must not speak of what is not there. */
export function createCheckpoint({ path, klaviyo, files, rejected }: CheckpointOptions): Checkpoint {
  return async ({ position, counts }, isFinished = false) => {
    const rejectedBytes = rejected.sizeBytes()
    await rejected.sync()
    await saveState(path, {
      rudderKlaviyoSend: 1,
      klaviyo,
      files: [...files],
      position: { ...position },
      counts: { ...counts },
      rejected: { file: rejected.path, sizeBytes: rejectedBytes },
      isFinished,
    })
  }
}
