import type { Json, JsonObject, Revision } from '@rudder-klaviyo/sdk'

/** The body of a profile import; `more` goes beside the attributes. */
export const profileBody = (attributes: JsonObject, more: JsonObject = {}): JsonObject => ({
  data: { type: 'profile', attributes, ...more },
})

/** The body of a single event: metric, `unique_id` and other attributes, identifiers of the profile. */
export const eventBody = (attributes: JsonObject, profile: JsonObject, metric = 'Order Completed'): JsonObject => ({
  data: {
    type: 'event',
    attributes: {
      properties: {},
      metric: { data: { type: 'metric', attributes: { name: metric } } },
      profile: { data: { type: 'profile', attributes: profile } },
      ...attributes,
    },
  },
})

/** The body of a bulk event call with one entry per profile; `meta` goes beside the attributes of the profile. */
export const bulkEventsBody = (
  entries: readonly { profile: JsonObject; meta?: JsonObject; events: readonly JsonObject[] }[],
): JsonObject => ({
  data: {
    type: 'event-bulk-create-job',
    attributes: {
      'events-bulk-create': {
        data: entries.map(({ profile, meta, events }) => ({
          type: 'event-bulk-create',
          attributes: {
            profile: { data: { type: 'profile', attributes: profile, ...(meta === undefined ? {} : { meta }) } },
            events: {
              data: events.map((attributes) => ({
                type: 'event',
                attributes: {
                  properties: {},
                  metric: { data: { type: 'metric', attributes: { name: 'Order Completed' } } },
                  ...attributes,
                },
              })),
            },
          },
        })),
      },
    },
  },
})

/** The body of a bulk import. */
export const bulkImportBody = (profiles: readonly JsonObject[], listIds: readonly string[] = []): JsonObject => ({
  data: {
    type: 'profile-bulk-import-job',
    attributes: { profiles: { data: profiles.map((attributes) => ({ type: 'profile', attributes })) } },
    relationships: { lists: { data: listIds.map((id) => ({ type: 'list', id })) } },
  },
})

/** The body of a subscribe call, each profile with the channels that it names. */
export const subscribeBody = (profiles: readonly JsonObject[], listId?: string, more: JsonObject = {}): JsonObject => ({
  data: {
    type: 'profile-subscription-bulk-create-job',
    attributes: { profiles: { data: profiles.map((attributes) => ({ type: 'profile', attributes })) }, ...more },
    ...listOf(listId),
  },
})

/** The body of an unsubscribe call as the revision has it. */
export const unsubscribeBody = (
  revision: Revision,
  profile: { email?: string; phone_number?: string },
  listId?: string,
): JsonObject => {
  const channels = [
    ...(profile.email === undefined ? [] : ['email']),
    ...(profile.phone_number === undefined ? [] : ['sms']),
  ]
  const attributes =
    revision === '2024-06-15' ? profile : { ...profile, subscriptions: consent(channels, 'UNSUBSCRIBED') }
  return {
    data: {
      type: 'profile-subscription-bulk-delete-job',
      attributes: { profiles: { data: [{ type: 'profile', attributes }] } },
      ...listOf(listId),
    },
  }
}

/** `subscriptions` of a profile for some channels. */
export const consent = (channels: readonly string[], value: string, more: JsonObject = {}): JsonObject =>
  Object.fromEntries(channels.map((channel): [string, Json] => [channel, { marketing: { consent: value, ...more } }]))

const listOf = (id: string | undefined): JsonObject =>
  id === undefined ? {} : { relationships: { list: { data: { type: 'list', id } } } }
