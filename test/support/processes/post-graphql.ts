/** The answer to a GraphQL request over HTTP. */
export interface GraphQLAnswer {
  readonly status: number
  /** By the name, or alias, of the root field. */
  readonly data: Readonly<Record<string, unknown>>
  readonly errors: readonly unknown[]
}

interface GraphQLPost {
  readonly url: string
  readonly key: string
  readonly query: string
  readonly variables?: object | undefined
}

/** Sends one operation to a gateway. */
export async function postGraphQL({ url, key, query, variables }: GraphQLPost): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  })
  // Every answer of a GraphQL endpoint has this shape; the assertions look closer.
  const { data, errors } = (await response.json()) as Partial<Omit<GraphQLAnswer, 'status'>>
  return { status: response.status, data: data ?? {}, errors: errors ?? [] }
}
