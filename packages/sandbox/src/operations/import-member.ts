import type { Json } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import { Refusal, refuseFaults } from '../refusal.ts'
import { lateFaults } from '../rules/late-faults.ts'
import type { ImportError, Job } from '../state/jobs.ts'
import { withoutNulls } from '../state/merge.ts'
import type { ProfileInput } from './bodies.ts'
import type { Call } from './handler.ts'
import { writeProfile } from './write-profile.ts'

/** A profile of a bulk import and the pointer to it. */
export interface ImportMember {
  readonly profile: ProfileInput
  readonly pointer: string
}

/** Imports one member of a job. What went wrong, else `undefined`. */
export function importMember(
  { state, newId }: Call,
  job: Job,
  member: ImportMember,
): Omit<ImportError, 'place'> | undefined {
  const { profile, pointer } = member
  try {
    refuseFaults(lateFaults({ ...profile, pointer: `${pointer}/attributes` }))
    const input = { ...profile, attributes: ignoringNulls(profile) }
    const written = writeProfile(state, input, { onClash: 'refuse', pointer }).profile
    for (const id of job.listIds) state.lists.join(state.lists.use(id), written)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      id: newId('import-error'),
      code: error.status === 409 ? 'duplicate_profile' : 'invalid',
      title: 'The profile was not imported.',
      detail: error.message,
      pointer: error.faults[0]?.pointer ?? pointer,
      originalPayload: asJson(profile),
    }
  }
}

/** A bulk import cannot clear: its nulls mean nothing, at any place where a single import would clear. */
function ignoringNulls({ attributes }: ProfileInput): ProfileInput['attributes'] {
  const { location, properties, ...others } = withoutNulls(attributes)
  return {
    ...others,
    ...(location === undefined ? {} : { location: withoutNulls(asObject(location)) }),
    ...(properties === undefined ? {} : { properties: withoutNulls(asObject(properties)) }),
  }
}

// A profile came out of `JSON.parse`, so it is JSON; its type says less.
const asJson = (profile: ProfileInput) => ({ ...profile }) as Json
