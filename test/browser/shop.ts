import { createServer } from 'node:http'
import { once } from 'node:events'

/** A shop: pages of an origin of its own, which is not the gateway's. */
export interface Shop extends AsyncDisposable {
  readonly origin: string
  /** Every page gets a `gateway`, a client of this one. Until it is called there are no pages. */
  sellThrough(gatewayUrl: string): void
}

/** Serves the client and pages that use it; the origin is known before the gateway that allows it starts. */
export async function openShop(clientCode: string): Promise<Shop> {
  let page = ''
  const server = createServer(({ url }, response) => {
    if (url === '/client.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(clientCode)
    else if (url === '/favicon.ico') response.writeHead(204).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the shop listens on no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    sellThrough(gatewayUrl) {
      page = `<!doctype html><title>Shop</title><script type="module">
        import { createGatewayClient } from '/client.js'
        globalThis.gateway = createGatewayClient({ url: '${gatewayUrl}', writeKey: 'dev' })
      </script>`
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
