import { EventSteps, type BuilderProps } from './event-steps.ts'
import { readGiven } from './read-given.ts'

/** A group builder at run time; `GroupBuilder` has its types. */
export class GroupSteps extends EventSteps<GroupSteps> {
  protected override made(props: BuilderProps): GroupSteps {
    return new GroupSteps(props)
  }

  subscribe(options?: object): GroupSteps {
    const { values, issues } = readGiven(options, 'subscribe', ['consent', 'customSource'])
    return this.next({ decision: { ...values, subscribe: true } }, issues)
  }

  unsubscribe(): GroupSteps {
    return this.next({ decision: { subscribe: false } })
  }
}
