import { Kind, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql'

/** What a selection set comes to. */
export type Measure = (selections: SelectionSetNode) => number

/** How the selections of a set are put together. */
export interface MeasureOptions {
  readonly combine: (a: number, b: number) => number
  /** What a field comes to; `measure` gives what those below it come to. */
  readonly ofField: (field: Extract<SelectionNode, { kind: 'Field' }>, measure: Measure) => number
}

/**
 * Measures selection sets through their fragments. Each fragment is measured once, so the work does not grow with how
 * often it is used; one that contains itself, which validation refuses, counts nothing the second time.
 */
export function createMeasure(document: DocumentNode, { combine, ofField }: MeasureOptions): Measure {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name, selectionSet }) => [name.value, selectionSet]),
  )
  const known = new Map<string, number>()

  const ofFragment = (name: string): number => {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, 0)
    const selections = fragments.get(name)
    const size = selections === undefined ? 0 : measure(selections)
    known.set(name, size)
    return size
  }
  const ofSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return ofField(selection, measure)
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet)
    return ofFragment(selection.name.value)
  }
  const measure: Measure = ({ selections }) =>
    selections.reduce((size, selection) => combine(size, ofSelection(selection)), 0)
  return measure
}
