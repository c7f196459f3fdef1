export { DEMO_WRITE_KEY, readConfig, type Environment, type GatewayConfig } from './config.ts'
export { createLogger, type LogFields, type Logger, type LoggerOptions, type LogLevel } from './logger.ts'
export type { SandboxAddress } from './create-account.ts'
export { startGateway, type Gateway, type GatewayOptions } from './main.ts'
