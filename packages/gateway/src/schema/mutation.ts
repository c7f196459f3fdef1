import { builder } from '../builder.ts'

builder.mutationType({
  description: [
    'Every event field stands alone: one that fails leaves the answers of the others as they are. An event field is `null` only',
    'beside an entry in `errors` with the same path: that event was not accepted; send it again with the same messageId.',
    '`extensions.code` is then `OUTBOX_UNAVAILABLE` (with `extensions.retryAfterSeconds`) or `INTERNAL`. If no event of the request was',
    'accepted for that reason, the HTTP status is 503 with `Retry-After`.',
  ].join('\n'),
})
