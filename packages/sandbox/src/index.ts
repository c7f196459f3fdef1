export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts'
export type { ListenOptions } from './server.ts'
export type { IdKind, NewId } from './state/ids.ts'
