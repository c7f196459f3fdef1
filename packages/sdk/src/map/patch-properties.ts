import type { Notes } from '../event/notes.ts'
import { isList } from '../event/record.ts'
import type { Filling } from './custom-properties.ts'
import { NO_OPTIONS, type Destination } from './integrations.ts'

/** `meta.patch_properties` of a Klaviyo profile: changes of custom properties that setting them cannot do. */
export interface PatchedProperties {
  readonly patch: Filling | undefined
  /** The custom properties that are still set. */
  readonly custom: Filling | undefined
}

/**
 * `fieldsToUnset`, `fieldsToAppend` and `fieldsToUnappend` of `integrations.Klaviyo`. A custom property that is named
 * there is not also set. `undefined` when nothing is patched.
 */
export function patchProperties(
  destination: Destination,
  custom: Filling | undefined,
  notes: Notes,
): PatchedProperties | undefined {
  if (destination.options === NO_OPTIONS) return undefined
  const append = namesOf(destination, 'fieldsToAppend', notes)
  const unappend = namesOf(destination, 'fieldsToUnappend', notes)
  const unset = namesOf(destination, 'fieldsToUnset', notes)
  if (append.length + unappend.length + unset.length === 0) return undefined

  const patch: Filling = {}
  const values = { append: pick(append, custom), unappend: pick(unappend, custom) }
  if (values.append !== undefined) patch['append'] = values.append
  if (values.unappend !== undefined) patch['unappend'] = values.unappend
  if (unset.length > 0) patch['unset'] = unset
  warnAboutMissing([...append, ...unappend], custom, destination, notes)

  const named = new Set([...append, ...unappend, ...unset])
  const rest = Object.entries(custom ?? {}).filter(([key]) => !named.has(key))
  return {
    patch: Object.keys(patch).length === 0 ? undefined : patch,
    custom: rest.length === 0 ? undefined : Object.fromEntries(rest),
  }
}

function namesOf(destination: Destination, option: string, notes: Notes): readonly string[] {
  const value = destination.options[option]
  if (value === undefined || value === null) return []
  const names = isList(value) ? value : [value]
  const usable = names.filter((name): name is string => typeof name === 'string' && name !== '' && name !== '__proto__')
  if (usable.length < names.length) {
    const path = `integrations.${destination.key}.${option}`
    notes.warnings.push({
      path,
      code: 'NOT_USABLE',
      message: `\`${path}\` holds a value that is no name of a custom property; it was left out. Give a list of names.`,
    })
  }
  return [...new Set(usable)]
}

function pick(names: readonly string[], custom: Filling | undefined): Filling | undefined {
  const found = names.filter((name) => custom !== undefined && Object.hasOwn(custom, name))
  return found.length === 0 ? undefined : Object.fromEntries(found.map((name) => [name, custom?.[name]]))
}

function warnAboutMissing(
  names: readonly string[],
  custom: Filling | undefined,
  destination: Destination,
  notes: Notes,
): void {
  if (names.every((name) => custom !== undefined && Object.hasOwn(custom, name))) return
  const path = `integrations.${destination.key}`
  notes.warnings.push({
    path,
    code: 'NOT_USABLE',
    message: `\`${path}\` names a field to append or unappend that the traits do not have as a custom property; it was left out.`,
  })
}
