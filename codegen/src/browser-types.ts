import {
  Kind,
  parse,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
  type TypeNode,
} from 'graphql'
import { CodegenError } from './codegen-error.ts'

/** What the browser client takes and gives; everything that these reach is generated too. */
const ROOTS = ['EventInput', 'Event', 'EventIssue', 'EventWarning']

/** A scalar that is missing here fails, rather than becoming `unknown`. */
const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  CurrencyCode: 'string',
  DateTime: 'string',
  Float: 'number',
  ID: 'string',
  Int: 'number',
  JSON: 'unknown',
  JSONObject: 'Record<string, unknown>',
  String: 'string',
}

type Described = EnumTypeDefinitionNode | InputObjectTypeDefinitionNode | ObjectTypeDefinitionNode

/**
 * The types that a client of the gateway needs, as TypeScript text: inputs, and what an answer is made of. Types only.
 * @param sdl the SDL of the gateway
 * @throws {CodegenError} when the SDL lacks one of the types, or has a scalar or a kind of type without counterpart.
 */
export function generateBrowserTypes(sdl: string): string {
  const document = parse(sdl)
  const definitions = new Map(document.definitions.flatMap((node) => (isNamed(node) ? [[node.name.value, node]] : [])))
  const wanted = reachedFrom(ROOTS, definitions)
  return [...wanted.values()]
    .toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1))
    .map(print)
    .join('\n')
}

function isNamed(node: DefinitionNode): node is Described {
  return (
    node.kind === Kind.ENUM_TYPE_DEFINITION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_DEFINITION
  )
}

function reachedFrom(roots: readonly string[], definitions: ReadonlyMap<string, Described>): Map<string, Described> {
  const reached = new Map<string, Described>()
  const waiting = [...roots]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || name in SCALARS) continue
    const definition = definitions.get(name)
    if (definition === undefined) {
      throw new CodegenError(
        `the gateway's SDL has no input, object or enum named "${name}": mend ROOTS or SCALARS in codegen/src/browser-types.ts.`,
      )
    }
    reached.set(name, definition)
    const asDocument: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] }
    visit(asDocument, { NamedType: (node) => void waiting.push(node.name.value) })
  }
  return reached
}

function print(definition: Described): string {
  const { name, description } = definition
  const head = `${docstring(description, '')}export`
  switch (definition.kind) {
    case Kind.ENUM_TYPE_DEFINITION: {
      const values = definition.values ?? []
      const lines = values.map((value) => `${docstring(value.description, '  ')}  | '${value.name.value}'\n`)
      return `${head} type ${name.value} =\n${lines.join('')}`
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = definition.fields ?? []
      if (definition.directives?.some((directive) => directive.name.value === 'oneOf') === true) {
        const lines = fields.map((field) => `${docstring(field.description, '  ')}  | ${oneOf(field, fields)}\n`)
        return `${head} type ${name.value} =\n${lines.join('')}`
      }
      return `${head} interface ${name.value} {\n${fields.map(inputField).join('')}}\n`
    }
    case Kind.OBJECT_TYPE_DEFINITION: {
      const fields = definition.fields ?? []
      return `${head} interface ${name.value} {\n${fields.map(outputField).join('')}}\n`
    }
    default:
      return definition satisfies never
  }
}

/** One key, and none of the others: an object with two of them does not compile. */
function oneOf(field: InputValueDefinitionNode, all: readonly InputValueDefinitionNode[]): string {
  const others = all.filter((other) => other !== field).map(({ name }) => `readonly ${name.value}?: never`)
  return `{ ${[`readonly ${field.name.value}: ${typeText(field.type)}`, ...others].join('; ')} }`
}

/** `undefined` is as good as left out: JSON does not have it. */
function inputField({ name, type, description }: InputValueDefinitionNode): string {
  const field =
    type.kind === Kind.NON_NULL_TYPE
      ? `${name.value}: ${typeText(type)}`
      : `${name.value}?: ${typeText(type)} | null | undefined`
  return `${docstring(description, '  ')}  readonly ${field}\n`
}

function outputField({ name, type, description }: FieldDefinitionNode): string {
  const orNull = type.kind === Kind.NON_NULL_TYPE ? '' : ' | null'
  return `${docstring(description, '  ')}  readonly ${name.value}: ${typeText(type)}${orNull}\n`
}

function typeText(type: TypeNode): string {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return typeText(type.type)
    case Kind.LIST_TYPE: {
      const item = typeText(type.type)
      return `readonly ${type.type.kind === Kind.NON_NULL_TYPE ? item : `(${item} | null)`}[]`
    }
    case Kind.NAMED_TYPE:
      return SCALARS[type.name.value] ?? type.name.value
    default:
      return type satisfies never
  }
}

function docstring(description: StringValueNode | undefined, indent: string): string {
  if (description === undefined) return ''
  const lines = description.value.replaceAll('*/', '*\\/').split('\n')
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}
