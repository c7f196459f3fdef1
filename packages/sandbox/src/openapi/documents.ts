import type { Revision } from '@rudder-klaviyo/sdk'
import document2024 from '../generated/klaviyo-2024-06-15.json' with { type: 'json' }
import document2026 from '../generated/klaviyo-2026-07-15.json' with { type: 'json' }
import type { OpenApiDocument } from './document.ts'

/** The document of every revision that the sandbox answers. A revision that the sdk knows must have one. */
export const DOCUMENTS: Readonly<Record<Revision, OpenApiDocument>> = {
  '2024-06-15': document2024,
  '2026-07-15': document2026,
}
