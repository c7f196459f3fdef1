import { createGraphQLError } from 'graphql-yoga'
import type { StoredEvent } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { OutboxError } from '../outbox/outbox-error.ts'
import { DeliveryError } from './delivery-error.ts'
import { EventStatus } from './event-status.ts'
import { EventType } from './event-type.ts'
import { EventWarning } from './event-warning.ts'

/** An accepted event on its way. */
export const Event = builder.objectRef<StoredEvent>('Event').implement({
  description: 'An accepted event on its way.',
  fields: (t) => ({
    messageId: t.expose('messageId', { type: 'ID', description: 'Unique within its source.' }),
    source: t.expose('source', { type: 'ID', description: 'The source whose key sent it.' }),
    type: t.expose('type', { type: EventType, description: 'The type.' }),
    name: t.expose('name', {
      type: 'String',
      nullable: true,
      description: 'The name of the event or screen; `null` for `IDENTIFY` and `GROUP`.',
    }),
    status: t.expose('status', { type: EventStatus, description: 'Where it stands.' }),
    acceptedAt: t.field({
      type: 'DateTime',
      description: 'When it was committed.',
      resolve: (event) => new Date(event.acceptedAtMs).toISOString(),
    }),
    settledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered, filtered or given up.',
      resolve: (event) => toIsoTime(event.settledAtMs),
    }),
    attemptCount: t.expose('attemptCount', {
      type: 'Int',
      description: "How many times it was taken up for delivery. A pause for Klaviyo's rate limit does not count.",
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it will be tried again; only while `RETRYING`.',
      resolve: (event) => toIsoTime(event.nextAttemptAtMs),
    }),
    warnings: t.expose('warnings', {
      type: [EventWarning],
      description: 'The warnings of its acceptance and, once delivered, of its delivery.',
    }),
    error: t.expose('error', {
      type: DeliveryError,
      nullable: true,
      description: 'Why the last attempt failed; only while `RETRYING` or `DEAD`.',
    }),
  }),
})

function toIsoTime(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : new Date(atMs).toISOString()
}

builder.queryField('event', (t) =>
  t.field({
    type: Event,
    nullable: true,
    description:
      'The status of an accepted event; `null` if this source sent none of this messageId within the retention (7 days once delivered, 30 days once dead).',
    args: {
      messageId: t.arg.id({ required: true, description: 'The messageId you sent, or the one you were given.' }),
      source: t.arg.id({
        description: 'Admin key only: the source to look in. Needed when several sources used the same messageId.',
      }),
    },
    resolve: (_root, { messageId, source }, context) => {
      if (source != null && source !== context.source.name) {
        throw createGraphQLError('Only the admin key may name a source: leave `source` out to look in your own.', {
          extensions: { code: 'FORBIDDEN' },
        })
      }
      return statusOf(messageId, context)
    },
  }),
)

async function statusOf(messageId: string, { acceptance, source }: GatewayContext): Promise<StoredEvent | undefined> {
  try {
    return await acceptance.status(source, messageId)
  } catch (error) {
    if (!(error instanceof OutboxError)) throw error
    const { message, retryAfterSeconds } = error
    throw createGraphQLError(message, { extensions: { code: 'OUTBOX_UNAVAILABLE', retryAfterSeconds } })
  }
}
