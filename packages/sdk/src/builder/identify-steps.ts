import type { BuilderProps } from './event-steps.ts'
import { ProfileBuilderSteps } from './profile-steps.ts'
import { readGiven } from './read-given.ts'

/** An identify builder at run time; `IdentifyBuilder` has its types. */
export class IdentifySteps extends ProfileBuilderSteps<IdentifySteps> {
  protected override made(props: BuilderProps): IdentifySteps {
    return new IdentifySteps(props)
  }

  subscribe(options?: object): IdentifySteps {
    const { values, issues } = readGiven(options, 'subscribe', ['listId', 'consent'])
    return this.next({ decision: { ...values, subscribe: true } }, issues)
  }

  unsubscribe(options?: object): IdentifySteps {
    const { values, issues } = readGiven(options, 'unsubscribe', ['listId'])
    return this.next({ decision: { ...values, subscribe: false } }, issues)
  }
}
