import { REVISIONS, type Revision, type RevisionFacts } from '../revision.ts'

/**
 * What a planned request does.
 * @example const changesConsent = (kind: RequestKind) => kind === 'subscribe' || kind === 'unsubscribe'
 */
export type RequestKind = keyof RevisionFacts['operations']

const KINDS: readonly RequestKind[] = ['importProfile', 'createEvent', 'subscribe', 'unsubscribe']

const kindsByOperation = new Map<Revision, ReadonlyMap<string, RequestKind>>()

/** What a request does, by its operation id; `undefined` for an operation that no plan of ours holds. */
export function kindOfOperation(operation: string, revision: Revision): RequestKind | undefined {
  let kinds = kindsByOperation.get(revision)
  if (kinds === undefined) {
    kinds = new Map(KINDS.map((kind) => [REVISIONS[revision].operations[kind], kind]))
    kindsByOperation.set(revision, kinds)
  }
  return kinds.get(operation)
}
