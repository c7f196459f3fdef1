import { listOperations } from '../openapi/list-operations.ts'
import { compareOperations } from './compare-operations.ts'
import type { Comparison } from './comparison.ts'
import type { Difference } from './difference.ts'
import { Recorder } from './recorder.ts'

/** Every difference in the operations that our document has. Operations that it leaves out are no difference. */
export function compareDocuments(documents: Comparison['documents']): Difference[] {
  const official = new Map(listOperations(documents.official).map((listed) => [listed.id, listed]))
  const recorder = new Recorder()
  const comparison = { documents, recorder, trail: new Map() }
  for (const ours of listOperations(documents.ours)) {
    const twin = official.get(ours.id)
    if (twin === undefined) recorder.fact(ours.id, 'operation', `${ours.method} ${ours.path}`, undefined)
    else compareOperations({ ours, official: twin }, comparison)
  }
  return recorder.differences
}
