import type { Json } from '@rudder-klaviyo/sdk'
import { pointerTo } from '../json-pointer.ts'

const MAX_COUNT = 100

/** JSON pointers to the members of a body that hold a text as it was sent; at most a hundred, in their order. */
export function poisonedMembers(body: Json | undefined, text: string): string[] {
  const found: string[] = []
  const visit = (value: Json | undefined, pointer: string) => {
    if (found.length >= MAX_COUNT) return
    if (typeof value === 'object' && value !== null) {
      for (const [member, inner] of Object.entries(value)) visit(inner, pointerTo(pointer, member))
    } else if (JSON.stringify(value ?? null).includes(text)) found.push(pointer)
  }
  visit(body, '')
  return found
}
