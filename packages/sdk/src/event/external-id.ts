/**
 * An entry of `context.externalId`.
 * @example const known: ExternalId = { type: 'klaviyo-profileId', id: '01HXYZ' }
 */
export interface ExternalId {
  readonly type: string
  readonly id: string | number
}

/** The `type` of the entry whose `id` is the Klaviyo profile id; matched exactly. */
export const KLAVIYO_PROFILE_ID = 'klaviyo-profileId'
