import type { Json, Revision } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'

/** A request to an empty sandbox and what it answers. */
export interface RequestRow {
  readonly title: string
  /** @default 'GET' */
  readonly method?: string
  readonly path: string
  readonly body?: Json
  readonly headers?: Record<string, string>
  /** The only revision in which this holds. */
  readonly only?: Revision
  readonly status: number
  /** Pointers or parameters, one per error; `null` for an error that is about neither. */
  readonly at?: readonly (string | null)[]
}

/** Runs each row in every revision in which it holds. */
export function describeRequests(all: readonly RequestRow[]): void {
  describe.each(['2024-06-15', '2026-07-15'] as const)('%s', (revision) => {
    const rows = all.filter(({ only = revision }) => only === revision)

    it.each(rows)('$title: $status', async ({ method = 'GET', path, body, headers, status, at = [] }) => {
      const reply = await createClient(revision).send(method, path, body, headers)
      expect({ status: reply.status, at: reply.sources }).toEqual({ status, at })
    })
  })
}
