import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryWorkspace } from '../support/temporary-workspace.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import { runTool } from './run-tool.ts'

/** A package as it would be published. */
export interface PackedPackage extends AsyncDisposable {
  /** The tarball. */
  readonly tarball: string
  /** The folder that the tarball unpacks to. */
  readonly folder: string
}

/**
 * Builds and packs one of `packages`, as `pnpm pack` does it, from a copy: the build deletes `dist` first, and other
 * tests may be at work in the tree. `needed` are the other packages that it is built with.
 */
export async function packPackage(name: string, needed: readonly string[] = []): Promise<PackedPackage> {
  const workspace = await temporaryWorkspace(['tsconfig.base.json', 'LICENSE'], {
    // Its node_modules is a link to ours: nothing may be installed there.
    'pnpm-workspace.yaml': 'packages: [packages/*]\nverifyDepsBeforeRun: false\n',
  })
  try {
    for (const each of [name, ...needed]) {
      // The links of pnpm are relative, and have to lead into the copy.
      const options = { recursive: true, verbatimSymlinks: true }
      await cp(join(WORKSPACE_ROOT, 'packages', each), join(workspace.root, 'packages', each), options)
    }
    const packed = join(workspace.root, 'packed')
    await mkdir(packed)
    const pack = ['npx', '-y', 'pnpm@12', 'pack', '--pack-destination', packed] as const
    await runTool(pack, { cwd: join(workspace.root, 'packages', name) })
    const [file = 'no tarball'] = await readdir(packed)
    const tarball = join(packed, file)
    await runTool(['tar', '-xzf', tarball, '-C', packed], { cwd: packed })
    return {
      tarball,
      folder: join(packed, 'package'),
      [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
    }
  } catch (error) {
    await workspace[Symbol.asyncDispose]()
    throw error
  }
}
