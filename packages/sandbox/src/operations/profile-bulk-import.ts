import type { Json } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import { type FilterFields, applyFilter, textField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import { applySort } from '../reading/sort.ts'
import { type Fault, Refusal, notFound, refuseFaults } from '../refusal.ts'
import { importErrorResource, jobResource } from '../resources/job-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import { profileFaults } from '../rules/profile-rules.ts'
import type { Job } from '../state/jobs.ts'
import { withoutNulls } from '../state/merge.ts'
import type { ProfileInput, ProfilesBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { filterOf } from './profiles.ts'
import { runJob } from './run-job.ts'
import { writeProfile } from './write-profile.ts'

const TYPE = 'profile-bulk-import-job'
const PROFILES = '/data/attributes/profiles/data'
const PAGE_SIZE = 20

/** Checks all members, answers with a job, then imports them one by one. */
export const importProfiles: Handler = (call) => {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const profiles = attributes.profiles?.data ?? []
  refuseFaults(profiles.flatMap((profile, index) => memberFaults(call, profile, index)))
  const listIds = (relationships?.lists?.data ?? []).map(({ id }) => id)
  const job = call.state.jobs.create(TYPE, profiles.length, listIds)
  const answer = jobAnswer(call, job, 202)
  runJob(call, job, () => {
    for (const [index, profile] of profiles.entries()) importMember(call, job, { profile, index })
  })
  return answer
}

/** Reads one job. */
export const getImportJob: Handler = (call) => jobAnswer(call, knownJob(call, 'job_id'), 200)

/** Pages through the jobs. */
export const getImportJobs: Handler = (call) => {
  const found = applyFilter(call.state.jobs.ofType(TYPE), filterOf(call), FILTERS)
  const sorted = applySort(found, call.query['sort'], { created_at: ({ createdMs }) => createdMs })
  const { items, links } = pageOf(call, sorted, PAGE_SIZE)
  return { status: 200, body: { data: items.map((job) => jobResource(job, call.url.origin)), links } }
}

/** Pages through the errors of a job. */
export const getImportErrors: Handler = (call) => {
  const { items, links } = pageOf(call, knownJob(call, 'id').errors, PAGE_SIZE)
  return { status: 200, body: { data: items.map((error) => importErrorResource(error, call.url.origin)), links } }
}

const FILTERS: FilterFields<Job> = { status: textField(({ status }) => [status]) }

const jobAnswer = (call: Call, job: Job, status: number) => ({
  status,
  body: { data: jobResource(job, call.url.origin), links: { self: selfAddress(call.url) } },
})

function knownJob({ state, path }: Call, name: string): Job {
  const id = path[name] ?? ''
  const job = state.jobs.byId(TYPE, id)
  if (job === undefined) throw notFound(TYPE, id)
  return job
}

function memberFaults({ operation }: Call, profile: ProfileInput, index: number): Fault[] {
  const pointer = `${PROFILES}/${index}`
  const { maxProfileBytes = Infinity } = operation.limits
  const isTooLarge = maxProfileBytes !== Infinity && Buffer.byteLength(JSON.stringify(profile)) > maxProfileBytes
  return [
    ...profileFaults({ ...profile, pointer: `${pointer}/attributes` }),
    ...(isTooLarge ? [{ pointer, detail: `A profile may have ${maxProfileBytes} bytes.` }] : []),
  ]
}

function importMember(call: Call, job: Job, { profile, index }: { profile: ProfileInput; index: number }): void {
  try {
    const input = { ...profile, attributes: ignoringNulls(profile) }
    const options = { onClash: 'refuse', pointer: `${PROFILES}/${index}` } as const
    const written = writeProfile(call.state, input, options).profile
    for (const id of job.listIds) call.state.lists.join(call.state.lists.use(id), written)
    job.completedCount += 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [fault] = error.faults
    job.errors.push({
      id: call.newId('import-error'),
      code: error.status === 409 ? 'duplicate_profile' : 'invalid',
      title: 'The profile was not imported.',
      detail: error.message,
      pointer: fault?.pointer ?? `${PROFILES}/${index}`,
      originalPayload: asJson(profile),
    })
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
