import { createSandbox } from '@rudder-klaviyo/sandbox'
import type { Run } from './command.ts'
import { parseOptions } from './parse-options.ts'
import { isPortInUse, parsePort } from './port.ts'
import { SANDBOX_HELP, SANDBOX_OPTIONS, readSandboxOptions } from './sandbox-options.ts'
import { untilStopped } from './until-stopped.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: rudder-klaviyo sandbox [options]

Runs a Klaviyo on this machine: it checks every request, keeps everything in memory and needs no account.

  --port N             0: any free one (default: SANDBOX_PORT, else 4010)
  --host NAME          default 127.0.0.1. There is no access control: on another address, whoever reaches it reads and
                       deletes everything
${SANDBOX_HELP}

While it runs, under /sandbox: what it holds, /sandbox/violations (what a client that keeps the rules never causes),
/sandbox/faults, and /sandbox/clock, which moves its time on.`

const OPTIONS = {
  options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' }, ...SANDBOX_OPTIONS },
  help: HELP,
} as const

/** `rudder-klaviyo sandbox`: a Klaviyo on this machine. */
export const sandbox: Run = async (args) => {
  const options = parseOptions(args, OPTIONS)
  if (options === undefined) return 0
  const port = parsePort(
    options.port ?? process.env['SANDBOX_PORT'] ?? '4010',
    options.port === undefined ? 'SANDBOX_PORT' : '--port',
  )
  const klaviyo = createSandbox(await readSandboxOptions(options))
  const stopped = untilStopped()
  const { url } = await klaviyo.listen({ host: options.host, port }).catch((error: unknown) => {
    if (isPortInUse(error))
      throw new UsageError(
        `Port ${port} is in use: stop what listens there, or set --port or SANDBOX_PORT to another one.`,
      )
    throw error
  })
  process.stdout.write(`Sandbox   ${url}   what it holds: ${url}/sandbox\n`)
  await stopped
  await klaviyo.close()
  return 0
}
