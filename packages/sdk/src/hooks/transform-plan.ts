import { isList, isRecord } from '../event/record.ts'
import { REVISIONS } from '../revision.ts'
import type { Plan } from '../plan/planned-request.ts'
import { kindOf, wrongHook } from './run-hook.ts'

/**
 * Changes the plan of an event before it is shown or delivered.
 * @example const transformPlan: TransformPlan = (plan) => ({ ...plan, requests: plan.requests.slice(0, 1) })
 */
export type TransformPlan = (plan: Plan) => Plan

/**
 * The plan that the hook makes of one.
 * @throws {ConfigError} when the hook gives back no plan, or that of another event or revision
 */
export function transformPlan(hook: TransformPlan | undefined, plan: Plan): Plan {
  if (hook === undefined) return plan
  const came: unknown = hook(plan)
  if (!isPlanLike(came))
    throw wrongHook('transformPlan', 'a plan', isRecord(came) ? 'an object that is no plan' : kindOf(came))
  if (came.revision !== plan.revision)
    throw wrongHook('transformPlan', `a plan of revision ${plan.revision}`, 'one of another revision')
  if (came.messageId !== plan.messageId)
    throw wrongHook('transformPlan', 'a plan', 'that of another event (another messageId)')
  const known: readonly string[] = Object.values(REVISIONS[plan.revision].operations)
  if (!came.requests.every((request) => isRequest(request, known))) {
    throw wrongHook(
      'transformPlan',
      'a plan',
      `one with a request that is none of ${known.join(', ')} with a path and a body`,
    )
  }
  return came
}

function isPlanLike(value: unknown): value is Plan {
  return isRecord(value) && isList(value['requests']) && isList(value['warnings'])
}

function isRequest(value: unknown, operations: readonly string[]): boolean {
  if (!isRecord(value)) return false
  const { operation, method, path, body } = value
  return (
    typeof operation === 'string' &&
    operations.includes(operation) &&
    method === 'POST' &&
    typeof path === 'string' &&
    isRecord(body)
  )
}
