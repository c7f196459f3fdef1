import type { Run } from '../command.ts'
import { createFromOptions, DESTINATION_HELP, DESTINATION_OPTIONS } from '../create-from-options.ts'
import { parseOptions } from '../parse-options.ts'
import { forEachEvent } from '../read-events.ts'
import { planLine } from './plan-line.ts'

const HELP = `Usage: rudder-klaviyo plan [options] < events.ndjson

Reads RudderStack events, one JSON object a line, and writes one JSON object a line, in order: the Klaviyo requests of
the event, or the error that refused it. Sends nothing.

${DESTINATION_HELP}
  --pretty           indented, for reading

Exit status: 0 all planned, 1 some line was refused, 2 wrong use.`

const OPTIONS = {
  options: { ...DESTINATION_OPTIONS, pretty: { type: 'boolean', default: false } },
  help: HELP,
} as const

/** `rudder-klaviyo plan`: a dry run of a file of events. */
export const plan: Run = async (args) => {
  const options = parseOptions(args, OPTIONS)
  if (options === undefined) return 0
  const klaviyo = await createFromOptions(options)
  return forEachEvent((line) => {
    const planned = planLine(line, klaviyo)
    if (planned === undefined) return undefined
    const text = JSON.stringify(planned.output, undefined, options.pretty ? 2 : 0)
    return { isRefused: planned.isRefused, text }
  })
}
