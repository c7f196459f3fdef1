import type { Json } from '@rudder-klaviyo/sdk'
import type { Patch, StepTraits } from '../step.ts'
import type { ModelProfile } from './model-profile.ts'

const FIELDS = { firstName: 'first_name', title: 'title' } as const
const LEAVES = ['city', 'country'] as const
const PROPERTIES = ['plan', 'score', 'tags', 'flags', 'seen'] as const

/**
 * Writes what an event says of its person: fields, each leaf of `location` and each custom property by itself, whole.
 * What is `null` or missing stays as it is.
 */
export function writeTraits(profile: ModelProfile, traits: StepTraits, patch: Patch | undefined): void {
  for (const name of ['firstName', 'title'] as const) set(profile.fields, FIELDS[name], traits[name])
  for (const name of LEAVES) set(profile.location, name, traits[name])
  for (const name of PROPERTIES) {
    // What is appended or unappended is not also set.
    const isPatched = name === 'tags' && (patch === 'append' || patch === 'unappend')
    if (!isPatched) set(profile.properties, name, traits[name])
  }
  writePatch(profile.properties, traits.tags, patch)
}

function set(target: Record<string, Json>, name: string, value: Json | undefined): void {
  if (value !== undefined && value !== null) target[name] = value
}

function writePatch(
  properties: Record<string, Json>,
  tags: readonly string[] | undefined,
  patch: Patch | undefined,
): void {
  if (patch === 'unset') delete properties['plan']
  if (tags === undefined) return
  const current = properties['tags']
  const list: readonly Json[] = isList(current) ? current : []
  if (patch === 'append') properties['tags'] = [...list, ...tags]
  if (patch === 'unappend' && current !== undefined) {
    properties['tags'] = list.filter((tag) => !tags.some((gone) => gone === tag))
  }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
