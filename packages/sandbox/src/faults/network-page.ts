import type { SandboxResponse } from '../exchange.ts'

const TITLES: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  502: 'Bad gateway',
  504: 'Gateway time-out',
  524: 'A timeout occurred',
}

/** What the network in front of the API answers: HTML, and nothing that the API itself would say. */
export function networkPage(status: number, headers: Readonly<Record<string, string>> = {}): SandboxResponse {
  const title = `${status} ${TITLES[status] ?? 'Error'}`
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    html: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  }
}
