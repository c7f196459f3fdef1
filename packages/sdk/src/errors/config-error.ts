import { KlaviyoError } from './klaviyo-error.ts'

/**
 * One fault of the settings: where, and how to mend it.
 * @example const shown = ({ path, code, message }: ConfigIssue) => `${path} (${code}): ${message}`
 */
export interface ConfigIssue {
  readonly path: string
  readonly code: string
  readonly message: string
}

/**
 * Settings are missing, unknown or wrong. `issues` names every fault at once. Mend the settings.
 * @example
 * try {
 *   createKlaviyo({ baseUrl: 'klaviyo' })
 * } catch (error) {
 *   if (error instanceof ConfigError) console.error(error.issues.map(({ path, message }) => `${path}: ${message}`))
 * }
 */
export class ConfigError extends KlaviyoError {
  override readonly name: string = 'ConfigError'
  readonly issues: readonly ConfigIssue[]

  constructor(issues: readonly ConfigIssue[]) {
    super('CONFIG_INVALID', issues.map((issue) => issue.message).join(' '))
    this.issues = issues
  }
}
