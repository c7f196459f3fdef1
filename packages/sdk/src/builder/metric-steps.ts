import type { BuilderProps } from './event-steps.ts'
import { ProfileBuilderSteps } from './profile-steps.ts'
import { readGiven, readOne } from './read-given.ts'

/** The steps of a builder whose event has properties, without the types. */
abstract class MetricSteps<Self> extends ProfileBuilderSteps<Self> {
  properties(properties: object): Self {
    const { values, issues } = readGiven(properties, 'properties')
    return this.next({ properties: { ...this.said().properties, ...values } }, issues)
  }
}

/** A track builder at run time; `TrackBuilder` has its types. */
export class TrackSteps extends MetricSteps<TrackSteps> {
  protected override made(props: BuilderProps): TrackSteps {
    return new TrackSteps(props)
  }

  revenue(value: unknown, currency?: unknown): TrackSteps {
    const revenue = readOne(value, 'revenue')
    const code = readOne(currency, 'revenue.currency')
    const stated = code.value === undefined ? undefined : { currency: code.value }
    return this.next({ revenue: { revenue: revenue.value, ...stated } }, [...revenue.issues, ...code.issues])
  }
}

/** A screen builder at run time; `ScreenBuilder` has its types. */
export class ScreenSteps extends MetricSteps<ScreenSteps> {
  protected override made(props: BuilderProps): ScreenSteps {
    return new ScreenSteps(props)
  }
}
