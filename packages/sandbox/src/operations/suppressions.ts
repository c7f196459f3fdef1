import { type FilterFields, applyFilter, textField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import { Refusal, notFound, refuseFaults } from '../refusal.ts'
import { jobResource } from '../resources/job-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import { formatFaults } from '../rules/profile-rules.ts'
import type { Job, JobType } from '../state/jobs.ts'
import type { Profile } from '../state/profile.ts'
import type { ProfileInput, ProfilesBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { filterOf } from './profiles.ts'
import { runJob } from './run-job.ts'
import { unlessGone } from './unless-gone.ts'
import { refuseUnknownIds, writeProfile } from './write-profile.ts'

type SuppressionJobType = Exclude<JobType, 'profile-bulk-import-job'>

const PROFILES = '/data/attributes/profiles/data'
const PAGE_SIZE = 20

/** Suppresses or unsuppresses profiles by email, or all members that a list has now. */
export const changeSuppressions =
  (type: SuppressionJobType): Handler =>
  (call) => {
    const { inputs, members, listIds } = suppressionTargets(call)
    const job = call.state.jobs.create(type, inputs.length + members.length, listIds)
    const answer = jobAnswer(call, job, 202)
    const nowMs = call.now()
    runJob(call, job, () => {
      const isSuppressed = type === 'profile-suppression-bulk-create-job'
      for (const input of inputs) {
        unlessGone(() => {
          const { profile } = writeProfile(call.state, input, { onClash: 'leave-out', pointer: input.at })
          setSuppressed(profile, isSuppressed, nowMs)
        })
      }
      for (const profile of members) setSuppressed(profile, isSuppressed, nowMs)
      return { completedCount: job.totalCount }
    })
    return answer
  }

function setSuppressed(profile: Profile, isSuppressed: boolean, nowMs: number): void {
  const others = profile.suppressions.filter(({ reason }) => reason !== 'USER_SUPPRESSED')
  const suppression = { reason: 'USER_SUPPRESSED', timestampMs: nowMs } as const
  profile.suppressions = isSuppressed ? [...others, suppression] : others
}

/** Reads one job. */
export const getSuppressionJob =
  (type: SuppressionJobType): Handler =>
  (call) => {
    const id = call.path['job_id'] ?? ''
    const job = call.state.jobs.byId(id, type)
    if (job === undefined) throw notFound(type, id)
    return jobAnswer(call, job, 200)
  }

/** Pages through the jobs. */
export const getSuppressionJobs =
  (type: SuppressionJobType): Handler =>
  (call) => {
    const found = applyFilter(call.state.jobs.ofType(type), filterOf(call), FILTERS)
    const sorts = { created: ({ createdMs }: Job) => createdMs }
    const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts })
    return { status: 200, body: { data: items.map((job) => jobResource(job, call.url.origin)), links } }
  }

const FILTERS: FilterFields<Job> = {
  status: textField(({ status }) => [status], ['equals']),
  list_id: textField(({ listIds }) => listIds, ['equals']),
  segment_id: textField(() => [], ['equals']),
}

const jobAnswer = (call: Call, job: Job, status: number) => ({
  status,
  body: { data: jobResource(job, call.url.origin), links: { self: selfAddress(call.url) } },
})

interface Targets {
  readonly inputs: readonly (ProfileInput & { readonly at: string })[]
  /** Of the list, now. */
  readonly members: readonly Profile[]
  readonly listIds: readonly string[]
}

/** Whom a request is about. Throws a 400 when it names nobody, and a 404 for a segment: the sandbox has none. */
function suppressionTargets(call: Call): Targets {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const segment = relationships?.segment?.data
  if (segment !== undefined) throw notFound('segment', segment.id, '/data/relationships/segment/data/id')
  const listId = relationships?.list?.data?.id
  const inputs = attributes.profiles?.data ?? []
  if (listId === undefined && inputs.length === 0) {
    throw new Refusal(400, [{ pointer: '/data/attributes/profiles', detail: 'Name profiles, a list or a segment.' }])
  }
  refuseFaults(inputs.flatMap((input, index) => formatFaults({ ...input, pointer: `${PROFILES}/${index}/attributes` })))
  const inputsAt = inputs.map((input, index) => ({ ...input, at: `${PROFILES}/${index}` }))
  refuseUnknownIds(call.state, inputsAt)
  return {
    inputs: inputsAt,
    members: listId === undefined ? [] : [...call.state.lists.use(listId).members.keys()],
    listIds: listId === undefined ? [] : [listId],
  }
}
