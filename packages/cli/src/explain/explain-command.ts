import type { Run } from '../command.ts'
import { createFromOptions, DESTINATION_HELP, DESTINATION_OPTIONS } from '../create-from-options.ts'
import { parseEvent } from '../parse-event.ts'
import { parseOptions } from '../parse-options.ts'
import { forEachEvent } from '../read-events.ts'
import { explainTable } from './explain-table.ts'

const HELP = `Usage: rudder-klaviyo explain [options] < events.ndjson

Reads RudderStack events, one JSON object a line, and says of each, per Klaviyo field: the source that won, those passed
over and why; which traits become custom properties; what is left out, and what refuses the event. A table on a
terminal, elsewhere one JSON object a line. Sends nothing.

${DESTINATION_HELP}
  --values           show the values too; they can be personal data
  --json             JSON on a terminal too

Exit status: 0 all can be planned, 1 some line cannot, 2 wrong use.`

const OPTIONS = {
  options: {
    ...DESTINATION_OPTIONS,
    values: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  help: HELP,
} as const

/** `rudder-klaviyo explain`: where each Klaviyo field of an event comes from. */
export const explain: Run = async (args) => {
  const options = parseOptions(args, OPTIONS)
  if (options === undefined) return 0
  const klaviyo = await createFromOptions(options)
  const isTable = process.stdout.isTTY && !options.json
  return forEachEvent((line) => {
    const parsed = parseEvent(line)
    if (parsed === undefined) return undefined
    if ('error' in parsed) {
      const { error } = parsed
      return { isRefused: true, text: isTable ? error.message : JSON.stringify({ error }) }
    }
    const explanation = klaviyo.explain(parsed.event, { values: options.values })
    const text = isTable ? explainTable(line.number, explanation) : JSON.stringify(explanation)
    return { isRefused: explanation.issues.length > 0, text }
  })
}
