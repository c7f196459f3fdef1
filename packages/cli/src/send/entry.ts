import type { Origin } from '../rejected-record.ts'

/** Why a line cannot be handed to the SDK. */
export interface Refusal {
  readonly code: 'NOT_JSON' | 'NO_EVENT' | 'NOT_UTF8' | 'LINE_TOO_LONG' | 'FILE_UNREADABLE'
  readonly message: string
}

/** How far a run has come. */
export interface Position {
  /** The place of the file among the inputs, from 0. */
  readonly fileIndex: number
  /** The last line, from 1; 0: none yet. */
  readonly line: number
}

/** One line of the input that is not blank, on its way. */
export interface Entry {
  readonly position: Position
  /** Bytes of all inputs, as they are on the disk, that were read when it was. */
  readonly readBytes: number
  /** The input that holds it. */
  readonly file: string
  /** Where it came from first: another file than that when it was rejected before. */
  readonly origin: Origin
  /** What is sent; `null` when there is a refusal: it takes its turn all the same, so that everything stays in order. */
  readonly event: unknown
  /** The event as JSON, or the text that was no JSON, as it was given. `undefined`: it was not kept. */
  readonly given: string | undefined
  /** The messageId that was derived for it. */
  readonly derivedId: string | undefined
  readonly refusal: Refusal | undefined
}
