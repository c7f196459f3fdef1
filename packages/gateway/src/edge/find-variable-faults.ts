import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql'
import type { Execution } from './check-event-count.ts'
import { shortName } from './safe-message.ts'

/**
 * Finds what graphql would refuse in the variables, in words without a value, one after the other: who takes only the
 * first ones pays for no more. The messages of graphql quote the whole object around each fault, so they show traits, and
 * fifty of them are fifty times as long as the body.
 */
export function* findVariableFaults(schema: GraphQLSchema, { operation, variables }: Execution): Generator<string> {
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const type = typeFromAST(schema, typeNode)
    const value = variables[name]
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) continue
    for (const { path, what } of faultsOf(value, type, name)) {
      yield path === name
        ? `Variable "$${shortName(name)}" got an invalid value: ${what}.`
        : `Variable "$${shortName(name)}" got an invalid value at "${path}": ${what}.`
    }
  }
}

interface Fault {
  /** Of names of the schema, and indices. */
  readonly path: string
  readonly what: string
}

function* faultsOf(value: unknown, type: GraphQLInputType, path: string): Generator<Fault> {
  if (isNonNullType(type)) {
    if (value == null) yield { path, what: `it must be given and not be null (${String(type)})` }
    else yield* faultsOf(value, type.ofType, path)
  } else if (value == null) {
    // Every other type takes it.
  } else if (isListType(type)) {
    if (!Array.isArray(value)) yield* faultsOf(value, type.ofType, path)
    else for (const [index, item] of value.entries()) yield* faultsOf(item, type.ofType, `${path}[${index}]`)
  } else if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) yield { path, what: `${type.name} is an object` }
    else yield* objectFaultsOf(value, type, path)
  } else if (!isTaken(value, type)) {
    yield { path, what: isEnumType(type) ? `it is none of ${namesOf(type)}` : `it is no ${type.name}` }
  }
}

function* objectFaultsOf(value: object, type: GraphQLInputObjectType, path: string): Generator<Fault> {
  const fields = type.getFields()
  for (const field of Object.values(fields)) {
    const given: unknown = Reflect.get(value, field.name)
    if (given !== undefined) yield* faultsOf(given, field.type, `${path}.${field.name}`)
    else if (isRequiredInputField(field)) yield { path, what: `the field "${field.name}" of ${type.name} is missing` }
  }
  const entries = Object.entries(value).filter(([, given]) => given !== undefined)
  for (const [key] of entries) {
    if (fields[key] === undefined) yield { path, what: `${type.name} has no field "${shortName(key)}"` }
  }
  if (type.isOneOf && (entries.length !== 1 || entries[0]?.[1] === null)) {
    yield { path, what: `${type.name} takes exactly one of its fields, not null` }
  }
}

function isTaken(value: unknown, type: GraphQLEnumType | GraphQLScalarType): boolean {
  try {
    return type.coerceInputValue(value, true) !== undefined
  } catch {
    // The message quotes the value.
    return false
  }
}

function namesOf(type: GraphQLEnumType): string {
  return type
    .getValues()
    .map(({ name }) => name)
    .join(', ')
}
