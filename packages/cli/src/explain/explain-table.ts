import type { Explanation, FieldTrace } from '@rudder-klaviyo/sdk'

/** An explanation for a person: one line per Klaviyo field, the sources that did not win under it, then what there is to say. */
export function explainTable(number: number, { fields, customProperties, warnings, issues }: Explanation): string {
  const width = Math.max(0, ...fields.map(({ to }) => to.length))
  return [
    `Event of line ${number}: ${issues.length === 0 ? 'can be sent' : 'is refused'}`,
    ...fields.flatMap((field) => fieldLines(field, width)),
    ...customProperties.map((path) => `  ${'custom property'.padEnd(width)}  ← ${path}`),
    ...warnings.map(({ code, message }) => `  warning ${code}: ${message}`),
    ...issues.map(({ code, message }) => `  issue ${code}: ${message}`),
    '',
  ].join('\n')
}

function fieldLines({ to, source, value, passedOver }: FieldTrace, width: number): readonly string[] {
  const shown = value === undefined ? '' : ` = ${JSON.stringify(value)}`
  return [
    `  ${to.padEnd(width)}  ${source === undefined ? '– no source is usable' : `← ${source}${shown}`}`,
    ...passedOver.map(({ code, message }) => `  ${' '.repeat(width)}    ${code}: ${message}`),
  ]
}
