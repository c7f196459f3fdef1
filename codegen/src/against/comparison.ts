import type { OpenApiDocument, Schema } from '../openapi/document.ts'
import type { Recorder } from './recorder.ts'

/** The same thing in our document and in the official one. */
export interface Pair<T> {
  readonly ours: T
  readonly official: T
}

/** What every step of a comparison needs. */
export interface Comparison {
  readonly documents: Pair<OpenApiDocument>
  readonly recorder: Recorder
  /** The pairs of schemas that are being compared further up: a schema may contain itself. */
  readonly trail: ReadonlyMap<Schema, ReadonlySet<Schema>>
}
