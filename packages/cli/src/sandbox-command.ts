import { createSandbox } from '@rudder-klaviyo/sandbox'
import type { Command } from './commands.ts'
import { parseOptions } from './parse-options.ts'
import { isPortInUse, parsePort } from './port.ts'
import { untilStopped } from './until-stopped.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: rudder-klaviyo sandbox [options]

Runs a Klaviyo on this machine: it checks every request, keeps everything in memory and needs no account.

  --port N       0: any free one (default: SANDBOX_PORT, else 4010)
  --host NAME    default 127.0.0.1`

const OPTIONS = {
  options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
  help: HELP,
} as const

/** `rudder-klaviyo sandbox`: a Klaviyo on this machine. */
export const sandboxCommand: Command = {
  summary: 'a Klaviyo on this machine, for tests, demos and offline work',
  async run(args) {
    const options = parseOptions(args, OPTIONS)
    if (options === undefined) return 0
    const port = parsePort(
      options.port ?? process.env['SANDBOX_PORT'] ?? '4010',
      options.port === undefined ? 'SANDBOX_PORT' : '--port',
    )
    const sandbox = createSandbox()
    const stopped = untilStopped()
    const { url } = await sandbox.listen({ host: options.host, port }).catch((error: unknown) => {
      if (isPortInUse(error))
        throw new UsageError(
          `Port ${port} is in use: stop what listens there, or set --port or SANDBOX_PORT to another one.`,
        )
      throw error
    })
    process.stdout.write(`Sandbox   ${url}   what it holds: ${url}/sandbox\n`)
    await stopped
    await sandbox.close()
    return 0
  },
}
