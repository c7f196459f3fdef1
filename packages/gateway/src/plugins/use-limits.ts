import {
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ParseOptions,
  type Source,
  type ValidationRule,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { checkDocument } from '../edge/check-document.ts'
import { limitExceeded } from '../edge/limit-exceeded.ts'
import { OPERATION_LIMITS } from '../edge/operation-limits.ts'

/** Errors of validation that are told, and after which it ends. */
const MAX_ERROR_COUNT = 10

/** Bounds the work of parsing and validation. */
export function useLimits(): Plugin {
  const { tokenCount } = OPERATION_LIMITS
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        refuseTooDeep(() => {
          const document = parse(source, { ...options, maxLexicalTokens: tokenCount })
          checkDocument(document)
          return document
        }),
      )
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]) =>
        refuseTooDeep(() => validate(schema, document, rules, { maxErrors: MAX_ERROR_COUNT })),
      )
    },
  }
}

/** The parser and the rules call themselves for each level, so a query that is nested too deep ends the stack. */
function refuseTooDeep<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw limitExceeded('The query is nested too deep to be read: nest it less.')
    if (error instanceof Error && error.message.includes(TOO_MANY_TOKENS)) {
      throw limitExceeded(
        `The query has more than ${OPERATION_LIMITS.tokenCount} tokens: give the events as variables, or send fewer.`,
      )
    }
    throw error
  }
}

/** In the words of graphql's parser. */
const TOO_MANY_TOKENS = 'Parsing aborted'
