/** Where Klaviyo's behaviour is not certain, or may change: each can be switched. */
export interface Switches {
  /**
   * A second subscribe of a profile within 30 minutes of its first is not processed again, even with an unsubscribe
   * between. People report it; no document says so.
   * @default false
   */
  readonly resubscribeWithin30MinutesIgnored: boolean
  /**
   * In 2026-07-15, a `unique_id` that the account already has for that profile and metric, or that stands twice in one
   * bulk call, fails the whole bulk call with 400. Off, it is ignored, as a single create does in any case.
   * @default false
   */
  readonly repeatedUniqueIdFailsBulk: boolean
  /**
   * A subscribe or unsubscribe that names a channel without its identifier (SMS without a phone number) is a 400. Off,
   * that channel is passed over.
   * @default true
   */
  readonly channelWithoutIdentifierRefused: boolean
  /**
   * An unsubscribe of a profile that is not on the given list acts on every channel and every list. Off, it acts on
   * the named channels alone.
   * @default true
   */
  readonly unsubscribeOffListIsGlobal: boolean
}

/** How the sandbox behaves unless it is told otherwise. */
export const DEFAULT_SWITCHES: Switches = {
  resubscribeWithin30MinutesIgnored: false,
  repeatedUniqueIdFailsBulk: false,
  channelWithoutIdentifierRefused: true,
  unsubscribeOffListIsGlobal: true,
}
