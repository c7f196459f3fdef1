import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands between a client and a server of PostgreSQL. */
export interface CuttingProxy extends AsyncDisposable {
  /** The address of the database as it is reached through here. */
  readonly url: string
  /** From now on: lets the next request that holds this text through, and cuts its connection before the answer. Once. */
  cutAnswerOf(text: string): void
  /** How many were cut so. */
  readonly cutCount: number
}

/** Opens a proxy for the database of this address. */
export async function openCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let wanted: string | undefined
  let cutCount = 0

  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname)
    let isCut = false
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', (data) => {
      if (wanted !== undefined && data.includes(wanted)) {
        wanted = undefined
        isCut = true
      }
      server.write(data)
    })
    server.on('data', (data) => {
      if (!isCut) {
        client.write(data)
        return
      }
      // The answer is on its way, so what was asked is done.
      cutCount += 1
      client.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  // A server that listens on TCP has an address of this form.
  const { port } = proxy.address() as AddressInfo
  const through = new URL(databaseUrl)
  through.port = String(port)

  return {
    url: through.href,
    cutAnswerOf(text) {
      wanted = text
    },
    get cutCount() {
      return cutCount
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
