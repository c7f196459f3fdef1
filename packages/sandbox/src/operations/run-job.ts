import type { Job } from '../state/jobs.ts'
import type { Call } from './handler.ts'

/** Carries out a job after the answer: queued, then processing, then complete, each in a turn of its own. */
export function runJob({ background, now }: Call, job: Job, work: () => void): void {
  background.run([
    () => {
      job.status = 'processing'
      job.startedMs = now()
    },
    () => {
      work()
      job.status = 'complete'
      job.completedMs = now()
    },
  ])
}
