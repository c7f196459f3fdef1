import type { JsonObject } from '@rudder-klaviyo/sdk'

/** A profile in a request. */
export interface ProfileInput {
  readonly id?: string | null
  readonly attributes: JsonObject
  readonly meta?: ProfileMeta | null
}

/** What a request changes in custom properties beside setting them. */
export interface ProfileMeta {
  readonly patch_properties?: JsonObject | null
}

/** A reference to a resource. */
export interface Identifier {
  readonly id: string
}

/** A body that is about one profile. */
export interface ProfileBody {
  readonly data: ProfileInput
}

/** A body that is about many profiles and perhaps a list. */
export interface ProfilesBody {
  readonly data: {
    readonly attributes: {
      readonly profiles?: { readonly data: readonly ProfileInput[] } | null
      readonly custom_source?: string | null
      readonly historical_import?: boolean | null
    }
    readonly relationships?: {
      readonly list?: { readonly data?: Identifier }
      readonly lists?: { readonly data?: readonly Identifier[] }
      readonly segment?: { readonly data?: Identifier }
    }
  }
}

/** `attributes` of an event, without its profile. */
export interface EventAttributes {
  readonly properties: JsonObject
  readonly time?: string | null
  readonly value?: number | null
  readonly value_currency?: string | null
  readonly unique_id?: string | null
  readonly metric: { readonly data: { readonly attributes: { readonly name: string } } }
}

/** The body of a single event. */
export interface EventBody {
  readonly data: { readonly attributes: EventAttributes & { readonly profile: { readonly data: ProfileInput } } }
}

/** The body of a bulk event call. */
export interface BulkEventsBody {
  readonly data: {
    readonly attributes: {
      readonly 'events-bulk-create': {
        readonly data: readonly {
          readonly attributes: {
            readonly profile: { readonly data: ProfileInput }
            readonly events: { readonly data: readonly { readonly attributes: EventAttributes }[] }
          }
        }[]
      }
    }
  }
}

/** A body that is about one list. */
export interface ListBody {
  readonly data: {
    readonly id?: string
    readonly attributes: { readonly name?: string | null; readonly opt_in_process?: string | null }
  }
}

/** A body that names profiles. */
export interface MembersBody {
  readonly data: readonly Identifier[]
}
