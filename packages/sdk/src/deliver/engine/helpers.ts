import type { KlaviyoError } from '../../errors/klaviyo-error.ts'

/** What delivery can do without, if the key may not do it. */
export type Helper = 'bulkImport' | 'lookUp' | 'readLists'

/** A helper that the key may not use. */
export interface RefusedHelper {
  readonly helper: Helper
  /** The operation that was refused. */
  readonly operation: string
  /** Names the missing scopes. */
  readonly error: KlaviyoError
}

/** Which helpers the key may use. A refusal holds as long as this lives: a key gets no scopes by being asked again. */
export interface Helpers {
  isRefused(helper: Helper): boolean
  refusalOf(helper: Helper): RefusedHelper | undefined
  refuse(refused: RefusedHelper): void
  /** For health. */
  refused(): readonly RefusedHelper[]
}

/** All may be used until Klaviyo says otherwise. */
export function createHelpers(): Helpers {
  const refused = new Map<Helper, RefusedHelper>()
  return {
    isRefused: (helper) => refused.has(helper),
    refusalOf: (helper) => refused.get(helper),
    refuse(one) {
      if (!refused.has(one.helper)) refused.set(one.helper, one)
    },
    refused: () => [...refused.values()],
  }
}
