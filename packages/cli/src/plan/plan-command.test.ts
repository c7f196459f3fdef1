import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { plan } from './plan-command.ts'

async function configFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'klaviyo.json')
  await writeFile(file, content)
  return file
}

describe('wrong use', () => {
  it.each<[what: string, args: readonly string[], words: RegExp]>([
    ['an unknown option', ['--listId', 'X'], /--listId[^]*Usage: rudder-klaviyo plan/],
    ['a file as an argument', ['events.ndjson'], /events\.ndjson[^]*Usage: rudder-klaviyo plan/],
    ['an unknown revision', ['--revision', '2020-01-01'], /revision.*2024-06-15/],
    ['a file that is missing', ['--config', 'missing.json'], /--config missing\.json cannot be read/],
    ['a folder for a file', ['--config', '.'], /--config \. cannot be read/],
  ])('by %s says what to do, before anything is read', async (_what, args, words) => {
    const run = plan(args)
    await expect(run).rejects.toThrow(UsageError)
    await expect(run).rejects.toThrow(words)
  })

  it.each<[what: string, content: string, words: RegExp]>([
    ['an unknown option', '{"listID":"XUepkK"}', /`listID`\. Did you mean `listId`\?/],
    ['an option like none', '{"somethingElse":1}', /`somethingElse`/],
    ['two faults', '{"listID":"X","revision":"2020-01-01"}', /(?=[^]*listID)(?=[^]*revision)/],
    ['an option of a wrong type', '{"consent":"email"}', /consent/],
    ['no JSON', '{"listId":', /--config .* is no JSON: /],
    ['no object', '["email"]', /--config .* is no JSON object: write the options in braces/],
    ['nothing', '', /--config .* is no JSON: /],
    ['a name that every object has', '{"constructor":1}', /`constructor`/],
  ])('by a file with %s names it', async (_what, content, words) => {
    const run = plan(['--config', await configFile(content)])
    await expect(run).rejects.toThrow(UsageError)
    await expect(run).rejects.toThrow(words)
  })
})
