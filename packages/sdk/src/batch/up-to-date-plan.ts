import type { Plan } from '../plan/planned-request.ts'
import { kindOfOperation } from '../plan/request-kind.ts'
import { withoutOutdated, type NewestValues } from './newest-values.ts'
import { profileOf, withProfile } from './profile-write.ts'

/** The plan without the fields that have another value in `newer`: sent late, it must not undo them. */
export function upToDatePlan(plan: Plan, newer: NewestValues): Plan {
  const requests = plan.requests.map((request) => {
    const kind = kindOfOperation(request.operation, plan.revision)
    const profile = kind === 'importProfile' || kind === 'createEvent' ? profileOf(kind, request) : undefined
    if (profile === undefined || (kind !== 'importProfile' && kind !== 'createEvent')) return request
    return withProfile(kind, request, withoutOutdated(profile, newer))
  })
  return { ...plan, requests }
}
