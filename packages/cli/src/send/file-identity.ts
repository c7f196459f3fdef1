import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Input } from './input.ts'
import { UsageError } from '../usage-error.ts'

/** What a file is known again by: a name can be given to another one, and a copy has another time. */
export interface FileIdentity {
  readonly name: string
  readonly sizeBytes: number
  /** Of the first bytes. */
  readonly headSha256: string
  /** Of the last bytes. */
  readonly tailSha256: string
}

const SAMPLE_BYTES = 65_536

/**
 * The identities of the inputs of a run that can be resumed.
 * @throws {UsageError} for an input that cannot be read a second time
 */
export async function identitiesOf(inputs: readonly Input[]): Promise<readonly FileIdentity[]> {
  return Promise.all(inputs.map(identityOf))
}

async function identityOf({ name, sizeBytes }: Input): Promise<FileIdentity> {
  if (sizeBytes === undefined) {
    const what = name === '-' ? 'standard input' : name
    throw new UsageError(`--state needs files, and ${what} cannot be read a second time: write it to a file first.`)
  }
  await using file = await open(name)
  const sampleAt = async (start: number): Promise<string> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, start)
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')
  }
  return {
    name,
    sizeBytes,
    headSha256: await sampleAt(0),
    tailSha256: await sampleAt(Math.max(0, sizeBytes - SAMPLE_BYTES)),
  }
}

/** How a file differs from the one that was recorded, for a person; `undefined`: it does not. */
export function differenceOf(recorded: FileIdentity, now: FileIdentity): string | undefined {
  if (recorded.sizeBytes !== now.sizeBytes) {
    return `${now.name} has ${now.sizeBytes} bytes, and ${recorded.name} had ${recorded.sizeBytes}`
  }
  if (recorded.headSha256 !== now.headSha256) return `${now.name} begins otherwise than ${recorded.name} did`
  if (recorded.tailSha256 !== now.tailSha256) return `${now.name} ends otherwise than ${recorded.name} did`
  return undefined
}
