/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** A JSON object. A key may be present with `undefined`, which JSON leaves out. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}
