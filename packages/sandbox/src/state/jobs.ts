import type { Json } from '@rudder-klaviyo/sdk'
import type { Clock } from './clock.ts'

/** The resource type of a job that can be read. */
export type JobType =
  | 'profile-bulk-import-job'
  | 'profile-suppression-bulk-create-job'
  | 'profile-suppression-bulk-delete-job'

/** Why one member of a bulk import was not imported. */
export interface ImportError {
  readonly id: string
  /** Its place among the errors of the job. */
  readonly place: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly pointer: string
  readonly originalPayload: Json
}

/** A piece of work that goes on after its request was answered. */
export interface Job {
  readonly id: string
  /** Its place among the jobs of the account. */
  readonly place: number
  readonly type: JobType
  readonly totalCount: number
  readonly listIds: readonly string[]
  readonly createdMs: number
  status: 'queued' | 'processing' | 'complete' | 'cancelled'
  startedMs?: number
  completedMs?: number
  completedCount: number
  errors: readonly ImportError[]
  /** Stops the work where it is. */
  stop: () => void
}

/** The jobs of the account. */
export interface JobStore {
  readonly all: () => readonly Job[]
  readonly ofType: (type: JobType) => readonly Job[]
  /** A job of that type; of any type without one. */
  readonly byId: (id: string, type?: JobType) => Job | undefined
  readonly create: (type: JobType, totalCount: number, listIds: readonly string[]) => Job
  /** Ends a job before its time: what did not take effect yet never does. `false` when it had ended before. */
  readonly cancel: (job: Job) => boolean
  /** Ends a job and forgets it: reading it is a 404 from then on. */
  readonly remove: (job: Job) => void
}

/** An empty store. */
export function createJobStore({ now, newId }: Clock): JobStore {
  const jobs = new Map<string, Job>()
  let createdCount = 0
  return {
    all: () => [...jobs.values()],
    ofType: (type) => [...jobs.values()].filter((job) => job.type === type),
    byId: (id, type) => {
      const job = jobs.get(id)
      return type === undefined || job?.type === type ? job : undefined
    },
    create: (type, totalCount, listIds) => {
      createdCount += 1
      const job: Job = {
        id: newId('job'),
        place: createdCount,
        type,
        totalCount,
        listIds,
        createdMs: now(),
        status: 'queued',
        completedCount: 0,
        errors: [],
        stop: () => {},
      }
      jobs.set(job.id, job)
      return job
    },
    cancel: (job) => {
      if (hasEnded(job)) return false
      job.stop()
      job.status = 'cancelled'
      job.completedMs = now()
      return true
    },
    remove: (job) => {
      job.stop()
      jobs.delete(job.id)
    },
  }
}

/** Whether nothing happens to the job any more. */
const hasEnded = ({ status }: Job) => status === 'complete' || status === 'cancelled'
