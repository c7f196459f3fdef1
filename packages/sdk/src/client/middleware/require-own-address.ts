import { ConfigError } from '../../errors/config-error.ts'

/** Where a request would go, and what its address was made of. */
export interface Destination {
  readonly url: string
  /** As it was given, before its `{…}` were filled in. */
  readonly path: string
  /** What fills its `{…}`. */
  readonly values: readonly unknown[]
}

/**
 * Keeps a request where it seems to go. Host and path are joined as text, so `.evil.example/` names another host; and an
 * address takes `..` (also as `%2e%2e`) for the level above, so an id of that kind would call another operation.
 * @throws {ConfigError} that does not show the path
 */
export function requireOwnAddress({ url, path, values }: Destination, origin: string): void {
  if (new URL(url).origin !== origin) {
    throw notUsable('The path leads to another host than `baseUrl`. Start it with "/"; nothing was sent.')
  }
  if ([...path.split('/'), ...values].some((part) => /^(\.|%2e){1,2}$/i.test(String(part)))) {
    throw notUsable('A part of the path is "." or "..", which would change the path. Give an id; nothing was sent.')
  }
}

function notUsable(message: string): ConfigError {
  return new ConfigError([{ path: 'path', code: 'NOT_USABLE', message }])
}
