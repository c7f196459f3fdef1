import { ConfigError, createKlaviyo, type Klaviyo } from '@rudder-klaviyo/sdk'
import type { Command } from '../commands.ts'
import { parseOptions } from '../parse-options.ts'
import { readConfigFile } from '../read-config-file.ts'
import { readLines } from '../read-lines.ts'
import { UsageError } from '../usage-error.ts'
import { writeLine } from '../write-line.ts'
import { planLine } from './plan-line.ts'

const HELP = `Usage: rudder-klaviyo plan [options] < events.ndjson

Reads RudderStack events, one JSON object a line, and writes one JSON object a line, in order: the Klaviyo requests of
the event, or the error that refused it. Sends nothing.

  --config FILE      options of the destination as JSON: revision, listId, consent, …
  --revision DATE    the revision of Klaviyo's API; wins over the file
  --pretty           indented, for reading

Exit status: 0 all planned, 1 some line was refused, 2 wrong use.`

const OPTIONS = {
  options: { config: { type: 'string' }, revision: { type: 'string' }, pretty: { type: 'boolean', default: false } },
  help: HELP,
} as const

/** `rudder-klaviyo plan`: a dry run of a file of events. */
export const planCommand: Command = {
  summary: 'the Klaviyo requests of events on standard input; sends nothing',
  async run(args) {
    const options = parseOptions(args, OPTIONS)
    if (options === undefined) return 0
    const fromFile = options.config === undefined ? {} : await readConfigFile(options.config)
    const klaviyo = createKlaviyoOrExplain({
      ...fromFile,
      ...(options.revision === undefined ? {} : { revision: options.revision }),
    })
    // A reader that goes away (`head`) is no fault; writing stops.
    process.stdout.on('error', () => undefined)
    let refusedCount = 0
    for await (const line of readLines(process.stdin)) {
      const planned = planLine(line, klaviyo)
      if (planned === undefined) continue
      if (planned.isRefused) refusedCount++
      const isRead = await writeLine(process.stdout, JSON.stringify(planned.output, undefined, options.pretty ? 2 : 0))
      if (!isRead) break
    }
    return refusedCount > 0 ? 1 : 0
  },
}

function createKlaviyoOrExplain(options: object): Klaviyo {
  try {
    return createKlaviyo(options)
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.issues.map((issue) => issue.message).join('\n'))
    throw error
  }
}
