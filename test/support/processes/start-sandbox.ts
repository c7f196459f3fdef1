import { CLI } from './cli.ts'
import { readBack, type ReadBack } from './read-back.ts'
import { startProcess, type StartedProcess } from './start-process.ts'

/** A sandbox in a process of its own. */
export interface SandboxProcess extends AsyncDisposable {
  readonly url: string
  readonly process: StartedProcess
  /** What it holds. */
  readonly read: ReadBack
}

/** Starts `rudder-klaviyo sandbox` on a free port and waits until it listens. */
export async function startSandbox(): Promise<SandboxProcess> {
  const started = startProcess([...CLI, 'sandbox', '--port', '0'])
  try {
    const [, url = ''] = await started.untilPrinted(/^Sandbox +(\S+)/m)
    return { url, process: started, read: readBack(url), [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() }
  } catch (error) {
    await started[Symbol.asyncDispose]()
    throw error
  }
}
