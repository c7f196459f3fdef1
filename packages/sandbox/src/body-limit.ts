import { Refusal } from './refusal.ts'

/** The largest body that the sandbox reads, for any operation. The document's own limits are lower. */
export const MAX_BODY_BYTES = 6_000_000

/** Refuses a larger one. */
export const tooLarge = (): Refusal =>
  new Refusal(413, [{ detail: `A body may have ${MAX_BODY_BYTES} bytes.`, pointer: '/data' }])
