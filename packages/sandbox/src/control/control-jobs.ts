import type { JsonObject } from '@rudder-klaviyo/sdk'
import * as z from 'zod'
import { decodePart } from '../decode-part.ts'
import type { SandboxResponse } from '../exchange.ts'
import { timestamp } from '../state/clock.ts'
import type { Job, JobStore } from '../state/jobs.ts'
import type { Control } from './control.ts'
import { parsedBody } from './parsed-body.ts'
import { plainJson } from './plain-json.ts'

/** The path of all jobs, or of one. */
export const JOBS_PATH = /^\/sandbox\/jobs(?:\/([^/]+))?$/

const cancelled = z.strictObject({ status: z.literal('cancelled') })

/**
 * `/sandbox/jobs`: GET lists the bulk jobs. `/sandbox/jobs/{id}`: GET shows one, POST `{"status":"cancelled"}` cancels it,
 * DELETE loses it: Klaviyo knows it no more. What had not taken effect by then never does.
 */
export const controlJobs: Control = ({ method, url, body }, { state: { jobs } }) => {
  const name = JOBS_PATH.exec(url.pathname.replace(/\/+$/, ''))?.[1]
  if (name === undefined) return method === 'GET' ? plainJson(200, { data: jobs.all().map(rowOf) }) : undefined
  const job = jobs.byId(decodePart(name))
  if (job === undefined) return plainJson(404, { error: 'There is no such job.' })
  switch (method) {
    case 'GET':
      return plainJson(200, { data: rowOf(job) })
    case 'POST':
      return cancel(job, jobs, body)
    case 'DELETE':
      jobs.remove(job)
      return { status: 204, headers: {} }
    default:
      return undefined
  }
}

function cancel(job: Job, jobs: JobStore, body: string): SandboxResponse {
  if (!cancelled.safeParse(parsedBody(body)).success) {
    return plainJson(400, { error: 'Send {"status":"cancelled"}: nothing else can be made of a job.' })
  }
  if (!jobs.cancel(job)) return plainJson(409, { error: `The job is ${job.status} already.` })
  return plainJson(200, { data: rowOf(job) })
}

const rowOf = (job: Job): JsonObject => ({
  id: job.id,
  type: job.type,
  status: job.status,
  total_count: job.totalCount,
  completed_count: job.completedCount,
  failed_count: job.errors.length,
  created: timestamp(job.createdMs),
})
