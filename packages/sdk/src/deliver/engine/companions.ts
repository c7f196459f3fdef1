import type { Company } from '../../batch/form-batch.ts'
import type { NewestValues } from '../../batch/newest-values.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import type { UnderWay } from './under-way.ts'

/**
 * The events of one person in one batch. They may be sent in any order while all goes well; when one of them has to be
 * sent again, those behind it that are not sent yet wait with it, and it must not undo what the others wrote.
 */
export interface Companions<Entry extends DeliveryEntry> {
  readonly company: Company<UnderWay<Entry>>
  /** The last place that has been sent. */
  lastBegunPlace: number
  /** From this place on, what is not sent waits. */
  heldFromPlace: number
}

/** Lets the events of a person know each other. */
export function accompany<Entry extends DeliveryEntry>(company: Company<UnderWay<Entry>>): void {
  const companions: Companions<Entry> = { company, lastBegunPlace: -1, heldFromPlace: Infinity }
  for (const [place, event] of company.entries.entries()) {
    event.companions = companions
    event.place = place
  }
}

/** A call that carries the event is begun. */
export function begin<Entry extends DeliveryEntry>(event: UnderWay<Entry>): void {
  event.hasBegun = true
  const { companions, place } = event
  if (companions !== undefined) companions.lastBegunPlace = Math.max(companions.lastBegunPlace, place)
}

/** Whether an event before it has to be sent again. */
export function isHeld({ companions, place }: UnderWay): boolean {
  return companions !== undefined && place >= companions.heldFromPlace
}

/** An event has to be sent again: those behind it that wait with it from now on, oldest first. */
export function holdBehind<Entry extends DeliveryEntry>(event: UnderWay<Entry>): readonly UnderWay<Entry>[] {
  const { companions, place } = event
  if (companions === undefined || place + 1 >= companions.heldFromPlace) return []
  const held = companions.company.entries.slice(place + 1, companions.heldFromPlace)
  companions.heldFromPlace = place + 1
  return held.filter(({ hasBegun, isSettled }) => !hasBegun && !isSettled)
}

/** What those behind it have written or may have; it is asked for when it is sent again. `undefined` if nothing. */
export function newerThan<Entry extends DeliveryEntry>(event: UnderWay<Entry>): (() => NewestValues) | undefined {
  const { companions, place } = event
  if (companions === undefined || companions.lastBegunPlace <= place) return undefined
  const { company } = companions
  return () => {
    const behind = company.entries.slice(place + 1)
    return company.newestOf(new Set(behind.filter(({ hasBegun, rejection }) => hasBegun && rejection === undefined)))
  }
}
