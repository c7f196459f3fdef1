import SchemaBuilder from '@pothos/core'
import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import type { GatewayContext } from './context.ts'

/** A format as input: whatever was given. Validation, not GraphQL, says what is wrong with it. */
type Lenient = unknown

/** The schema builder: configured here, filled by the files of `schema/`. Fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: GatewayContext
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Lenient; Output: string }
    CurrencyCode: { Input: Lenient; Output: string }
    JSONObject: { Input: Lenient; Output: JsonObject }
    JSON: { Input: Lenient; Output: Json }
  }
}>({ defaultFieldNullability: false })
