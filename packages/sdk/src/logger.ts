/**
 * Where messages for a person go; `console` is one. Neither keys nor personal data are ever passed.
 * @example createKlaviyo({ apiKey: () => readKey(), logger: console })
 */
export interface Logger {
  debug(message: string): void
  warn(message: string): void
  error(message: string): void
}
