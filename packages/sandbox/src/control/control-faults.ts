import { InvalidFaultsError, parseFaults } from '../faults/fault-rule.ts'
import type { FaultBook } from '../faults/fault-book.ts'
import { parsedBody } from './parsed-body.ts'
import { plainJson } from './plain-json.ts'
import type { Control } from './control.ts'

/** `/sandbox/faults`: GET lists the rules, POST adds some, DELETE drops all. */
export const controlFaults: Control = ({ method, body }, { faults }) => {
  switch (method) {
    case 'GET':
      return plainJson(200, listOf(faults))
    case 'POST':
      try {
        faults.add(parseFaults(parsedBody(body)))
        return plainJson(201, listOf(faults))
      } catch (error) {
        if (error instanceof InvalidFaultsError) return plainJson(400, { error: error.message, issues: error.issues })
        throw error
      }
    case 'DELETE':
      faults.clear()
      return { status: 204, headers: {} }
    default:
      return undefined
  }
}

const listOf = (faults: FaultBook) => ({
  data: faults.list().map(({ rule, appliedCount }) => ({ ...rule, appliedCount })),
})
