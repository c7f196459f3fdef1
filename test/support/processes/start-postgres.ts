import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client, type QueryResultRow } from 'pg'
import { vi } from 'vitest'
import { freePort } from './free-port.ts'

/** A PostgreSQL of a test, which syncs as one in production does. */
export interface PostgresServer extends AsyncDisposable {
  /** The address of one of its databases. Any password is taken. @default `postgres` */
  url(database?: string): string
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>
  /** Runs a statement as superuser, in `postgres` unless another address is given. */
  ask(sql: string, options?: { values?: readonly unknown[]; url?: string }): Promise<readonly QueryResultRow[]>
  /** Ends every connection that belongs to a gateway; how many there were. */
  cutConnections(): Promise<number>
  /** Ends it at once, as a crash does, and starts it again at the same address. */
  crashAndStart(): Promise<void>
}

const START = { timeout: 20_000, interval: 50 }

/** Root may not run a server: it runs as the user of Debian's package, or as nobody. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') }
  } catch {
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') }
  }
}

/** Starts the server of this program in a folder of its own. `settings`, such as `{ fsync: 'off' }`, are those of `-c`. */
export async function startPostgres(
  program: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const user = serverUser()
  const folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  await chmod(folder, 0o700)
  const data = join(folder, 'data')
  const initdb = join(dirname(await realpath(program)), 'initdb')
  const initial = ['--no-sync', '--auth=trust', '--username=postgres', '--no-locale', '--encoding=UTF8', data]
  await promisify(execFile)(initdb, initial, { ...user, cwd: folder })
  const port = await freePort()
  const url = (database = 'postgres') => `postgresql://postgres:pw-of-test@127.0.0.1:${port}/${database}`
  const given = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings }
  const args = ['-D', data, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])]

  const ask: PostgresServer['ask'] = async (sql, { values = [], url: address = url() } = {}) => {
    const client = new Client({ connectionString: address })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return (await client.query<QueryResultRow>(sql, [...values])).rows
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  let printed = ''
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(program, args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
    await vi.waitUntil(async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended while it started:\n${printed}`)
      return ask('select 1').then(
        () => true,
        () => false,
      )
    }, START)
    return child
  }
  const end = async (server: ChildProcess): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
  }
  let running = await start()
  let databaseCount = 0

  return {
    url,
    ask,
    async createDatabase() {
      const name = `outbox_${++databaseCount}`
      await ask(`create database ${name}`)
      return url(name)
    },
    async cutConnections() {
      const cut = await ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rudder-klaviyo'`,
      )
      return cut.length
    },
    async crashAndStart() {
      await end(running)
      running = await start()
    },
    async [Symbol.asyncDispose]() {
      await end(running)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
