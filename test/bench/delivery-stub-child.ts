import { createServer } from 'node:http'

// Started by delivery-send.ts: answers 202 to everything, as soon as the body is there, until its parent is gone.
const server = createServer((request, response) => {
  request.resume().once('end', () => response.writeHead(202).end())
})
// Longer than a pause between two rounds, or a client could write into a connection that is being closed.
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.once('disconnect', () => process.exit())
