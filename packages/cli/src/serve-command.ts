import { readConfig, startGateway, type GatewayConfig, type SandboxAddress } from '@rudder-klaviyo/gateway'
import { createSandbox, type Sandbox } from '@rudder-klaviyo/sandbox'
import { ConfigError } from '@rudder-klaviyo/sdk'
import type { Run } from './command.ts'
import { parseOptions } from './parse-options.ts'
import { isPortInUse } from './port.ts'
import { untilStopped } from './until-stopped.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: rudder-klaviyo serve

Runs the gateway. Without KLAVIYO_API_KEY it starts a sandbox beside it and uses no Klaviyo account. Settings are
environment variables: PORT, SANDBOX_PORT, HOST, DATA_DIR, WRITE_KEY, ADMIN_KEY, KLAVIYO_API_KEY, KLAVIYO_BASE_URL, …
(all of them: README of the gateway). The sandbox listens on 127.0.0.1, whatever HOST is.`

/** `rudder-klaviyo serve`: the gateway, and a sandbox where there is no Klaviyo account. */
export const serve: Run = async (args) => {
  if (parseOptions(args, { options: {}, help: HELP }) === undefined) return 0
  const config = readConfigOrExplain()
  const stopped = untilStopped()
  const sandbox = config.klaviyo === undefined ? await startSandbox(config) : undefined
  const gateway = await startGateway({ config, sandbox: sandbox?.address }).catch(async (error: unknown) => {
    await sandbox?.close()
    throw error instanceof Error ? new UsageError(error.message, { cause: error }) : error
  })
  process.stdout.write(`${addresses(gateway.url, sandbox?.address, config)}\n`)
  await stopped
  await gateway.stop()
  await sandbox?.close()
  return 0
}

function readConfigOrExplain(): GatewayConfig {
  try {
    return readConfig()
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.issues.map((issue) => issue.message).join('\n'))
    throw error
  }
}

async function startSandbox({
  sandboxPort,
}: GatewayConfig): Promise<{ address: SandboxAddress; close: Sandbox['close'] }> {
  const sandbox = createSandbox()
  // Not on HOST: it has no access control.
  const { url } = await sandbox.listen({ host: '127.0.0.1', port: sandboxPort }).catch((error: unknown) => {
    if (isPortInUse(error)) {
      throw new UsageError(
        `Port ${sandboxPort} is in use: stop what listens there, or set SANDBOX_PORT to another one.`,
      )
    }
    throw error
  })
  return { address: { baseUrl: url, apiKey: 'sandbox' }, close: sandbox.close }
}

function addresses(url: string, sandbox: SandboxAddress | undefined, { klaviyo }: GatewayConfig): string {
  const lines = [`Gateway    ${url}/graphql   open it in a browser and run the first mutation`]
  if (sandbox === undefined) {
    // Its origin alone: a path or a query may be a secret.
    const { origin } = new URL(klaviyo?.baseUrl ?? 'https://a.klaviyo.com')
    return [...lines, `Klaviyo    ${origin}   events reach this account`].join('\n')
  }
  return [
    ...lines,
    `Sandbox    ${sandbox.baseUrl}/sandbox   what Klaviyo would hold now`,
    'No Klaviyo account is used: events go to the sandbox on this machine. Ctrl-C stops both.',
  ].join('\n')
}
