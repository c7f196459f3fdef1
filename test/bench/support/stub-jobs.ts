import type { JsonObject } from '@rudder-klaviyo/sdk'

const PATH = '/api/profile-bulk-import-jobs'
const STATUS = /queued|processing|complete|cancelled/g
const PAGE_COUNT = 20

interface StubJob {
  readonly id: string
  readonly createdAtMs: number
  readonly memberCount: number
}

/** The import jobs of a stub: each is complete, without an error, `jobMs` after it began. */
export function createStubJobs({ clock, jobMs }: { clock: { readonly now: () => number }; jobMs: number }) {
  const jobs: StubJob[] = []
  const resource = ({ id, createdAtMs, memberCount }: StubJob): JsonObject => {
    const isComplete = clock.now() >= createdAtMs + jobMs
    return {
      type: 'profile-bulk-import-job',
      id,
      attributes: {
        status: isComplete ? 'complete' : 'processing',
        created_at: new Date(createdAtMs).toISOString(),
        total_count: memberCount,
        completed_count: isComplete ? memberCount : 0,
        failed_count: 0,
        completed_at: isComplete ? new Date(createdAtMs + jobMs).toISOString() : null,
      },
      links: { self: `https://a.klaviyo.com${PATH}/${id}` },
    }
  }
  return {
    start(memberCount: number): JsonObject {
      const job = { id: `job-${jobs.length + 1}`, createdAtMs: clock.now(), memberCount }
      jobs.push(job)
      return resource(job)
    },
    /** The job of a path, if it is one of a job. */
    at: (path: string): JsonObject | undefined => {
      const job = jobs.find(({ id }) => path === `${PATH}/${id}`)
      return job && resource(job)
    },
    /** A page of the jobs: newest first with `-created_at`, and of the statuses that the filter names. */
    list(query: Readonly<Record<string, string>>): JsonObject {
      const wanted = query['filter']?.match(STATUS)
      const statusOf = ({ createdAtMs }: StubJob) => (clock.now() >= createdAtMs + jobMs ? 'complete' : 'processing')
      const found =
        wanted === undefined || wanted === null ? jobs : jobs.filter((job) => wanted.includes(statusOf(job)))
      const sorted = query['sort'] === '-created_at' ? found.toReversed() : found
      const pageCount = Number(query['page[size]'] ?? PAGE_COUNT)
      const from = Number(query['page[cursor]'] ?? 0)
      const end = from + pageCount
      const next = new URLSearchParams({ ...query, 'page[cursor]': String(end) })
      return {
        data: sorted.slice(from, end).map(resource),
        links: { next: end < sorted.length ? `https://a.klaviyo.com${PATH}?${next.toString()}` : null },
      }
    },
  }
}
