/** The address of an answer, with every sign of its query encoded: brackets are not allowed in a URI as they are. */
export function selfAddress(url: URL): string {
  const query = url.searchParams.toString()
  return `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`
}
