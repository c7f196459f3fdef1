/** Appends a member to a JSON pointer, with the two escapes of RFC 6901. */
export function pointerTo(parent: string, member: string | number): string {
  return `${parent}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
