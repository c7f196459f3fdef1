import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from '../packaging/bundle.ts'
import { packPackage } from '../packaging/pack-package.ts'
import { runTool } from '../packaging/run-tool.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { measureImports, type ImportCost } from './support/import-cost.ts'
import { OFFICIAL_SDK } from './support/official-sdk.ts'
import type { BenchResult } from './support/result.ts'

const PROGRAMS = {
  ours: `import { createKlaviyo } from '@rudder-klaviyo/sdk'
    const klaviyo = createKlaviyo({ apiKey: 'pk' })
    await klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).send()`,
  official: `import { ApiKeySession, EventsApi } from 'klaviyo-api'
    const events = new EventsApi(new ApiKeySession('pk'))
    const metric = { data: { type: 'metric', attributes: { name: 'Order Completed' } } }
    const profile = { data: { type: 'profile', attributes: { email: 'alex@example.com' } } }
    await events.createEvent({ data: { type: 'event', attributes: { properties: {}, metric, profile } } })`,
}

interface Cost extends ImportCost {
  readonly minifiedBytes: number
}

/** What it costs to have the sdk in a program, beside `klaviyo-api` from the same run. */
export async function benchSdk({ isQuick }: { isQuick: boolean }): Promise<readonly BenchResult[]> {
  await using sdk = await packPackage('sdk')
  await using ours = await temporaryFolder()
  await using official = await temporaryFolder()
  await cp(sdk.tarball, join(ours.path, 'sdk.tgz'))
  await install(ours.path, './sdk.tgz')
  const isOfficialThere = await install(official.path, OFFICIAL_SDK).then(
    () => true,
    () => false,
  )
  const targets = [
    { folder: ours.path, specifier: '@rudder-klaviyo/sdk' },
    ...(isOfficialThere ? [{ folder: official.path, specifier: 'klaviyo-api' }] : []),
  ]
  const [oursCost, officialCost] = await measureImports(targets, isQuick ? 3 : 7)
  if (oursCost === undefined) throw new Error('the sdk was not measured')
  return compare(
    { ...oursCost, minifiedBytes: await minifiedBytes(PROGRAMS.ours, ours.path) },
    officialCost && { ...officialCost, minifiedBytes: await minifiedBytes(PROGRAMS.official, official.path) },
  )
}

/** For Node: `klaviyo-api` needs built-ins that browsers do not have. */
const minifiedBytes = async (program: string, folder: string): Promise<number> =>
  (await bundle(program, { folder, platform: 'node' })).minifiedBytes

const install = (folder: string, what: string): Promise<string> =>
  runTool(['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', what], { cwd: folder })

function compare(ours: Cost, official: Cost | undefined): readonly BenchResult[] {
  const line = (what: string, cost: (of: Cost) => number, shown: (value: number) => string, goal: number) => ({
    what,
    ours: shown(cost(ours)),
    baseline: official === undefined ? OFFICIAL_SDK : `${OFFICIAL_SDK} ${shown(cost(official))}`,
    ratio: official === undefined ? undefined : cost(ours) / cost(official),
    goal,
    bound: 'at most' as const,
  })
  return [
    line(
      'sdk: a first event, bundled',
      (of) => of.minifiedBytes,
      (bytes) => `${Math.round(bytes / 1000)} kB`,
      0.12,
    ),
    line(
      'sdk: time to import',
      (of) => of.importMs,
      (ms) => `${Math.round(ms)} ms`,
      0.35,
    ),
    line(
      'sdk: memory after import',
      (of) => of.addedBytes,
      (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
      0.5,
    ),
  ]
}
