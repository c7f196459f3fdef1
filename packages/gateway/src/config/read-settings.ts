import { ConfigError, type ConfigIssue, type Settings } from '@rudder-klaviyo/sdk'
import { resolveSettings } from '@rudder-klaviyo/sdk/stages'

const toText = (text: string): unknown => text
const toList = (text: string): unknown => text.split(',').map((item) => item.trim())
const toBoolean = (text: string): unknown => (text === 'true' ? true : text === 'false' ? false : text)
const toNumber = (text: string): unknown => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text))

/** The options of the mapping that the environment can set. What is not of the right type goes on as it is, to be refused. */
const OPTIONS = {
  revision: { variable: 'KLAVIYO_REVISION', read: toText },
  listId: { variable: 'KLAVIYO_LIST_ID', read: toText },
  consent: { variable: 'KLAVIYO_CONSENT', read: toList },
  flattenProperties: { variable: 'KLAVIYO_FLATTEN_PROPERTIES', read: toBoolean },
  enforceEmailAsPrimary: { variable: 'KLAVIYO_ENFORCE_EMAIL_AS_PRIMARY', read: toBoolean },
  defaultCountry: { variable: 'KLAVIYO_DEFAULT_COUNTRY', read: toText },
  rateShare: { variable: 'KLAVIYO_RATE_SHARE', read: toNumber },
  consentGapMs: { variable: 'KLAVIYO_CONSENT_GAP_MS', read: toNumber },
} as const satisfies { readonly [Option in keyof Settings]?: { variable: string; read: (text: string) => unknown } }

/** The options that are set, checked; `settings` is `undefined` when something is wrong with them. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): {
  readonly settings: Settings | undefined
  readonly issues: readonly ConfigIssue[]
} {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).flatMap(([option, { variable, read }]) => {
      const text = environment[variable]
      return text === undefined ? [] : [[option, read(text)]]
    }),
  )
  try {
    return { settings: resolveSettings(options), issues: [] }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { settings: undefined, issues: error.issues.map(byVariable) }
  }
}

/** The same fault in the words of the environment. */
function byVariable(issue: ConfigIssue): ConfigIssue {
  const [option = ''] = issue.path.split('.', 1)
  const known = Object.entries(OPTIONS).find(([name]) => name === option)
  if (known === undefined) return issue
  const { variable } = known[1]
  return { ...issue, path: variable, message: issue.message.replace(`Option \`${issue.path}\``, variable) }
}
