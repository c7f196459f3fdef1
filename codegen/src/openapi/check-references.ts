import { CodegenError } from '../codegen-error.ts'

const unescape = (part: string): string => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')

function leadsSomewhere(document: unknown, reference: string): boolean {
  if (!reference.startsWith('#/')) return false
  let node: unknown = document
  for (const part of reference.slice(2).split('/').map(unescape)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return false
    node = Object.getOwnPropertyDescriptor(node, part)?.value
  }
  return true
}

/**
 * Looks whether every `$ref` leads to something in the document itself.
 * @throws {CodegenError} on the first that does not, with its place; the generator's own message would not name the file.
 */
export function checkReferences(document: unknown, file: string): void {
  const visit = (node: unknown, place: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, value] of Object.entries(node)) {
      if (name === '$ref' && typeof value === 'string' && !leadsSomewhere(document, value)) {
        throw new CodegenError(
          `${file}: at ${place.join(' / ')}: reference "${value}" leads to nothing in this file; mend it, or bundle the document first.`,
        )
      }
      visit(value, [...place, name])
    }
  }
  visit(document, [])
}
