import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJson, toJson } from './to-json.ts'

const loop: unknown[] = []
loop.push([loop])
const shared = { a: 1 }

describe('a value that JSON has no word for', () => {
  it.each<[string, unknown, unknown, string]>([
    ['a function', { a: () => 1, b: 2 }, { b: 2 }, 'x.a'],
    ['a symbol', [Symbol('s')], [null], 'x.0'],
    ['a bigint', 1n, undefined, 'x'],
    ['infinity', { a: { b: Infinity } }, { a: {} }, 'x.a.b'],
    ['a Map', new Map([[1, 2]]), undefined, 'x'],
    ['a Date without a time', new Date(Number.NaN), undefined, 'x'],
    ['a loop', loop, [[null]], 'x.0.0'],
  ])('%s is left out with an issue', (_what, value, json, path) => {
    expect(toJson(value, 'x')).toMatchObject({ issues: [{ path, code: 'NOT_USABLE' }] })
    expect(toJson(value, 'x').value).toEqual(json)
    expect(isJson(value)).toBe(value === loop)
  })

  it('is never repeated in the message', () => {
    expect(toJson({ a: 12345n }, 'x').issues[0]?.message).not.toContain('12345')
  })
})

describe('a value that JSON has another word for', () => {
  it.each<[string, unknown, unknown]>([
    ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an object with toJSON', { toJSON: () => ({ a: 1 }) }, { a: 1 }],
    ['a URL', new URL('https://example.com'), 'https://example.com/'],
    ['-0', -0, 0],
    ['an object that stands twice', [shared, shared], [{ a: 1 }, { a: 1 }]],
    ['undefined in a list', [undefined], [null]],
    ['undefined in an object', { a: undefined }, {}],
  ])('%s is brought to it', (_what, value, json) => {
    expect(toJson(value, 'x')).toEqual({ value: json, issues: [] })
  })

  it('may be an instance of a class', () => {
    class Order {
      readonly id = 'A'
      readonly #secret = 1
      total() {
        return this.#secret
      }
    }
    expect(isJson(new Order())).toBe(false)
    expect(toJson(new Order(), 'x').value).toEqual({ id: 'A' })
  })
})

it('what is nested too deep is an issue and no crash', () => {
  let deep: unknown = 1
  for (let level = 0; level < 20_000; level += 1) deep = [deep]
  expect(toJson(deep, 'x').issues).toHaveLength(1)
  expect(isJson(deep)).toBe(true)
})

it('JSON stays what it is, key by key, and is recognised', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // By its text: JSON has no -0.
      const json: unknown = JSON.parse(JSON.stringify(value))
      expect(isJson(json)).toBe(true)
      expect(toJson(json, '')).toEqual({ value: json, issues: [] })
    }),
  )
})

it('a key __proto__ is a key, and changes no object', () => {
  const { value } = toJson(JSON.parse('{"__proto__":{"a":1}}'), '')
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})
