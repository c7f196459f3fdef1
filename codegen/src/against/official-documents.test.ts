import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../workspace.ts'
import { runAgainst } from './run-against.ts'

// Klaviyo's documents are not part of this repository; they are compared where they lie beside it.
const official = (revision: string): string => resolve(ROOT, `../shared/klaviyo/openapi/${revision}.json`)

it.for(['2024-06-15', '2026-07-15'])(
  'our document of %s is like the official one, but for what we want',
  async (revision, context) => {
    const file = official(revision)
    context.skip(!existsSync(file), `${file} does not exist`)
    const { text, clean } = await runAgainst(file)
    expect(clean ? '' : text).toBe('')
  },
)
