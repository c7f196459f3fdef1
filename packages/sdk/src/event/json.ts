/**
 * Any JSON value.
 * @example const value: Json = ['a', 1, null, { nested: true }]
 */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/**
 * A JSON object. A key may be present with `undefined`, which JSON leaves out.
 * @example const properties: JsonObject = { orderId: 'A-1', items: [{ sku: 'B', count: 2 }] }
 */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}
