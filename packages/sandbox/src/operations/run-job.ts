import type { ImportError, Job } from '../state/jobs.ts'
import type { Call } from './handler.ts'

/** What a job did. */
export interface JobResult {
  readonly completedCount: number
  readonly errors?: readonly ImportError[]
}

/** Carries out a job after the answer. What it did is told when it is complete. */
export function runJob({ background, now }: Call, job: Job, work: () => JobResult): void {
  let result: JobResult = { completedCount: 0 }
  job.stop = background.runJob({
    start: () => {
      job.status = 'processing'
      job.startedMs = now()
    },
    effect: () => {
      result = work()
    },
    finish: () => {
      const { completedCount, errors = [] } = result
      // What is complete needs its members no more, and jobs are kept.
      job.stop = () => {}
      Object.assign(job, { status: 'complete', completedMs: now(), completedCount, errors } satisfies Partial<Job>)
    },
  })
}
