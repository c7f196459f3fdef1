import type { Settings, createCall } from '@rudder-klaviyo/sdk/stages'

/** One Klaviyo account. */
export interface Account {
  /** Part of the key of every event: what was accepted for one account never goes to another. */
  readonly name: string
  /** How events become plans, by which revision, and how much of Klaviyo's limits is used. */
  readonly settings: Settings
  /** Makes one attempt of one call. */
  readonly call: ReturnType<typeof createCall>
}
