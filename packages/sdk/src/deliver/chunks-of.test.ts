import { describe, expect, it } from 'vitest'
import { chunksOf } from './chunks-of.ts'

async function all<T>(chunks: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> {
  const found: (readonly T[])[] = []
  for await (const chunk of chunks) found.push(chunk)
  return found
}

describe('a stream in parts', () => {
  it.each([
    [0, 3, []],
    [3, 3, [3]],
    [7, 3, [3, 3, 1]],
  ])('of %i items by %i', async (count, size, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index)
    const chunks = await all(chunksOf(items, size))
    expect(chunks.map((chunk) => chunk.length)).toEqual(sizes)
    expect(chunks.flat()).toEqual(items)
  })

  it('closes a part when the stream lets it wait', async () => {
    const { promise: later, resolve } = Promise.withResolvers<void>()
    async function* slow() {
      yield 1
      yield 2
      await later
      yield 3
    }
    const chunks = chunksOf(slow(), 10)
    expect((await chunks.next()).value).toEqual([1, 2])
    resolve()
    expect(await all(chunks)).toEqual([[3]])
  })

  it('gives what came before a failure, then the failure', async () => {
    async function* broken() {
      yield 1
      throw new Error('gone')
    }
    const chunks = chunksOf(broken(), 10)
    expect((await chunks.next()).value).toEqual([1])
    await expect(chunks.next()).rejects.toThrow('gone')
  })

  it('reads nothing while a part is in use, and closes a stream that is left early', async () => {
    const read: number[] = []
    let isClosed = false
    function* counted() {
      try {
        for (let index = 0; ; index += 1) {
          read.push(index)
          yield index
        }
      } finally {
        isClosed = true
      }
    }
    for await (const chunk of chunksOf(counted(), 2)) {
      expect(chunk).toEqual([0, 1])
      expect(read).toEqual([0, 1])
      break
    }
    expect(isClosed).toBe(true)
  })
})
