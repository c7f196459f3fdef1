import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createKlaviyo, EventInvalidError, type Plan } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { officialValidator, ownValidator, type BodyValidator } from '../support/body-validator.ts'
import { CASES_FOLDER, readCases, type PlanCase } from '../support/case-file.ts'
import { officialDocuments, originalCases } from '../support/requirements.ts'

const FILES = ['mapping.jsonl', 'public-reports.jsonl'] as const
const planOf = ({ config, event }: PlanCase): Plan => createKlaviyo(config).plan(event)
const wire = (plan: Plan): unknown =>
  JSON.parse(JSON.stringify(plan.requests.map(({ path, body }) => ({ path, body }))))

const isPlanned = (row: PlanCase): boolean => row.event !== undefined && (row.kind === undefined || row.kind === 'plan')
const named = (rows: readonly PlanCase[]) => rows.map((row) => [row.id, row.note ?? row.why ?? '', row] as const)

describe.each(FILES)('%s', (file) => {
  const rows = readCases(file).filter(isPlanned)

  it.each(named(rows.filter(({ expect: { error } }) => error === undefined)))('%s: %s', (_id, _note, row) => {
    expect(wire(planOf(row))).toEqual(row.expect.requests)
  })

  it.each(named(rows.filter(({ expect: { error } }) => error !== undefined)))(
    '%s is refused: %s',
    (_id, _note, row) => {
      expect(() => planOf(row)).toThrow(EventInvalidError)
      for (const word of row.expect.error?.mentions ?? []) expect(() => planOf(row)).toThrow(word)
    },
  )

  originalCases.it('is the same as its original', (folder) => {
    expect(readFileSync(join(CASES_FOLDER, file), 'utf8')).toBe(readFileSync(join(folder, file), 'utf8'))
  })
})

describe('public reports of kind plan that say what happens', () => {
  const behaviour = (id: string): PlanCase => {
    const row = readCases('public-reports.jsonl').find((candidate) => candidate.id === id)
    if (row === undefined) throw new Error(`public-reports.jsonl has no ${id}`)
    return row
  }

  it('R11: every event carries its own unique_id', () => {
    const { events = [], config } = behaviour('R11')
    const plans = events.map((event) => createKlaviyo(config).plan(event))
    expect(plans.map(({ requests }) => requests.length)).toEqual([1, 1, 1])
    const ids = plans.map(({ requests }) => JSON.stringify(requests[0]?.body))
    expect(ids.map((body) => /"unique_id":"([^"]+)"/.exec(body)?.[1])).toEqual(['rep-11-1', 'rep-11-2', 'rep-11-3'])
  })

  it('R19: the plan and explain warn that a profile off the list is unsubscribed globally', () => {
    const row = behaviour('R19')
    const codes = [planOf(row).warnings, createKlaviyo(row.config).explain(row.event).warnings].map((warnings) =>
      warnings.map(({ code }) => code),
    )
    expect(codes).toEqual([['MAY_UNSUBSCRIBE_GLOBALLY'], ['MAY_UNSUBSCRIBE_GLOBALLY']])
  })
})

describe('every planned body of the cases', () => {
  const faultsBy = (validatorFor: (plan: Plan) => BodyValidator): readonly string[] =>
    FILES.flatMap((file) => readCases(file))
      .filter((row) => isPlanned(row) && row.expect.error === undefined)
      .flatMap((row) => {
        const plan = planOf(row)
        return plan.requests.flatMap((request) =>
          validatorFor(plan)(request).map((fault) => `${row.id} ${request.path}: ${fault}`),
        )
      })

  it('is valid by our document of its revision', () => {
    const validators = { '2024-06-15': ownValidator('2024-06-15'), '2026-07-15': ownValidator('2026-07-15') }
    expect(faultsBy(({ revision }) => validators[revision])).toEqual([])
  })

  officialDocuments.it('is valid by the official document of its revision', (folder) => {
    const validators = {
      '2024-06-15': officialValidator(folder, '2024-06-15'),
      '2026-07-15': officialValidator(folder, '2026-07-15'),
    }
    expect(faultsBy(({ revision }) => validators[revision])).toEqual([])
  })

  it('is refused by our document with a key that Klaviyo does not know', () => {
    const [request] = createKlaviyo().plan({ type: 'identify', userId: 'u-1' }).requests
    if (request === undefined) throw new Error('an identify event has a request')
    const misspelt = { data: { type: 'profile', attributes: { external_id: 'u-1', frist_name: 'Alex' } } }
    expect(ownValidator('2024-06-15')({ ...request, body: misspelt })).not.toEqual([])
  })
})
