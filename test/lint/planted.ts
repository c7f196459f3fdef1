const SDK = 'packages/sdk/src'
const GATEWAY = 'packages/gateway/src'
const IMPORTS = 'no-restricted-imports'
const value = (from: string) => `import { thing } from '${from}'\nexport const used = thing\n`
const type = (from: string) => `import type { Thing } from '${from}'\nexport type Used = Thing\n`

/** A file of its own with this code, in this folder. */
export interface Planted {
  name: string
  folder: string
  code: string
}

/** What lint must refuse. `says` is a part of the message or of its help. */
export const REFUSED: readonly (Planted & { rule: string; says: string })[] = [
  ...[
    ['errors', '../validate/a.ts'],
    ['event', '../validate/a.ts'],
    ['validate', '../map/a.ts'],
    ['map', '../plan/a.ts'],
    ['plan', '../batch/a.ts'],
    ['batch', '../deliver/a.ts'],
    ['batch', '../client/a.ts'],
    ['client', '../deliver/a.ts'],
    ['client/middleware', '../../deliver/a.ts'],
    ['deliver', '../builder/a.ts'],
    ['plan', '../builder/a.ts'],
    ['tracking-plan', '../plan/a.ts'],
    ['browser', '../errors/a.ts'],
  ].flatMap(([folder = '', from = '']) => [
    {
      name: `sdk ${folder} imports ${from}`,
      folder: `${SDK}/${folder}`,
      code: value(from),
      rule: IMPORTS,
      says: 'may not import this',
    },
    {
      name: `sdk ${folder} imports a type of ${from}`,
      folder: `${SDK}/${folder}`,
      code: type(from),
      rule: IMPORTS,
      says: 'may not import this',
    },
  ]),
  ...['index', 'create-klaviyo', 'stages'].map((file) => ({
    name: `a stage imports ${file}.ts`,
    folder: `${SDK}/plan`,
    code: value(`../${file}.ts`),
    rule: IMPORTS,
    says: 'Import from the file that defines the name',
  })),
  {
    name: 'the sdk imports a Node built-in',
    folder: `${SDK}/plan`,
    code: value('node:crypto'),
    rule: IMPORTS,
    says: 'web platform function',
  },
  {
    name: 'the sdk imports the gateway',
    folder: `${SDK}/plan`,
    code: value('@rudder-klaviyo/gateway'),
    rule: IMPORTS,
    says: 'no other package',
  },
  ...[
    ['outbox', 'schema'],
    ['outbox', 'http'],
    ['outbox', 'edge'],
    ['outbox', 'plugins'],
    ['outbox', 'dispatch'],
    ['dispatch', 'schema'],
    ['dispatch', 'http'],
    ['dispatch', 'edge'],
    ['dispatch', 'plugins'],
    ['accept', 'schema'],
    ['schema', 'dispatch'],
  ].map(([folder = '', other = '']) => ({
    name: `gateway ${folder} imports ${other}`,
    folder: `${GATEWAY}/${folder}`,
    code: type(`../${other}/a.ts`),
    rule: IMPORTS,
    says: 'may not import this',
  })),
  {
    name: 'the gateway imports the sandbox',
    folder: `${GATEWAY}/http`,
    code: value('@rudder-klaviyo/sandbox'),
    rule: IMPORTS,
    says: 'by its address',
  },
  {
    name: 'the sandbox imports the gateway',
    folder: 'packages/sandbox/src',
    code: value('@rudder-klaviyo/gateway'),
    rule: IMPORTS,
    says: 'is a Klaviyo',
  },
  {
    name: 'a package reaches into another by path',
    folder: 'packages/cli/src',
    code: value('../../sdk/src/plan/a.ts'),
    rule: IMPORTS,
    says: 'by its name',
  },
  {
    name: 'a test reaches into a package by path',
    folder: 'test',
    code: value('../packages/sdk/src/plan/a.ts'),
    rule: IMPORTS,
    says: 'by its name',
  },
  {
    name: 'a package reaches into another by name',
    folder: GATEWAY,
    code: value('@rudder-klaviyo/sdk/src/plan/a.ts'),
    rule: IMPORTS,
    says: 'what the package exports',
  },
  {
    name: 'zod by name',
    folder: GATEWAY,
    code: `import { z } from 'zod'\nexport const schema = z.string()\n`,
    rule: 'workspace(zod-namespace)',
    says: 'import * as z',
  },
  {
    name: 'a type of zod by name',
    folder: GATEWAY,
    code: `import type { ZodType } from 'zod'\nexport type Schema = ZodType\n`,
    rule: 'workspace(zod-namespace)',
    says: 'import * as z',
  },
  {
    name: 'the environment outside config.ts',
    folder: GATEWAY,
    code: `export const port = process.env['PORT']\n`,
    rule: 'no-process-env',
    says: '',
  },
  {
    name: 'a floating promise',
    folder: SDK,
    code: `export const run = (work: () => Promise<void>): void => { work() }\n`,
    rule: 'no-floating-promises',
    says: '',
  },
  {
    name: 'a switch that forgets a kind',
    folder: SDK,
    code: `export const size = (kind: 'a' | 'b'): number => {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n`,
    rule: 'switch-exhaustiveness-check',
    says: '',
  },
  { name: 'any', folder: SDK, code: `export type Loose = any\n`, rule: 'no-explicit-any', says: '' },
  {
    name: 'an unsafe assignment',
    folder: SDK,
    code: `export const read = (text: string): void => { const body = JSON.parse(text); void body }\n`,
    rule: 'no-unsafe-assignment',
    says: '',
  },
  {
    name: 'an unsafe call',
    folder: SDK,
    code: `export const run = (text: string): void => { JSON.parse(text)() }\n`,
    rule: 'no-unsafe-call',
    says: '',
  },
  {
    name: 'an unsafe return',
    folder: SDK,
    code: `export const read = (text: string): string => { return JSON.parse(text) }\n`,
    rule: 'no-unsafe-return',
    says: '',
  },
  {
    name: 'an unsafe member',
    folder: SDK,
    code: `export const has = (text: string): boolean => JSON.parse(text).id === 'a'\n`,
    rule: 'no-unsafe-member-access',
    says: '',
  },
  {
    name: 'the console in a library',
    folder: SDK,
    code: `console.log('a')\nexport {}\n`,
    rule: 'no-console',
    says: '',
  },
  {
    name: 'a type imported as a value',
    folder: SDK,
    code: `import { Thing } from './a.ts'\nexport type Used = Thing\n`,
    rule: 'consistent-type-imports',
    says: '',
  },
  { name: 'a default export', folder: SDK, code: `export default 1\n`, rule: 'no-default-export', says: '' },
  {
    name: 'five parameters',
    folder: SDK,
    code: `export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e\n`,
    rule: 'max-params',
    says: '',
  },
  {
    name: 'a file of 301 lines',
    folder: SDK,
    code: `${'// a line\n'.repeat(300)}export {}\n`,
    rule: 'max-lines',
    says: '',
  },
  {
    name: 'a disable comment that disables nothing',
    folder: SDK,
    code: `// oxlint-disable-next-line no-console -- for the record\nexport const one = 1\n`,
    rule: '',
    says: 'Unused',
  },
  { name: 'a TODO', folder: SDK, code: `// TODO: later\nexport {}\n`, rule: 'no-warning-comments', says: '' },
]

/** What stands next to the forbidden and must stay possible. */
export const ALLOWED: readonly Planted[] = [
  { name: 'deliver uses the client', folder: `${SDK}/deliver`, code: type('../client/a.ts') },
  { name: 'every stage throws errors', folder: `${SDK}/map`, code: type('../errors/a.ts') },
  { name: 'plan knows the stages before it', folder: `${SDK}/plan`, code: type('../validate/a.ts') },
  { name: 'builders know the stages', folder: `${SDK}/builder`, code: type('../plan/a.ts') },
  { name: 'generated facts', folder: `${SDK}/batch`, code: type('../generated/a.ts') },
  { name: 'an error is about an issue of an event', folder: `${SDK}/errors`, code: type('../event/a.ts') },
  { name: 'the wiring knows all', folder: SDK, code: type('./builder/a.ts') },
  {
    name: 'the whole of zod',
    folder: GATEWAY,
    code: `import type * as z from 'zod'\nexport type Schema = z.ZodType\n`,
  },
  { name: 'a subpath that the sdk exports', folder: GATEWAY, code: type('@rudder-klaviyo/sdk/stages') },
  { name: 'the console in a program', folder: 'packages/cli/src', code: `console.log('a')\nexport {}\n` },
]
