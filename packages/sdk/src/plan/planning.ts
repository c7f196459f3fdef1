import type { Notes } from '../event/notes.ts'
import type { EventRecord } from '../event/record.ts'
import type { Destination } from '../map/integrations.ts'
import type { Settings } from '../validate/settings.ts'

/** What every part of planning one event works with. */
export interface Planning {
  readonly event: EventRecord
  readonly messageId: string | undefined
  readonly settings: Settings
  /** What `integrations` of the event says. */
  readonly destination: Destination
  /** Filled as planning goes on; any issue refuses the event in the end. */
  readonly notes: Notes
}
