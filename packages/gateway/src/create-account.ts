import { createCall } from '@rudder-klaviyo/sdk/stages'
import type { Account } from './accept/account.ts'
import type { GatewayConfig } from './config.ts'

/** A Klaviyo that runs beside the gateway and needs no account. */
export interface SandboxAddress {
  readonly baseUrl: string
  /** Any text will do for a sandbox. */
  readonly apiKey: string
}

/**
 * The account of the configuration: a real one is `default`, that of the sandbox `sandbox`. The name is part of every
 * event that is kept, so what was accepted for the sandbox never reaches a real account, on the same folder too.
 * @throws {Error} when the configuration has no Klaviyo key and there is no sandbox
 */
export function createAccount(
  { klaviyo, settings }: Pick<GatewayConfig, 'klaviyo' | 'settings'>,
  sandbox: SandboxAddress | undefined,
): Account {
  const target = klaviyo ?? sandbox
  if (target === undefined) {
    throw new Error('There is nowhere to deliver to: set KLAVIYO_API_KEY, or start a sandbox and pass its address.')
  }
  const { revision } = settings
  const { apiKey, baseUrl } = target
  return {
    name: klaviyo === undefined ? 'sandbox' : 'default',
    settings,
    call: createCall({ apiKey, baseUrl, revision }),
  }
}
