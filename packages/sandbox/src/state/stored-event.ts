import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Metric } from './metrics.ts'
import type { Profile } from './profile.ts'

/** An event as it was taken, before it has an id and a place. */
export interface NewEvent {
  readonly profile: Profile
  readonly metric: Metric
  readonly timeMs: number
  readonly properties: JsonObject
  readonly uniqueId: string | undefined
  readonly value: number | undefined
  readonly valueCurrency: string | undefined
}

/**
 * An event as it is kept. A million of them have to fit in memory: properties are one text instead of a tree, and an id is
 * made when it is first asked for.
 */
export class StoredEvent implements NewEvent {
  readonly profile: Profile
  readonly metric: Metric
  readonly timeMs: number
  readonly uniqueId: string | undefined
  readonly value: number | undefined
  readonly valueCurrency: string | undefined
  /** Its place among the events of the account. */
  readonly place: number
  readonly #propertiesText: string
  readonly #newId: () => string
  #id: string | undefined

  constructor(event: NewEvent, place: number, newId: () => string) {
    this.profile = event.profile
    this.metric = event.metric
    this.timeMs = event.timeMs
    this.uniqueId = event.uniqueId
    this.value = event.value
    this.valueCurrency = event.valueCurrency
    this.place = place
    this.#propertiesText = JSON.stringify(event.properties)
    this.#newId = newId
  }

  get id(): string {
    this.#id ??= this.#newId()
    return this.#id
  }

  get properties(): JsonObject {
    // What was written as JSON is read as it was.
    return JSON.parse(this.#propertiesText) as JsonObject
  }
}
