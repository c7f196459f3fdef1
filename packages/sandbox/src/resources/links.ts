import type { JsonObject } from '@rudder-klaviyo/sdk'

/** The address of a resource. */
export const selfLink = (origin: string, path: string): JsonObject => ({ self: `${origin}/api/${path}` })

/** A relationship of a resource, as links; with `data` where it is asked for. */
export function relationship(origin: string, path: string, name: string): JsonObject {
  return { links: { self: `${origin}/api/${path}/relationships/${name}`, related: `${origin}/api/${path}/${name}` } }
}
