import { type FilterFields, applyFilter, textField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import { type Fault, notFound, refuseFaults } from '../refusal.ts'
import { importErrorResource, jobResource } from '../resources/job-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import { profileFaults } from '../rules/profile-rules.ts'
import type { Job } from '../state/jobs.ts'
import type { ProfileInput, ProfilesBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { importMember } from './import-member.ts'
import { filterOf } from './profiles.ts'
import { runJob } from './run-job.ts'

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
    const errors = profiles
      .map((profile, index) => importMember(call, job, { profile, pointer: `${PROFILES}/${index}` }))
      .filter((error) => error !== undefined)
      .map((error, place) => ({ ...error, place }))
    return { completedCount: profiles.length - errors.length, errors }
  })
  return answer
}

/** Reads one job. */
export const getImportJob: Handler = (call) => jobAnswer(call, knownJob(call, 'job_id'), 200)

/** Pages through the jobs. */
export const getImportJobs: Handler = (call) => {
  const found = applyFilter(call.state.jobs.ofType(TYPE), filterOf(call), FILTERS)
  const sorts = { created_at: ({ createdMs }: Job) => createdMs }
  const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts })
  return { status: 200, body: { data: items.map((job) => jobResource(job, call.url.origin)), links } }
}

/** Pages through the errors of a job. */
export const getImportErrors: Handler = (call) => {
  const { items, links } = pageOf(call, knownJob(call, 'id').errors, { fallbackSize: PAGE_SIZE })
  return { status: 200, body: { data: items.map((error) => importErrorResource(error, call.url.origin)), links } }
}

const FILTERS: FilterFields<Job> = { status: textField(({ status }) => [status]) }

const jobAnswer = (call: Call, job: Job, status: number) => ({
  status,
  body: { data: jobResource(job, call.url.origin), links: { self: selfAddress(call.url) } },
})

function knownJob({ state, path }: Call, name: string): Job {
  const id = path[name] ?? ''
  const job = state.jobs.byId(id, TYPE)
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
