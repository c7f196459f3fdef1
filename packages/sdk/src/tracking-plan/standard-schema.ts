/**
 * A schema of any library that speaks Standard Schema (zod, valibot, arktype …), as far as a tracking plan needs it.
 * @example const schema: StandardSchema<{ orderId: string }> = z.object({ orderId: z.string() })
 */
export interface StandardSchema<In = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => unknown
    readonly types?: { readonly input: In; readonly output: unknown } | undefined
  }
}

/**
 * What a schema takes.
 * @example type Order = InputOf<StandardSchema<{ orderId: string }>> // { orderId: string }
 */
export type InputOf<S> = S extends StandardSchema<infer In> ? In : never

/** Whether a value is such a schema; schemas may be functions. */
export function isStandardSchema(value: unknown): value is StandardSchema {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || !('~standard' in value))
    return false
  const standard = value['~standard']
  return (
    typeof standard === 'object' &&
    standard !== null &&
    'validate' in standard &&
    typeof standard.validate === 'function'
  )
}
