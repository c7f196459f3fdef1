/** Milliseconds that a part waits for more when the stream is slower than we are. */
const COLLECT_MS = 10

/**
 * The items of a stream in parts of at most `size`. A part is also closed when the stream lets it wait, so that a slow
 * stream is not held up; nothing is read while a part is in use. When the stream fails, what came before is given first.
 * @throws what the stream throws, from the loop
 */
export async function* chunksOf<T>(
  stream: AsyncIterable<T> | Iterable<T>,
  size: number,
): AsyncGenerator<readonly T[], void, void> {
  const iterator = iteratorOf(stream)
  let pending: Promise<Step<T>> | undefined
  let isOver = false
  try {
    while (!isOver) {
      const chunk: T[] = []
      let pause: Pause | undefined
      let failure: Failure | undefined
      while (chunk.length < size) {
        pending ??= stepOf(iterator)
        const step = await (pause === undefined ? pending : Promise.race([pending, pause.over]))
        if (step === undefined) break
        pending = undefined
        if (!('value' in step)) {
          isOver = true
          if ('cause' in step) failure = step
          break
        }
        chunk.push(step.value)
        pause ??= startPause()
      }
      pause?.end()
      if (chunk.length > 0) yield chunk
      if (failure !== undefined) throw failure.cause
    }
  } finally {
    // Left early: the stream may have something to close.
    if (!isOver) await iterator.return?.()
  }
}

interface Failure {
  readonly cause: unknown
}
type Step<T> = { readonly value: T } | Failure | { readonly done: true }

function iteratorOf<T>(stream: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in stream ? stream[Symbol.asyncIterator]() : stream[Symbol.iterator]()
}

async function stepOf<T>(iterator: AsyncIterator<T> | Iterator<T>): Promise<Step<T>> {
  try {
    const next = await iterator.next()
    return next.done === true ? { done: true } : { value: next.value }
  } catch (cause) {
    return { cause }
  }
}

interface Pause {
  readonly over: Promise<undefined>
  readonly end: () => void
}

function startPause(): Pause {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), COLLECT_MS)
  return { over: promise, end: () => clearTimeout(timer) }
}
