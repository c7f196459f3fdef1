import { builder } from '../builder.ts'

builder.queryType({
  description:
    'Reading, and dry runs. `event` answers for the source of the key; fields that need the admin key are `null`, with `extensions.code = FORBIDDEN`, without it.',
})
