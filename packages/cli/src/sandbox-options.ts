import { readFile } from 'node:fs/promises'
import {
  DEFAULT_SWITCHES,
  type FaultRule,
  InvalidFaultsError,
  type Mode,
  type SandboxOptions,
  type Switches,
  parseFaults,
} from '@rudder-klaviyo/sandbox'
import { UsageError } from './usage-error.ts'

/** The options of a sandbox on the command line, for `parseOptions`. */
export const SANDBOX_OPTIONS = {
  mode: { type: 'string' },
  seed: { type: 'string' },
  'job-ms': { type: 'string' },
  'no-rate-limits': { type: 'boolean' },
  'other-users': { type: 'string' },
  'consent-gap-ms': { type: 'string' },
  switch: { type: 'string', multiple: true },
  faults: { type: 'string' },
} as const

/** Their lines of `--help`. */
export const SANDBOX_HELP = `  --mode NAME          fifo: what is answered with "later" takes effect in the order of the requests (default);
                       shuffled: in any order
  --seed N             everything that looks random follows from this whole number (default 1)
  --job-ms N           how long a bulk import job takes, in milliseconds (default 0)
  --no-rate-limits     refuse no call with 429
  --other-users SHARE  the part of each rate window that others use up, from 0 to 1 (default 0)
  --consent-gap-ms N   opposite consent changes of a profile closer together than this are a violation (default 10000)
  --switch NAME=on     or NAME=off, where Klaviyo's behaviour is not certain; may be given several times:
${Object.entries(DEFAULT_SWITCHES)
  .map(([name, isOn]) => `                       ${name} (default ${isOn ? 'on' : 'off'})`)
  .join('\n')}
  --faults FILE        what goes wrong: a JSON list of rules, such as
                       [{"kind":"status","status":503,"operations":["create_event"],"count":3}]
                       (all kinds: README of the sandbox). While it runs: POST /sandbox/faults`

/** What a person gave of {@link SANDBOX_OPTIONS}. */
export interface SandboxGiven {
  readonly mode?: string | undefined
  readonly seed?: string | undefined
  readonly 'job-ms'?: string | undefined
  readonly 'no-rate-limits'?: boolean | undefined
  readonly 'other-users'?: string | undefined
  readonly 'consent-gap-ms'?: string | undefined
  readonly switch?: readonly string[] | undefined
  readonly faults?: string | undefined
}

/**
 * The options of a sandbox as a person wrote them.
 * @throws {UsageError} for a value that does not fit, or a file of faults that cannot be used
 */
export async function readSandboxOptions(given: SandboxGiven): Promise<SandboxOptions> {
  return {
    ...(given.mode === undefined ? {} : { mode: modeOf(given.mode) }),
    ...(given.seed === undefined ? {} : { seed: wholeNumber(given.seed, '--seed') }),
    ...(given['job-ms'] === undefined ? {} : { jobMs: wholeNumber(given['job-ms'], '--job-ms') }),
    ...(given['no-rate-limits'] === true ? { rateLimits: false } : {}),
    ...(given['other-users'] === undefined ? {} : { otherUsers: shareOf(given['other-users']) }),
    ...(given['consent-gap-ms'] === undefined
      ? {}
      : { consentGapMs: wholeNumber(given['consent-gap-ms'], '--consent-gap-ms') }),
    ...(given.switch === undefined ? {} : { switches: switchesOf(given.switch) }),
    ...(given.faults === undefined ? {} : { faults: await readFaults(given.faults) }),
  }
}

function modeOf(text: string): Mode {
  if (text === 'fifo' || text === 'shuffled') return text
  throw new UsageError('--mode must be fifo or shuffled.')
}

function wholeNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`${option} must be a whole number from 0 to 999999999.`)
}

function shareOf(text: string): number {
  if (/^(0(\.\d+)?|1(\.0+)?)$/.test(text)) return Number(text)
  throw new UsageError('--other-users must be a number from 0 to 1, such as 0.3.')
}

function switchesOf(texts: readonly string[]): Partial<Switches> {
  const entries = texts.map((text): [string, boolean] => {
    const [name = '', state] = text.split('=')
    if (Object.hasOwn(DEFAULT_SWITCHES, name) && (state === 'on' || state === 'off')) return [name, state === 'on']
    const names = Object.keys(DEFAULT_SWITCHES).join(', ')
    throw new UsageError(`--switch takes NAME=on or NAME=off with one of these names: ${names}.`)
  })
  return Object.fromEntries(entries)
}

async function readFaults(file: string): Promise<FaultRule[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--faults ${file} cannot be read: ${wordsOf(error)}`)
  })
  try {
    // Editors on Windows put a byte order mark first.
    return parseFaults(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (error instanceof InvalidFaultsError) {
      throw new UsageError(`--faults ${file} cannot be used:\n${error.issues.join('\n')}`, { cause: error })
    }
    throw new UsageError(`--faults ${file} is no JSON: ${wordsOf(error)}`, { cause: error })
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
