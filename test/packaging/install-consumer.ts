import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder, type TemporaryFolder } from '../support/processes/temporary-folder.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import type { PackedPackage } from './pack-package.ts'
import { runTool } from './run-tool.ts'

interface InstallOptions {
  readonly sdk: PackedPackage
  /** Also what only runs the consumer: runtimes, compilers, bundlers. */
  readonly tools: boolean
}

/** Copies one of `test/consumers` to a folder of its own and installs what its package.json names. */
export async function installConsumer(name: string, { sdk, tools }: InstallOptions): Promise<TemporaryFolder> {
  const folder = await temporaryFolder()
  try {
    await copyConsumer(name, folder.path)
    await cp(sdk.tarball, join(folder.path, 'sdk.tgz'))
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--prefer-offline']
    await runTool(['npm', 'install', ...quiet, ...(tools ? [] : ['--omit=dev'])], { cwd: folder.path })
    return folder
  } catch (error) {
    await folder[Symbol.asyncDispose]()
    throw error
  }
}

/** Copies one of `test/consumers`, for one that shares what is installed in a folder above. */
export async function copyConsumer(name: string, folder: string): Promise<void> {
  await cp(join(WORKSPACE_ROOT, 'test', 'consumers', name), folder, { recursive: true })
}
