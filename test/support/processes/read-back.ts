/** One row of what a sandbox holds. */
export type Row = Readonly<Record<string, unknown>>

/** Reads `/sandbox/<path>`: `profiles`, `events`, `requests`, `lists/<id>`. */
export type ReadBack = (path: string) => Promise<readonly Row[]>

/** Reads what the sandbox at this address holds. */
export function readBack(url: string): ReadBack {
  return async (path) => {
    const response = await fetch(`${url}/sandbox/${path}`)
    // The sandbox answers { data: rows }; the assertions look closer.
    return ((await response.json()) as { data: readonly Row[] }).data
  }
}
