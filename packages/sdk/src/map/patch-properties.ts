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
  return destination.options === NO_OPTIONS ? undefined : readPatch(destination, custom, notes)
}

/** Apart, as most events patch nothing: a function with functions in it costs something before its first line. */
function readPatch(destination: Destination, custom: Filling | undefined, notes: Notes): PatchedProperties | undefined {
  const append = namesOf(destination, 'fieldsToAppend', notes)
  const unappend = withoutRepeats(destination, 'fieldsToUnappend', append, notes)
  const unset = withoutRepeats(destination, 'fieldsToUnset', [...append, ...unappend], notes)
  if (append.length + unappend.length + unset.length === 0) return undefined

  const patch: Filling = {}
  const appended = pick(destination, 'fieldsToAppend', { names: append, custom }, notes)
  const unappended = pick(destination, 'fieldsToUnappend', { names: unappend, custom }, notes)
  if (appended !== undefined) patch['append'] = appended
  if (unappended !== undefined) patch['unappend'] = unappended
  if (unset.length > 0) patch['unset'] = unset

  const named = new Set([...append, ...unappend, ...unset])
  const rest = Object.entries(custom ?? {}).filter(([key]) => !named.has(key))
  return {
    patch: Object.keys(patch).length === 0 ? undefined : patch,
    custom: rest.length === 0 ? undefined : Object.fromEntries(rest),
  }
}

function warn(path: string, what: string, notes: Notes): void {
  notes.warnings.push({ path, code: 'NOT_USABLE', message: `\`${path}\` ${what}` })
}

/** The names of a list that no list before it has: one property cannot be changed in two ways at once. */
function withoutRepeats(
  destination: Destination,
  option: string,
  before: readonly string[],
  notes: Notes,
): readonly string[] {
  const names = namesOf(destination, option, notes)
  const repeated = names.filter((name) => before.includes(name))
  if (repeated.length > 0) {
    const path = `integrations.${destination.key}.${option}`
    warn(path, `repeats ${repeated.map(quoted).join(', ')} of a list before it; it was left out here.`, notes)
  }
  return names.filter((name) => !before.includes(name))
}

const quoted = (name: string): string => `"${name}"`

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

function pick(
  destination: Destination,
  option: string,
  { names, custom }: { readonly names: readonly string[]; readonly custom: Filling | undefined },
  notes: Notes,
): Filling | undefined {
  const has = (name: string): boolean => custom !== undefined && Object.hasOwn(custom, name)
  const missing = names.filter((name) => !has(name))
  if (missing.length > 0) {
    const path = `integrations.${destination.key}.${option}`
    const what = `names ${missing.map(quoted).join(', ')}, which the traits do not have as a custom property; left out. Add the trait.`
    warn(path, what, notes)
  }
  const found = names.filter(has)
  return found.length === 0 ? undefined : Object.fromEntries(found.map((name) => [name, custom?.[name]]))
}
