import { chromium, type Page } from 'playwright-core'
import { temporaryFolder } from './temporary-folder.ts'

/** A page in a browser of its own that can reach this machine only. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page
  /** Addresses of everything that it asked for. */
  readonly requested: readonly string[]
  /** Errors and warnings of the console, errors that nobody caught, and requests that failed. */
  readonly faults: readonly string[]
}

/** As root, without a graphics card, and without calls home; names of other machines are not found. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** Starts a browser with an empty profile and opens an address in it. */
export async function openPage(executablePath: string, url: string): Promise<OpenPage> {
  const profile = await temporaryFolder()
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath,
    args: FLAGS,
    viewport: { width: 1600, height: 1200 },
  })
  const page = await context.newPage()
  const requested: string[] = []
  const faults: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  await page.goto(url)
  return {
    page,
    requested,
    faults,
    async [Symbol.asyncDispose]() {
      await context.close()
      await profile[Symbol.asyncDispose]()
    },
  }
}
