import { existsSync, readFileSync } from 'node:fs'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from './index.ts'

/** Every name of a schema with its type and description, by its coordinate. */
function coordinatesOf(of: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>()
  const types = Object.values(of.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )
  for (const type of types) {
    found.set(type.name, type.description ?? '')
    for (const [coordinate, text] of membersOf(type)) found.set(`${type.name}.${coordinate}`, text)
  }
  return found
}

function membersOf(type: GraphQLNamedType): readonly (readonly [string, string])[] {
  if (isEnumType(type)) return type.getValues().map((value) => [value.name, value.description ?? ''])
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return [
      ['isOneOf', String(type.isOneOf)],
      ...fields.map((field): [string, string] => [field.name, `${String(field.type)} ${field.description ?? ''}`]),
    ]
  }
  if (isUnionType(type)) return [['types', type.getTypes().map(String).toSorted().join(' | ')]]
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field): [string, string][] => [
    [field.name, `${String(field.type)} ${field.description ?? ''}`],
    ...field.args.map((arg): [string, string] => [
      `${field.name}(${arg.name}:)`,
      `${String(arg.type)} ${arg.description ?? ''}`,
    ]),
  ])
}

const coordinates = coordinatesOf(schema)

describe('the schema', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    // A member's text is its type and its description, one or the other of a type and an enum value.
    const silent = [...coordinates].filter(([, text]) => text.trim() === '' || /^[[\w!\]]+ $/.test(text))
    expect(silent).toEqual([])
  })

  it('says what the whole is for', () => {
    expect(schema.description).toContain('Authorization: Bearer')
  })

  it('has the event fields nullable, so that one that fails leaves the others their answers', () => {
    const fields = schema.getMutationType()?.getFields() ?? {}
    expect(Object.fromEntries(Object.values(fields).map((field) => [field.name, String(field.type)]))).toEqual({
      batch: '[EventResult!]',
      group: 'EventResult',
      identify: 'EventResult',
      screen: 'EventResult',
      track: 'EventResult',
    })
  })
})

const draftFile = new URL('../../../../../shared/schema-draft.graphql', import.meta.url)

/** Codes of the SDK that no answer of the gateway has: it knows no tracking plan. */
const ADDED = new Set(['EventIssueCode.NOT_IN_TRACKING_PLAN', 'EventWarningCode.NOT_IN_TRACKING_PLAN'])

describe.skipIf(!existsSync(draftFile))('compared with its draft', () => {
  it('has every name with the type and description of the draft', () => {
    const draft = coordinatesOf(buildSchema(readFileSync(draftFile, 'utf8')))
    const differing = [...coordinates].filter(([name, text]) => draft.get(name) !== text && !ADDED.has(name))
    expect(differing).toEqual([])
  })
})
