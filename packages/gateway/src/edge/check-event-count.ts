import { Kind, type DocumentNode, type FieldNode, type OperationDefinitionNode, type ValueNode } from 'graphql'
import { createMeasure } from './create-measure.ts'
import { limitExceeded } from './limit-exceeded.ts'
import { OPERATION_LIMITS } from './operation-limits.ts'

/** What is executed. */
export interface Execution {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Counts the events of a mutation before anything of it is accepted.
 * @throws {GraphQLError} `LIMIT_EXCEEDED` when they are more than one operation may have
 */
export function checkEventCount({ document, operation, variables }: Execution): void {
  if (operation.operation !== 'mutation') return
  const sizeOf = (value: ValueNode): number => {
    if (value.kind === Kind.LIST) return value.values.length
    if (value.kind !== Kind.VARIABLE) return 1
    const given = variables[value.name.value]
    if (given !== undefined) return Array.isArray(given) ? given.length : 1
    const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value)
    return definition?.defaultValue === undefined ? 0 : sizeOf(definition.defaultValue)
  }
  const ofField = ({ name, arguments: values = [] }: FieldNode): number => {
    if (name.value !== 'batch') return name.value.startsWith('__') ? 0 : 1
    const events = values.find((argument) => argument.name.value === 'events')
    return events === undefined ? 0 : sizeOf(events.value)
  }
  const eventCount = createMeasure(document, { combine: (a, b) => a + b, ofField })(operation.selectionSet)
  if (eventCount > OPERATION_LIMITS.eventCount) {
    throw limitExceeded(
      `The operation has ${eventCount} events, ${OPERATION_LIMITS.eventCount} at most in all its fields together: none was accepted. Send them in several requests.`,
    )
  }
}
