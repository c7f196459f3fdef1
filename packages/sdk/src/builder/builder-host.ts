import type { Delivered } from '../deliver/settlement.ts'
import type { SendOptions } from '../deliver/send-options.ts'
import type { Plan } from '../plan/planned-request.ts'
import type { DraftedEvent } from './draft-event.ts'

/** What a builder needs of the `createKlaviyo` that it comes from. */
export interface BuilderHost {
  /** @throws {EventInvalidError} when the event lacks something that it needs */
  plan(drafted: DraftedEvent): Plan
  /** Rejects with a `KlaviyoError` when the event was not delivered. */
  send(drafted: DraftedEvent, options: SendOptions | undefined): Promise<Delivered>
}
