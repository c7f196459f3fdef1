import {
  ConfigError,
  createKlaviyo,
  type Consent,
  type Klaviyo,
  type KlaviyoOptions,
  type NoPlan,
  type Revision,
} from '@rudder-klaviyo/sdk'
import { readConfigFile } from './read-config-file.ts'
import { UsageError } from './usage-error.ts'

/** The options that commands share which work on events. */
export const DESTINATION_OPTIONS = { config: { type: 'string' }, revision: { type: 'string' } } as const

/** Their lines of `--help`. */
export const DESTINATION_HELP = `  --config FILE      options of the destination as JSON: revision, listId, consent, …
  --revision DATE    the revision of Klaviyo's API; wins over the file`

type Given = KlaviyoOptions<Revision, string | undefined, readonly Consent[] | undefined, NoPlan>

/** What a person gave of {@link DESTINATION_OPTIONS}. */
export interface DestinationGiven {
  config?: string | undefined
  revision?: string | undefined
}

/**
 * The SDK with the options of a file and of the command line. Those of `more` win over both.
 * @throws {UsageError} that names every fault of them
 */
export async function createFromOptions(
  given: DestinationGiven,
  more: (options: object) => object = () => ({}),
): Promise<Pick<Klaviyo, 'plan' | 'explain' | 'sendAll'>> {
  const fromFile = given.config === undefined ? {} : await readConfigFile(given.config)
  const fromLine = given.revision === undefined ? {} : { revision: given.revision }
  try {
    // What a person wrote: createKlaviyo checks it, and says what is wrong with it.
    return createKlaviyo({ ...fromFile, ...fromLine, ...more(fromFile) } as Given)
  } catch (error) {
    if (error instanceof ConfigError) {
      const where = given.config === undefined ? '' : `In --config ${given.config}: `
      throw new UsageError(error.issues.map((issue) => where + issue.message).join('\n'))
    }
    throw error
  }
}
