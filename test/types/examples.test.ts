import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import { compile, COMPILERS } from './compile.ts'

const SOURCES = join(WORKSPACE_ROOT, 'packages/sdk/src')
const index = readFileSync(join(SOURCES, 'index.ts'), 'utf8')

/** The files that a caller sees something of, and the names that index.ts exports. */
const files = [...index.matchAll(/from '\.\/(.+?)'/g)].map(([, file = '']) => file)
const names = [...index.matchAll(/export (type )?\{([^}]+)\}/g)].flatMap(([, type = '', list = '']) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name.startsWith('type ') ? name : `${type}${name}`)),
)

/** What the examples take for granted: what a caller has at hand. */
const PREAMBLE = `import {
${names.join(',\n')}
} from '@rudder-klaviyo/sdk'
declare const klaviyo: ReturnType<typeof createKlaviyo<'2024-06-15', 'XUepkK', readonly ['email']>>
declare const event: RudderEvent
declare const events: readonly RudderEvent[]
declare const stream: AsyncIterable<unknown>
declare const readEvents: () => AsyncIterable<unknown>
declare const readKey: () => string
declare const settlement: Settlement
declare const email: string
declare const ip: string
declare const hasAgreed: boolean
declare const z: any
declare const call: any
declare const paginate: any
interface paths { '/api/coupons': unknown }
`

interface Example {
  readonly file: string
  readonly text: string
}

const examples: readonly Example[] = globSync('**/*.ts', { cwd: SOURCES })
  .filter((file) => files.includes(file.replaceAll('\\', '/')))
  .flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/\/\*\*[^]*?\*\//g)].map(([doc]) => ({ file, doc })),
  )
  .flatMap(({ file, doc }) => {
    const [, text] = /@example\s+([^]*?)\s*\*\/$/.exec(doc) ?? []
    return text === undefined ? [] : [{ file, text: text.replaceAll(/^\s*\* ?/gm, '') }]
  })

it('every example in a docstring of the sdk compiles', async () => {
  expect(examples.length).toBeGreaterThan(40)
  const [compiler] = COMPILERS
  if (compiler === undefined) throw new Error('there is no compiler')
  const blocks = examples.map(
    ({ file, text }, place) => `// ${file}\nexport const example${place} = async () => {\n${text}\n}\n`,
  )
  const folder = await mkdtemp(join(tmpdir(), 'examples-'))
  try {
    const path = join(folder, 'examples.ts')
    await writeFile(path, PREAMBLE + blocks.join('\n'))
    const { diagnostics } = await compile(compiler, [path])
    const lines = (PREAMBLE + blocks.join('\n')).split('\n')
    expect(
      diagnostics.map(({ file, line, message }) => `${file === 'examples.ts' ? lines[line - 1] : file}\n${message}`),
    ).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
