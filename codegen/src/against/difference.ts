/** One fact in which our document is not like the official one. */
export interface Difference {
  /** For example `create_event/request/data/attributes/time`; the items of an array are `[]`, the values of a map `{}`. */
  readonly at: string
  /**
   * The fact and how it differs: only ours has it (`maxItems-added`), only the official document has it
   * (`property-left-out`), or both have it with other values (`type-differs`).
   */
  readonly kind: string
  readonly ours: string | undefined
  readonly official: string | undefined
}

/** The difference as one line. */
export const renderDifference = ({ at, kind, ours, official }: Difference): string =>
  `${at}: ${kind}: ours ${ours ?? 'nothing'}, official ${official ?? 'nothing'}`
