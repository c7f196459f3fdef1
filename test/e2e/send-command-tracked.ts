/** How often a sandbox holds the event of each messageId `m-<index>`. Its answer is read as a stream: it may be huge. */
export async function trackedCounts(sandboxUrl: string, eventCount: number): Promise<Uint8Array> {
  const counts = new Uint8Array(eventCount)
  const { body } = await fetch(`${sandboxUrl}/sandbox/events`)
  if (body === null) throw new Error('The sandbox gave no events.')
  let rest = ''
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const text = rest + part
    const end = text.lastIndexOf('}') + 1
    for (const [, index] of text.slice(0, end).matchAll(/"unique_id":"m-(\d+)"/g)) {
      const place = Number(index)
      counts[place] = (counts[place] ?? 0) + 1
    }
    rest = text.slice(end)
  }
  return counts
}
