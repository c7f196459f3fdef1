/** Whether a channel may be used, and since when. */
export interface ConsentState {
  readonly consent: 'SUBSCRIBED' | 'UNSUBSCRIBED'
  /** When the person consented or withdrew. */
  readonly consentedMs: number
  /** When the record last changed. */
  readonly updatedMs: number
  /** `custom_source` of the request, where it had one. */
  readonly source?: string
}

/** Why no email may be sent, whatever the consent. */
export interface Suppression {
  readonly reason: 'UNSUBSCRIBE' | 'USER_SUPPRESSED'
  readonly timestampMs: number
}

/** The channel of email marketing, which suppressions are about. */
export const EMAIL = 'email.marketing'

/** The channel of SMS marketing. */
export const SMS = 'sms.marketing'
