import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import { compile, COMPILERS } from './compile.ts'

const SOURCES = join(WORKSPACE_ROOT, 'packages/sdk/src')

/** What the examples take for granted: what a caller has at hand. */
const AT_HAND = `
declare const klaviyo: ReturnType<typeof import('@rudder-klaviyo/sdk').createKlaviyo<'2024-06-15', 'XUepkK', readonly ['email']>>
declare const event: import('@rudder-klaviyo/sdk').RudderEvent
declare const events: readonly import('@rudder-klaviyo/sdk').RudderEvent[]
declare const stream: AsyncIterable<unknown>
declare const readEvents: () => AsyncIterable<unknown>
declare const readKey: () => string
declare const settlement: import('@rudder-klaviyo/sdk').Settlement
declare const email: string
declare const ip: string
declare const hasAgreed: boolean
declare const z: typeof import('zod')
declare const call: never
declare const plan: import('@rudder-klaviyo/sdk').Plan
declare const account: import('@rudder-klaviyo/sdk/stages').DeliveryAccount
declare const host: import('@rudder-klaviyo/sdk/stages').DeliveryHost<import('@rudder-klaviyo/sdk/stages').DeliveryEntry>
declare const paginate: (call: unknown, first: { operation: string; path: string }) => import('@rudder-klaviyo/sdk').Pages<{ id: string }>
interface paths { '/api/coupons': unknown }
`

/** One entry of the package: its specifier, and the file that lists its names. */
const ENTRIES = [
  { specifier: '@rudder-klaviyo/sdk', list: 'index.ts' },
  { specifier: '@rudder-klaviyo/sdk/stages', list: 'stages.ts' },
  { specifier: '@rudder-klaviyo/sdk/browser', list: 'browser/index.ts' },
] as const

interface Exported {
  readonly name: string
  readonly isType: boolean
  readonly file: string
}

/** The names that an entry exports, with the file that defines each. */
function exportsOf(list: string): readonly Exported[] {
  const text = readFileSync(join(SOURCES, list), 'utf8')
  return [...text.matchAll(/export (type )?\{([^}]+)\} from '([^']+)'/g)].flatMap(([, type, names = '', from = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({
        name: name.replace(/^type /, ''),
        isType: type !== undefined || name.startsWith('type '),
        file: join(dirname(list), from),
      })),
  )
}

/** The docstrings of a file with the name that each describes. */
function docsOf(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(SOURCES, file), 'utf8')
  const found = text.matchAll(
    /(\/\*\*(?:(?!\*\/)[^])*\*\/)\s*(?:export )?(?:declare )?(?:async )?(?:const|function|class|interface|type) (\w+)/g,
  )
  return new Map([...found].map(([, doc = '', name = '']) => [name, doc]))
}

function examplesIn(text: string): readonly string[] {
  return [...text.matchAll(/@example\s+([^]*?)\s*(?=\*\/|\* @)/g)].map(([, code = '']) =>
    code.replaceAll(/^\s*\* ?/gm, ''),
  )
}

/** The examples of some entries as one module; those with imports of their own are modules by themselves. */
function modulesOf(entries: readonly (typeof ENTRIES)[number][]): readonly string[] {
  const known = new Set<string>()
  const imports = entries.map(({ specifier, list }) => {
    const names = exportsOf(list).filter(({ name }) => !known.has(name))
    for (const { name } of names) known.add(name)
    return `import {\n${names.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(',\n')}\n} from '${specifier}'\n`
  })
  const files = new Set(entries.flatMap(({ list }) => exportsOf(list)).map(({ file }) => file))
  const examples = [...files]
    .filter((file) => !file.includes('generated/'))
    .flatMap((file) => examplesIn(readFileSync(join(SOURCES, file), 'utf8')))
  const isModule = (example: string) => example.startsWith('import ')
  const wrapped = examples
    .filter((example) => !isModule(example))
    .map((example, place) => `export const example${place} = async () => {\n${example}\n}\n`)
  return [imports.join('') + AT_HAND + wrapped.join('\n'), ...examples.filter(isModule)]
}

it.each(ENTRIES)('every name that $specifier exports has an example in its docstring', ({ list }) => {
  const missing = exportsOf(list)
    .filter(({ file }) => !file.includes('generated/'))
    .filter(({ name, file }) => examplesIn(docsOf(file).get(name) ?? '').length === 0)
  expect(missing.map(({ name, file }) => `${name} in ${file}`)).toEqual([])
})

/** The blocks of the guide: those with imports are modules, the others stand on what the guide has said before. */
function modulesOfGuide(): readonly string[] {
  const guide = readFileSync(join(SOURCES, '../README.md'), 'utf8')
  const blocks = [...guide.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code)
  const imports = `import { createKlaviyo, defineTrackingPlan } from '@rudder-klaviyo/sdk'\n`
  const around =
    'declare const createSandbox: () => { fetch: typeof fetch }\ndeclare const log: (done: unknown) => void\n'
  const wrapped = blocks
    .filter((block) => !block.startsWith('import '))
    .map((block, place) => `export const block${place} = async () => {\n${block}\n}\n`)
  const modules = blocks.filter((block) => block.startsWith('import ')).map((block) => `${block}\nexport {}\n`)
  return [imports + AT_HAND + around + wrapped.join('\n'), ...modules]
}

it('every example in a docstring of the sdk, and every block of its guide, compiles', async () => {
  const [sdk, stages, browser] = ENTRIES
  const modules = [...modulesOf([sdk, stages]), ...modulesOf([browser]), ...modulesOfGuide()]
  const [compiler] = COMPILERS
  if (compiler === undefined) throw new Error('there is no compiler')
  const folder = await mkdtemp(join(tmpdir(), 'examples-'))
  try {
    const paths = modules.map((_, place) => join(folder, `examples-${place}.ts`))
    await Promise.all(modules.map((text, place) => writeFile(paths[place] ?? '', text)))
    const { diagnostics } = await compile(compiler, paths)
    const sourceOf = (file: string, line: number) =>
      modules[paths.findIndex((path) => path.endsWith(file))]?.split('\n')[line - 1]
    expect(diagnostics.map(({ file, line, message }) => `${sourceOf(file, line) ?? file}\n${message}`)).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
