import { valueFromASTUntyped, type ValueNode } from 'graphql'
import { builder } from '../builder.ts'

/**
 * Lenient as input: takes any JSON value as it is and never throws, so that one wrong value cannot refuse a whole
 * request. Validation says what is wrong with it, with a path.
 */
const lenient = {
  parseValue: (value: unknown): unknown => value,
  // Deprecated for graphql 18, yet the one form that both validation and yoga's executor call with the variables.
  parseLiteral: (node: ValueNode, variables?: { [name: string]: unknown } | null): unknown =>
    valueFromASTUntyped(node, variables),
}

builder.scalarType('DateTime', {
  description: [
    'A time in ISO 8601, for example `2024-06-15T12:00:00.000Z`. In TypeScript: `string`.',
    'Lenient as input: a text that is no time does not refuse the request; the event is accepted without it, with a warning.',
  ].join('\n'),
  ...lenient,
})

builder.scalarType('CurrencyCode', {
  description: [
    'A currency in ISO 4217, three letters, for example `USD`. In TypeScript: `string`.',
    'Lenient as input: anything else is left out with a warning.',
  ].join('\n'),
  ...lenient,
})

builder.scalarType('JSONObject', {
  description:
    'A JSON object. In TypeScript: `Record<string, unknown>`. Lenient as input: anything else is left out with a warning.',
  ...lenient,
})

builder.scalarType('JSON', { description: 'Any JSON value. In TypeScript: `unknown`.', ...lenient })
