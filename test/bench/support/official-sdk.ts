import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { runTool } from '../../packaging/run-tool.ts'

/** The official SDK of Klaviyo for Node, installed for this run. */
export const OFFICIAL_SDK = 'klaviyo-api@23.0.0'

/** The part of it that creates events. */
export interface OfficialEvents {
  basePath: string
  createEvent(event: unknown): Promise<unknown>
}

interface OfficialModule {
  readonly ApiKeySession: new (apiKey: string) => object
  readonly EventsApi: new (session: object) => OfficialEvents
}

/** Installs it into a folder; `undefined` when it cannot be had. */
export async function installOfficialSdk(folder: string): Promise<OfficialModule | undefined> {
  try {
    const install = ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'] as const
    await runTool([...install, OFFICIAL_SDK], { cwd: folder })
  } catch {
    return undefined
  }
  return createRequire(join(folder, 'program.js'))('klaviyo-api') as OfficialModule // its types are not installed here
}

/** The body of a planned event as this SDK takes it: names in camel case, but not those of the user, and a `Date`. */
export function officialEvent(body: JsonObject): unknown {
  return renamed(body)
}

function renamed(value: Json | undefined, key = ''): unknown {
  if (key === 'time' && typeof value === 'string') return new Date(value)
  if (key === 'properties' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item))
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [camelCase(name), renamed(child, name)]))
}

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
