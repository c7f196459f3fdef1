import type { Logger } from '@rudder-klaviyo/sdk'
import type { Run } from '../command.ts'
import { DESTINATION_HELP, DESTINATION_OPTIONS } from '../create-from-options.ts'
import { parseArguments } from '../parse-arguments.ts'
import { UsageError } from '../usage-error.ts'
import { findInputs } from './input.ts'
import { openDestination } from './open-destination.ts'
import { expectOwnFiles } from './own-files.ts'
import { prepareRun } from './prepare-run.ts'
import { runSend, type RunResult } from './run-send.ts'
import { exitStatusOf } from './stop.ts'
import { finishedText, summaryJson, summaryText } from './summary.ts'

const HELP = `Usage: rudder-klaviyo send [options] [FILE…]

Sends RudderStack events, one JSON object a line, to Klaviyo. FILEs may be gzip; without one, or for -, standard input is
read. The key comes from KLAVIYO_API_KEY, another address than Klaviyo's from KLAVIYO_BASE_URL.

${DESTINATION_HELP}
  --sandbox          send to a Klaviyo on this machine that forgets everything at the end, for a try
  --rejected FILE    keep each event that was not delivered, with the reason: mend it there and send that file
  --state FILE       record how far it came: the same command goes on after an interruption. Needs FILEs; without
                     --rejected, events that were not delivered are kept in FILE.rejected
  --json             the summary as JSON

Exit status: 0 all delivered or filtered, 1 some rejected or to be sent again, or the key was refused, 2 wrong use or a
file that cannot be written, 130 after Ctrl-C.`

const OPTIONS = {
  options: {
    ...DESTINATION_OPTIONS,
    sandbox: { type: 'boolean', default: false },
    rejected: { type: 'string' },
    state: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  help: HELP,
} as const

const say = (message: string): void => void process.stderr.write(`${message}\n`)
const logger: Logger = { debug: () => undefined, warn: say, error: say }

/** `rudder-klaviyo send`: delivers the events of files or of standard input. */
export const send: Run = async (args) => {
  const parsed = parseArguments(args, OPTIONS)
  if (parsed === undefined) return 0
  const { values, positionals } = parsed
  const { state: statePath, sandbox, json } = values
  if (sandbox && statePath !== undefined) throw forgetfulState()
  const rejectedPath = values.rejected ?? (statePath === undefined ? undefined : `${statePath}.rejected`)
  const inputs = await findInputs(positionals)
  await expectOwnFiles(inputs, {
    ...(rejectedPath === undefined ? {} : { '--rejected': rejectedPath }),
    ...(statePath === undefined ? {} : { '--state': statePath }),
  })
  await using destination = await openDestination({ ...values, logger }, process.env)
  const { klaviyo, address } = destination
  await using prepared = await prepareRun({ inputs, klaviyo: address, statePath, rejectedPath })
  const { from, isFinished } = prepared
  if (isFinished) say(finishedText(statePath ?? ''))
  else if (sandbox) say(`Sandbox ${address}/sandbox, until the end`)
  const result = isFinished
    ? { ...from, stoppedBy: undefined, requestCount: 0, elapsedMs: 0 }
    : await runSend({ klaviyo, inputs, ...prepared, stream: process.stderr })
  const ended = { result, before: from.counts, inputs, rejectedPath, statePath }
  process.stdout.write(`${json ? JSON.stringify(summaryJson(ended)) : summaryText(ended)}\n`)
  return statusOf(result)
}

function statusOf({ stoppedBy, counts }: RunResult): number {
  if (stoppedBy?.kind === 'signal') return exitStatusOf(stoppedBy.signal)
  return stoppedBy !== undefined || counts.rejected + counts.retry > 0 ? 1 : 0
}

function forgetfulState(): UsageError {
  return new UsageError(
    'Not --state with --sandbox: that sandbox forgets everything at the end. Start one that stays (rudder-klaviyo sandbox), and set KLAVIYO_BASE_URL to its address and KLAVIYO_API_KEY to any text.',
  )
}
