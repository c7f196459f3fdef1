import {
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql'
import { createGraphQLError, type Plugin } from 'graphql-yoga'
import { checkEventCount, type Execution } from '../edge/check-event-count.ts'
import { findVariableFaults } from '../edge/find-variable-faults.ts'

/** Faults of variables that are told; more are counted. */
const MAX_TOLD_COUNT = 10

/** Faults that are counted. */
const MAX_COUNTED_COUNT = 1_000

/** Of the payload, which yoga types loosely. */
interface ExecutePayload {
  readonly args: ExecutionArgs
  setResultAndStopExecution(this: void, result: ExecutionResult): void
}

/** Refuses too many events and wrong variables before the executor sees them: it would quote them. */
export function useVariableCheck(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }: ExecutePayload) {
      const operation = getOperationAST(args.document, args.operationName)
      // The executor says that there is none.
      if (operation == null) return
      const execution = { document: args.document, operation, variables: args.variableValues ?? {} }
      checkEventCount(execution)
      const errors = errorsOf(args.schema, execution)
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
  }
}

function errorsOf(schema: GraphQLSchema, execution: Execution): readonly GraphQLError[] {
  const errors: GraphQLError[] = []
  let count = 0
  for (const message of findVariableFaults(schema, execution)) {
    count += 1
    if (count <= MAX_TOLD_COUNT) errors.push(invalid(message))
    if (count === MAX_COUNTED_COUNT) break
  }
  if (count <= MAX_TOLD_COUNT) return errors
  const atLeast = count === MAX_COUNTED_COUNT ? 'at least ' : ''
  return [...errors, invalid(`${atLeast}${count - MAX_TOLD_COUNT} further faults of the variables are left out here.`)]
}

/** As yoga answers what validation refuses: 400 to who asks for GraphQL's own type, 200 to who asks for JSON. */
function invalid(message: string): GraphQLError {
  return createGraphQLError(message, { extensions: { code: 'VARIABLE_INVALID', http: { spec: true, status: 400 } } })
}
