/** The largest request body, in bytes: 4 MB, RudderStack's own limit. A larger one is answered 413. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024
