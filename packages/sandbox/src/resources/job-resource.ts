import type { JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import type { ImportError, Job } from '../state/jobs.ts'
import { relationship, selfLink } from './links.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const KEPT_DAYS = 7

/** A bulk job as Klaviyo answers it. */
export function jobResource(job: Job, origin: string): JsonObject {
  const path = `${job.type}s/${job.id}`
  const isImport = job.type === 'profile-bulk-import-job'
  return {
    type: job.type,
    id: job.id,
    attributes: {
      status: job.status,
      created_at: timestamp(job.createdMs),
      total_count: job.totalCount,
      completed_count: job.completedCount,
      completed_at: job.completedMs === undefined ? null : timestamp(job.completedMs),
      ...(isImport
        ? {
            failed_count: job.errors.length,
            started_at: job.startedMs === undefined ? null : timestamp(job.startedMs),
            expires_at: timestamp(job.createdMs + KEPT_DAYS * DAY_MS),
          }
        : { skipped_count: 0 }),
    },
    relationships: {
      lists: {
        data: job.listIds.map((id) => ({ type: 'list', id })),
        ...relationship(origin, path, 'lists'),
      },
      ...(isImport
        ? {
            profiles: relationship(origin, path, 'profiles'),
            'import-errors': { links: { related: `${origin}/api/${path}/import-errors` } },
          }
        : {}),
    },
    links: selfLink(origin, path),
  }
}

/** An error of a bulk import as Klaviyo answers it. */
export function importErrorResource(error: ImportError, origin: string): JsonObject {
  return {
    type: 'import-error',
    id: error.id,
    attributes: {
      code: error.code,
      title: error.title,
      detail: error.detail,
      source: { pointer: error.pointer },
      original_payload: error.originalPayload,
    },
    links: selfLink(origin, `import-errors/${error.id}`),
  }
}
