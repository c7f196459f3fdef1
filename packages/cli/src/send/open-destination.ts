import type { Klaviyo, Logger } from '@rudder-klaviyo/sdk'
import { createFromOptions, type DestinationGiven } from '../create-from-options.ts'
import { UsageError } from '../usage-error.ts'

/** Where events go. */
export interface Destination extends AsyncDisposable {
  readonly klaviyo: Pick<Klaviyo, 'sendAll'>
  /** Its origin alone: a path or a query may be a secret. */
  readonly address: string
}

/** How a destination is told. */
export interface DestinationChoice extends DestinationGiven {
  /** A Klaviyo of this process, for a try. */
  readonly sandbox: boolean
  readonly logger: Logger
}

/** The variables that are read. */
export interface SendEnvironment {
  readonly KLAVIYO_API_KEY?: string | undefined
  readonly KLAVIYO_BASE_URL?: string | undefined
}

const KLAVIYO_ADDRESS = 'https://a.klaviyo.com'

/**
 * The Klaviyo of the environment and the options, or a sandbox.
 * @throws {UsageError} without a key, or with options that do not do
 */
export async function openDestination(choice: DestinationChoice, environment: SendEnvironment): Promise<Destination> {
  const { logger } = choice
  if (choice.sandbox) {
    const { createSandbox } = await import('@rudder-klaviyo/sandbox')
    const sandbox = createSandbox()
    const { url } = await sandbox.listen({ host: '127.0.0.1', port: 0 })
    const overrides = { apiKey: 'sandbox', accessToken: undefined, baseUrl: url, logger }
    const klaviyo = await createFromOptions(choice, () => overrides).catch(async (error: unknown) => {
      await sandbox.close()
      throw error
    })
    return { klaviyo, address: url, [Symbol.asyncDispose]: sandbox.close }
  }
  let address = KLAVIYO_ADDRESS
  const klaviyo = await createFromOptions(choice, (fromFile) => {
    const options = { ...fromFile, ...fromEnvironment(environment), logger }
    if (!hasKey(options)) throw missingKey()
    address = originOf('baseUrl' in options ? options.baseUrl : KLAVIYO_ADDRESS)
    return options
  })
  return { klaviyo, address, [Symbol.asyncDispose]: () => Promise.resolve() }
}

/** A blank variable is one that is not set. */
function fromEnvironment({ KLAVIYO_API_KEY, KLAVIYO_BASE_URL }: SendEnvironment): object {
  const apiKey = KLAVIYO_API_KEY?.trim() ?? ''
  const baseUrl = KLAVIYO_BASE_URL?.trim() ?? ''
  return {
    // A key of the environment stands for one of the file, of either kind.
    ...(apiKey === '' ? {} : { apiKey, accessToken: undefined }),
    ...(baseUrl === '' ? {} : { baseUrl }),
  }
}

function hasKey(options: object): boolean {
  return ['apiKey', 'accessToken'].some((name) => Reflect.get(options, name) !== undefined)
}

function originOf(address: unknown): string {
  if (typeof address === 'string' && URL.canParse(address)) return new URL(address).origin
  throw new UsageError('KLAVIYO_BASE_URL (or `baseUrl`) must be an address, such as http://127.0.0.1:4010.')
}

function missingKey(): UsageError {
  return new UsageError(
    'Sending needs a key: set KLAVIYO_API_KEY to a private key of the Klaviyo account. For a try without an account: --sandbox.',
  )
}
