import type { ErrorObject } from 'ajv'
import { pointerTo } from '../json-pointer.ts'
import type { Fault } from '../refusal.ts'

/** One fault per wrong place, in words that name the rule and never the value. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const byPointer = new Map<string, Fault>()
  for (const error of withoutNoise(errors)) {
    const pointer = placeOf(error)
    if (!byPointer.has(pointer)) byPointer.set(pointer, { pointer, detail: inWords(error) })
  }
  return [...byPointer.values()]
}

const isChoice = (error: ErrorObject) => error.keyword === 'oneOf' || error.keyword === 'anyOf'

/**
 * A choice that fails is reported with the errors of all its branches. Of "an object or null" only the errors inside
 * the object help; of "a text or a number" only the choice itself does. One pass: a bulk body can have thousands.
 */
function withoutNoise(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(errors.filter(isChoice).map(({ instancePath }) => instancePath))
  if (choices.size === 0) return errors
  const withErrorsInside = new Set(
    errors.flatMap((error) => placesAbove(placeOf(error)).filter((place) => choices.has(place))),
  )
  return errors.filter((error) =>
    isChoice(error) ? !withErrorsInside.has(error.instancePath) : !choices.has(placeOf(error)),
  )
}

/** Every place that a pointer lies inside of. */
function placesAbove(pointer: string): string[] {
  const parts = pointer.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function placeOf(error: ErrorObject): string {
  const member = text(error, 'missingProperty') ?? text(error, 'additionalProperty')
  return member === undefined ? error.instancePath : pointerTo(error.instancePath, member)
}

function text(error: ErrorObject, name: string): string | undefined {
  const value: unknown = Object.entries(error.params).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

function inWords(error: ErrorObject): string {
  const member = placeOf(error).split('/').at(-1) ?? ''
  switch (error.keyword) {
    case 'required':
      return `"${member}" is required.`
    case 'additionalProperties':
      return `"${member}" is not a valid field here.`
    case 'oneOf':
    case 'anyOf':
      return `"${member}" has none of the types that are possible here.`
    case 'type':
      return `"${member}" must be of type ${String(error.params['type']).replaceAll(',', ' or ')}.`
    default:
      return `"${member}" ${error.message ?? 'is invalid'}.`
  }
}
