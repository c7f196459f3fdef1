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
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly pointer: string
  readonly originalPayload: Json
}

/** A piece of work that goes on after its request was answered. */
export interface Job {
  readonly id: string
  readonly type: JobType
  readonly totalCount: number
  readonly listIds: readonly string[]
  readonly createdMs: number
  status: 'queued' | 'processing' | 'complete'
  startedMs?: number
  completedMs?: number
  completedCount: number
  readonly errors: ImportError[]
}

/** The jobs of the account. */
export interface JobStore {
  readonly ofType: (type: JobType) => readonly Job[]
  readonly byId: (type: JobType, id: string) => Job | undefined
  readonly create: (type: JobType, totalCount: number, listIds: readonly string[]) => Job
}

/** An empty store. */
export function createJobStore({ now, newId }: Clock): JobStore {
  const jobs = new Map<string, Job>()
  return {
    ofType: (type) => [...jobs.values()].filter((job) => job.type === type),
    byId: (type, id) => {
      const job = jobs.get(id)
      return job?.type === type ? job : undefined
    },
    create: (type, totalCount, listIds) => {
      const job: Job = {
        id: newId('job'),
        type,
        totalCount,
        listIds,
        createdMs: now(),
        status: 'queued',
        completedCount: 0,
        errors: [],
      }
      jobs.set(job.id, job)
      return job
    },
  }
}
