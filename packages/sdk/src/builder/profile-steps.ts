import { isList } from '../event/record.ts'
import { EventSteps } from './event-steps.ts'
import { readGiven, recordAt } from './read-given.ts'

/** The steps of a builder whose event carries the traits of its person, without the types. */
export abstract class ProfileBuilderSteps<Self> extends EventSteps<Self> {
  traits(traits: object): Self {
    return this.withPerson(readGiven(traits, 'traits'))
  }

  patchProperties(patch: object): Self {
    const { values, issues } = readGiven(patch, 'patchProperties', ['append', 'unappend', 'unset'])
    const draft = this.said()
    const { unset } = values
    return this.next(
      {
        append: { ...draft.append, ...recordAt(values, 'append') },
        unappend: { ...draft.unappend, ...recordAt(values, 'unappend') },
        unset: [...draft.unset, ...(isList(unset) ? unset : unset === undefined ? [] : [unset])],
      },
      issues,
    )
  }
}
