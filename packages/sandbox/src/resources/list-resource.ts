import type { JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import type { List } from '../state/lists.ts'
import { relationship, selfLink } from './links.ts'

/** A list as Klaviyo answers it. */
export function listResource(list: List, origin: string, withCount = false): JsonObject {
  const path = `lists/${list.id}`
  return {
    type: 'list',
    id: list.id,
    attributes: {
      name: list.name,
      created: timestamp(list.createdMs),
      updated: timestamp(list.updatedMs),
      opt_in_process: list.optInProcess,
      ...(withCount ? { profile_count: list.members.size } : {}),
    },
    relationships: {
      profiles: relationship(origin, path, 'profiles'),
      tags: relationship(origin, path, 'tags'),
    },
    links: selfLink(origin, path),
  }
}
