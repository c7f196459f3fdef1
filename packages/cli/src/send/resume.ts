import { resolve } from 'node:path'
import { UsageError } from '../usage-error.ts'
import { differenceOf, type FileIdentity } from './file-identity.ts'
import type { SendState } from './send-state.ts'

/** What a run is about to do, to be compared with what a former one did. */
export interface Intent {
  readonly statePath: string
  readonly klaviyo: string
  readonly files: readonly FileIdentity[]
  readonly rejectedPath: string
}

/**
 * Makes sure that a run goes on with the same thing.
 * @throws {UsageError} that names everything that differs
 */
export function expectSameRun({ statePath, klaviyo, files, rejectedPath }: Intent, state: SendState): void {
  const differences = [
    ...(state.klaviyo === klaviyo ? [] : [`events went to ${state.klaviyo}, and would go to ${klaviyo}`]),
    ...(state.files.length === files.length ? [] : [`there were ${state.files.length} files, and are ${files.length}`]),
    ...state.files.flatMap((recorded, index) => {
      const now = files[index]
      return (now === undefined ? undefined : differenceOf(recorded, now)) ?? []
    }),
    ...(state.rejected.file === resolve(rejectedPath)
      ? []
      : [`rejected events went to ${state.rejected.file}, and would go to ${resolve(rejectedPath)}`]),
  ]
  if (differences.length === 0) return
  throw new UsageError(
    [
      `--state ${statePath} belongs to another run:`,
      ...differences.map((difference) => `  ${difference}`),
      'Give what that run was given, or name another state file.',
    ].join('\n'),
  )
}
