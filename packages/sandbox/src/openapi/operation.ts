import type { OperationLimits } from './document.ts'

/** A parameter, with the place of its schema in the document. */
export interface Parameter {
  readonly name: string
  readonly in: string
  readonly schemaRef: string
  readonly type: string
  readonly default: unknown
}

/** How many calls an account may make in a fixed window. */
export interface RateLimit {
  readonly name: 'burst' | 'steady' | 'daily'
  readonly limit: number
  readonly windowMs: number
}

/** An operation of a document, ready to be looked up and answered. */
export interface Operation {
  readonly id: string
  /** The revision of the document. */
  readonly revision: string
  /** In capitals. */
  readonly method: string
  /** The path as the document writes it, for example `/api/lists/{id}`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** The place of the body's schema in the document; missing when the operation takes no body. */
  readonly bodyRef?: string
  /** `burst` and `steady`, and `daily` for a few. */
  readonly rates: readonly RateLimit[]
  /** What a key has to be allowed. */
  readonly scopes: readonly string[]
  readonly limits: OperationLimits
  /** Statuses whose answer has no body. */
  readonly emptyStatuses: readonly number[]
}
