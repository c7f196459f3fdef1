import type { JsonObject } from '../event/json.ts'
import type { Member } from './batch-event.ts'

/** A profile for an import: that of one identify, or of several of one person. */
export interface ImportMember<Entry> extends Member<Entry> {
  /** What is sent: `type`, `id`, `attributes`, `meta`. */
  readonly profile: JsonObject
  readonly text: string
  /** Never in a bulk import. */
  readonly isAlone: boolean
  /** The imports it was merged from, each by itself and oldest first, without what is outdated by later events. */
  readonly split: () => readonly ImportMember<Entry>[]
}

/** What an import is made of. */
export interface ImportParts<Entry> {
  readonly entries: readonly Entry[]
  readonly profile: JsonObject
  readonly isAlone: boolean
  readonly person: object
  readonly split: () => readonly ImportMember<Entry>[]
}

/** The member that the imports of a person become. */
export function importMember<Entry>(parts: ImportParts<Entry>): ImportMember<Entry> {
  return { ...parts, text: JSON.stringify(parts.profile) }
}

/** One import by itself. */
export function loneImport<Entry>(entry: Entry, profile: JsonObject, person: object = {}): ImportMember<Entry> {
  const member: ImportMember<Entry> = importMember({
    entries: [entry],
    profile,
    isAlone: true,
    person,
    split: () => [member],
  })
  return member
}
