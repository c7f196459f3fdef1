/**
 * What one operation may ask for. They bound the work of a request before it is done; a batch of 500 events, written out
 * as literals or given as a variable, stays far below all of them.
 */
export const OPERATION_LIMITS = {
  /** Words and marks of the text of a query: a parser needs some 100 bytes for each. */
  tokenCount: 100_000,
  /** Fields and fragments of a document: validation compares them in pairs. */
  selectionCount: 2_000,
  /** Fields of `Query` or `Mutation`, those of fragments and each alias counted. */
  rootFieldCount: 50,
  /** Events of all mutations of an operation together. */
  eventCount: 500,
  /** Levels of fields below each other. */
  selectionDepth: 20,
  /** Levels of lists and objects in the literals of a query. Variables are not concerned. */
  literalDepth: 100,
} as const
