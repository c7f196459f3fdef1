import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const connectTo = (url: string): Socket => {
  const { port, hostname } = new URL(url)
  return connect(Number(port), hostname)
}

/** Whether anybody listens there. */
export async function isOpen(url: string): Promise<boolean> {
  const socket = connectTo(url)
  const opened = once(socket, 'connect').then(
    () => true,
    () => false,
  )
  return opened.finally(() => socket.destroy())
}

/** A connection that has had an answer and stays open, as browsers keep them. */
export async function idleConnection(url: string): Promise<Disposable> {
  const socket = connectTo(url)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n')
  await once(socket, 'data')
  // The server may cut it.
  socket.on('error', () => undefined)
  return { [Symbol.dispose]: () => socket.destroy() }
}
