import { EventInvalidError, KlaviyoError, type Plan } from '@rudder-klaviyo/sdk'
import { planEvent } from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../accept/account.ts'

/** Plans a stored event (JSON), since a setting may have been mended; gives the reason when it no longer can be planned. */
export function planAgain(body: string, account: Pick<Account, 'name' | 'settings'>): Plan | KlaviyoError {
  try {
    return planEvent(JSON.parse(body), account.settings)
  } catch (cause) {
    const why = cause instanceof EventInvalidError ? cause.message : 'What was kept of it cannot be read.'
    return new KlaviyoError(
      'CANNOT_BE_PLANNED',
      `The event can no longer be planned with the settings of account "${account.name}". ${why} Mend the settings, then redeliver it.`,
      { cause },
    )
  }
}
