import type { OxlintOverride } from 'oxlint'

type Pattern = { regex: string; message: string }

/** One folder of a package, what it may not import, and what to do instead. */
interface Layer {
  folder: string
  forbidden: readonly string[]
  instead: string
}

/** Holds everywhere. A rule of an override replaces the general one, so each layer repeats it. */
export const EVERYWHERE: readonly Pattern[] = [
  {
    regex: '^(?:\\.\\./)+(?:packages/)?(?:sdk|gateway|sandbox|cli)/(?:src|dist)/',
    message: 'Import the package by its name; what it does not export is its own business.',
  },
  {
    regex: '^(?:@rudder-klaviyo/[a-z]+|rudder-klaviyo)/(?:src|dist)(?:/|$)',
    message: 'Import what the package exports; to use more, export it there and write its docstring.',
  },
]

const climbsInto = (folders: readonly string[]) => `^(?:\\.\\./)+(?:${folders.join('|')})/`

const patternsOf = (layer: Layer): Pattern[] =>
  layer.forbidden.length === 0
    ? []
    : [{ regex: climbsInto(layer.forbidden), message: `"${layer.folder}" may not import this: ${layer.instead}` }]

const toOverride = (files: string[], patterns: readonly Pattern[]): OxlintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...EVERYWHERE] }] },
})

// ---- sdk: event → validate → map → plan → batch → deliver

const STAGES = ['event', 'validate', 'map', 'plan', 'batch', 'deliver']
const AROUND = ['client', 'builder', 'tracking-plan']

const stage = (folder: string, alsoAllowed: string[], instead: string): Layer => ({
  folder,
  forbidden: [...STAGES.slice(STAGES.indexOf(folder) + 1), ...AROUND.filter((name) => !alsoAllowed.includes(name))],
  instead,
})

const PASS_IT_IN = 'a stage knows only those to its left. Pass the value in, or move the shared type to event/.'

const SDK_LAYERS: readonly Layer[] = [
  {
    folder: 'errors',
    forbidden: [...STAGES.filter((name) => name !== 'event'), ...AROUND],
    instead: 'every stage throws errors, so errors know none of them. Give the error the facts as fields.',
  },
  ...STAGES.filter((folder) => folder !== 'deliver').map((folder) => stage(folder, [], PASS_IT_IN)),
  stage('deliver', ['client'], 'deliver gets planned requests and calls. Let create-klaviyo.ts connect the two.'),
  {
    folder: 'client',
    forbidden: ['validate', 'batch', 'deliver', 'builder', 'tracking-plan'],
    instead: 'the client sends what it is given. Only deliver uses it; pass the value in.',
  },
  {
    folder: 'tracking-plan',
    forbidden: ['map', 'plan', 'batch', 'deliver', 'client', 'builder'],
    instead: 'a tracking plan describes events. It may know event/ and validate/.',
  },
  {
    folder: 'browser',
    forbidden: ['errors', ...STAGES, ...AROUND, 'hooks'],
    instead: 'the client of web pages is alone, so that it stays small. Only types of generated/ may come in.',
  },
]

const SDK_WIRING: Pattern = {
  regex: '^(?:\\.\\./)+(?:index|create-klaviyo|stages)\\.ts$',
  message: 'This file wires the stages. Import from the file that defines the name.',
}
const SDK_EVERYWHERE: readonly Pattern[] = [
  {
    regex: '^node:',
    message: 'The sdk runs in browsers and workers too. Use a web platform function, or take it as an option.',
  },
  { regex: '^(?:@rudder-klaviyo/|rudder-klaviyo$)', message: 'The sdk depends on no other package of the workspace.' },
]
const NOT_THE_BUILDERS: Pattern = {
  regex: '^\\./builder/',
  message: 'Only create-klaviyo.ts and index.ts know the builders. Take the event instead of its builder.',
}

const sdkOverrides = (): OxlintOverride[] => [
  toOverride(['packages/sdk/src/**'], [...SDK_EVERYWHERE, SDK_WIRING]),
  toOverride(['packages/sdk/src/stages.ts'], [...SDK_EVERYWHERE, NOT_THE_BUILDERS]),
  ...SDK_LAYERS.map((layer) =>
    toOverride([`packages/sdk/src/${layer.folder}/**`], [...SDK_EVERYWHERE, SDK_WIRING, ...patternsOf(layer)]),
  ),
]

// ---- gateway: http and schema → accept → outbox ← dispatch

const GATEWAY_LAYERS: readonly Layer[] = [
  {
    folder: 'outbox',
    forbidden: ['schema', 'http', 'edge', 'plugins', 'dispatch'],
    instead: 'the outbox keeps and hands out, and knows neither who asks nor who delivers. Add to its interface.',
  },
  {
    folder: 'dispatch',
    forbidden: ['schema', 'http', 'edge', 'plugins'],
    instead: 'delivery goes on without a server. Read the outbox, or take a function.',
  },
  {
    folder: 'accept',
    forbidden: ['schema', 'http', 'edge', 'plugins'],
    instead: 'GraphQL and HTTP call accept, not the other way round. Move the shared type to accept/.',
  },
  {
    folder: 'schema',
    forbidden: ['dispatch'],
    instead: 'a mutation only accepts; delivery happens later. Read what you need from the outbox.',
  },
]

const GATEWAY_EVERYWHERE: readonly Pattern[] = [
  {
    regex: '^(?:@rudder-klaviyo/sandbox|rudder-klaviyo)(?:/|$)',
    message: 'The gateway reaches Klaviyo by its address. cli starts a sandbox beside it; tests of both live in test/.',
  },
]

const gatewayOverrides = (): OxlintOverride[] => [
  toOverride(['packages/gateway/src/**'], GATEWAY_EVERYWHERE),
  ...GATEWAY_LAYERS.map((layer) =>
    toOverride([`packages/gateway/src/${layer.folder}/**`], [...GATEWAY_EVERYWHERE, ...patternsOf(layer)]),
  ),
]

// ---- sandbox

const SANDBOX_EVERYWHERE: readonly Pattern[] = [
  {
    regex: '^(?:@rudder-klaviyo/gateway|rudder-klaviyo)(?:/|$)',
    message: 'The sandbox is a Klaviyo: it knows requests, not who sends them. Tests of both live in test/.',
  },
]

/** Which folder may import which, as lint rules; the messages say what to do instead. */
export const layerOverrides = (): OxlintOverride[] => [
  ...sdkOverrides(),
  ...gatewayOverrides(),
  toOverride(['packages/sandbox/src/**'], SANDBOX_EVERYWHERE),
]
