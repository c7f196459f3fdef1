import * as z from 'zod/mini'

const count = z.int().check(z.minimum(0))

/** The shape of a state file. Its first member says what the file is, and its version. */
export const sendStateSchema = z.strictObject({
  rudderKlaviyoSend: z.literal(1),
  /** The address of the Klaviyo that events went to. No key. */
  klaviyo: z.string(),
  files: z.array(
    z.strictObject({ name: z.string(), sizeBytes: count, headSha256: z.string(), tailSha256: z.string() }),
  ),
  /** Every line up to here is settled. */
  position: z.strictObject({ fileIndex: count, line: count }),
  counts: z.strictObject({ delivered: count, filtered: count, rejected: count, retry: count }),
  /** The file of rejected events, and how long it was then. */
  rejected: z.strictObject({ file: z.string(), sizeBytes: count }),
  isFinished: z.boolean(),
})

/** How far a run has come: what a next run needs to go on where it ended. */
export type SendState = z.infer<typeof sendStateSchema>
