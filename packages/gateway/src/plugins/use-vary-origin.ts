import type { Plugin } from 'graphql-yoga'

/** Marks every answer as one that depends on the origin: a cache must not give one page the answer of another. */
export function useVaryOrigin(): Plugin {
  return {
    onResponse({ response }) {
      response.headers.set('Vary', 'Origin')
    },
  }
}
