import { mappingRows } from '@rudder-klaviyo/sdk/stages'
import type { EventWarning } from '@rudder-klaviyo/sdk'
import { notUsable, pathKey, readObject, type JsonRecord, type PathRule } from './argument-event.ts'
import type { PatchPropertiesInput } from './patch-properties-input.ts'

type Patch = typeof PatchPropertiesInput.$inferInput

/** Changes of custom properties in the places of an event. */
export interface PlacedPatch {
  /** Values for `context.traits`, in front of those of the traits. */
  readonly traits: JsonRecord
  /** `integrations`, `undefined` when there is nothing to change. */
  readonly integrations: JsonRecord | undefined
  readonly rules: readonly PathRule[]
}

const CONTAINER = 'context.traits.'

/** Traits that a row of the mapping reads: they are no custom properties, and a value here must not become an identity. */
const READ_TRAITS: ReadonlySet<string> = new Set(
  mappingRows
    .flatMap((row) => row.from)
    .filter((path) => path.startsWith(CONTAINER) && !path.endsWith('*'))
    .map((path) => path.slice(CONTAINER.length).split('.', 1)[0] ?? ''),
)

/**
 * RudderStack's form: the names in `integrations.Klaviyo`, their values among the traits. One trait has one value, so a
 * name can be appended to or taken out of in one event, not both.
 */
export function placePatch(patch: Patch | null | undefined, warnings: EventWarning[]): PlacedPatch {
  if (patch == null) return { traits: {}, integrations: undefined, rules: [] }
  const append = custom(readObject(patch.append, 'patchProperties.append', warnings), 'append', warnings)
  const asked = custom(readObject(patch.unappend, 'patchProperties.unappend', warnings), 'unappend', warnings)
  const unappend = Object.fromEntries(Object.entries(asked).filter(([name]) => !Object.hasOwn(append, name)))
  for (const name of Object.keys(asked).filter((key) => Object.hasOwn(append, key))) {
    const what = 'was left out: `append` changes the same property. Send it as an event of its own.'
    warnings.push(notUsable(`patchProperties.unappend.${pathKey(name)}`, what))
  }
  const options = {
    ...(Object.keys(append).length === 0 ? undefined : { fieldsToAppend: Object.keys(append) }),
    ...(Object.keys(unappend).length === 0 ? undefined : { fieldsToUnappend: Object.keys(unappend) }),
    ...(patch.unset == null || patch.unset.length === 0 ? undefined : { fieldsToUnset: patch.unset }),
  }
  return {
    traits: { ...unappend, ...append },
    integrations: Object.keys(options).length === 0 ? undefined : { Klaviyo: options },
    rules: [
      ['integrations', 'patchProperties'],
      ['integrations.Klaviyo', 'patchProperties'],
      ['integrations.Klaviyo.fieldsToAppend', 'patchProperties.append'],
      ['integrations.Klaviyo.fieldsToUnappend', 'patchProperties.unappend'],
      ['integrations.Klaviyo.fieldsToUnset', 'patchProperties.unset'],
      ...Object.keys(unappend).map((name): PathRule => [CONTAINER + name, `patchProperties.unappend.${pathKey(name)}`]),
      ...Object.keys(append).map((name): PathRule => [CONTAINER + name, `patchProperties.append.${pathKey(name)}`]),
    ],
  }
}

function custom(values: JsonRecord, option: string, warnings: EventWarning[]): JsonRecord {
  const isCustom = ([name]: readonly [string, unknown]): boolean => !READ_TRAITS.has(name)
  for (const [name] of Object.entries(values).filter((entry) => !isCustom(entry))) {
    const path = `patchProperties.${option}.${pathKey(name)}`
    warnings.push(notUsable(path, 'is a field of the profile, not a custom property, and was left out.'))
  }
  return Object.fromEntries(Object.entries(values).filter(isCustom))
}
