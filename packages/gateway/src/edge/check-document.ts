import { Kind, visit, type DocumentNode } from 'graphql'
import { createMeasure } from './create-measure.ts'
import { limitExceeded } from './limit-exceeded.ts'
import { OPERATION_LIMITS } from './operation-limits.ts'

const { selectionCount, rootFieldCount, selectionDepth, literalDepth } = OPERATION_LIMITS

/**
 * Holds a parsed document against the limits, before validation, whose work can grow with the square of it.
 * @throws {GraphQLError} `LIMIT_EXCEEDED`, which names the limit
 */
export function checkDocument(document: DocumentNode): void {
  checkNodes(document)
  const rootFields = createMeasure(document, { combine: (a, b) => a + b, ofField: () => 1 })
  const depth = createMeasure(document, {
    combine: Math.max,
    ofField: ({ selectionSet }, measure) => 1 + (selectionSet === undefined ? 0 : measure(selectionSet)),
  })
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    if (rootFields(definition.selectionSet) > rootFieldCount) {
      throw limitExceeded(
        `The operation has more than ${rootFieldCount} fields at its root, aliases and fragments counted: send fewer, and events as one \`batch\`.`,
      )
    }
    if (depth(definition.selectionSet) > selectionDepth) {
      throw limitExceeded(`The operation selects more than ${selectionDepth} levels of fields: select fewer.`)
    }
  }
}

/** One pass without recursion: a document may be nested deep. */
function checkNodes(document: DocumentNode): void {
  let selections = 0
  let literals = 0
  const select = (): void => {
    selections += 1
    if (selections > selectionCount) {
      throw limitExceeded(`The query has more than ${selectionCount} fields and fragments: select fewer.`)
    }
  }
  const nested = {
    enter(): void {
      literals += 1
      if (literals > literalDepth) {
        throw limitExceeded(
          `A literal of the query is nested more than ${literalDepth} levels deep: nest it less, or give it as a variable.`,
        )
      }
    },
    leave(): void {
      literals -= 1
    },
  }
  visit(document, {
    Field: select,
    InlineFragment: select,
    FragmentSpread: select,
    ListValue: nested,
    ObjectValue: nested,
  })
}
