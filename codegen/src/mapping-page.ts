import { REVISIONS, type EventType, type MappingRow } from '@rudder-klaviyo/sdk'
import { mappingRows } from '@rudder-klaviyo/sdk/stages'

const SECTIONS: readonly { title: string; types: readonly EventType[]; intro: string }[] = [
  {
    title: 'identify',
    types: ['identify'],
    intro: 'Create or update a profile; with a decision about consent, subscribe or unsubscribe it behind that.',
  },
  {
    title: 'track and screen',
    types: ['track', 'screen'],
    intro:
      'One Klaviyo event; it never changes consent. `properties.email` and `properties.phone` are read only if nothing else identifies the event: they may belong to somebody else.',
  },
  { title: 'group', types: ['group'], intro: 'One change of consent of the member. Its other traits are not sent.' },
]

const INTRO = `<!-- Generated, do not edit: made by \`pnpm codegen\` from the tables in packages/sdk/src/map. -->

# Mapping

Which RudderStack field becomes which Klaviyo field. The rows are those that do the mapping. Sources are tried from left to
right: the first that has a usable value wins. Absent, \`null\`, blank, or not of the type of the field: the next one is tried.
\`rudder-klaviyo plan\` shows the requests of an event, \`explain\` why each field has its value.
`

/** The mapping as a page of the documentation. */
export function generateMappingPage(): string {
  const sections = SECTIONS.map(({ title, types, intro }) => {
    const rows = mappingRows
      .filter((row) => row.types.some((type) => types.includes(type)))
      .map((row) => toLine(row, types))
    return [
      `## ${title}`,
      '',
      intro,
      '',
      '| Klaviyo | RudderStack, in order | read as |',
      '|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  return [INTRO, ...sections].join('\n').trimEnd() + '\n'
}

function toLine({ to, from, as, revisions, types: served }: MappingRow, types: readonly EventType[]): string {
  const onlySome = served.length < types.length ? ` (${served.join(', ')})` : ''
  const some = revisions.length < Object.keys(REVISIONS).length ? ` (${revisions.join(', ')} only)` : ''
  const sources = from.length === 0 ? '–' : from.map((path) => `\`${path}\``).join(', ')
  return `| \`${to}\`${onlySome}${some} | ${sources} | ${as} |`
}
