const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : quote(name))

/**
 * A JSON value as TypeScript text in the style of this repository. Keys whose value is `undefined` are left out.
 * @param depth so many levels of objects are spread over lines, deeper ones stand on one line
 */
export function literal(value: unknown, depth: number, indent = ''): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, 0)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${key(name)}: ${literal(field, depth - 1, inner)}`)
  if (fields.length === 0) return '{}'
  if (depth <= 0) return `{ ${fields.join(', ')} }`
  return `{\n${fields.map((field) => `${inner}${field},\n`).join('')}${indent}}`
}
