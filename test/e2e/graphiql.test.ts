import { beforeAll, expect, it, vi } from 'vitest'
import { openPage, type OpenPage } from '../support/processes/open-page.ts'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startGateway, type GatewayProcess } from '../support/processes/start-gateway.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { chromium } from '../support/requirements.ts'

/** A browser on a busy machine is slow. */
const WAIT = { timeout: 15_000, interval: 100 }

const TABS = ['Identify', 'Track', 'Group', 'Screen', 'Batch', 'EventStatus', 'Plan']
const SOME_TEXT: unknown = expect.any(String)
const accepted = { messageId: SOME_TEXT, event: { status: 'ACCEPTED' } }

chromium.describe('GraphiQL in a browser that can reach this machine only', (executablePath) => {
  const fixtures = sharedFixtures()
  let gateway: GatewayProcess
  let browser: OpenPage

  beforeAll(async () => {
    const folder = await fixtures.use(temporaryFolder())
    gateway = await fixtures.use(startGateway({ dataDir: folder.path }))
    browser = await fixtures.use(openPage(executablePath, `${gateway.url}/graphql`))
    await browser.page.waitForSelector('.graphiql-execute-button')
  }, 60_000)

  /** Runs the open tab by its button. */
  const run = async (): Promise<unknown> => {
    const answer = browser.page.waitForResponse((response) => response.request().method() === 'POST')
    await browser.page.click('.graphiql-execute-button')
    return (await answer).json()
  }

  it('opens with a named tab for each operation, the first one filled in and open, the demo key in the headers', async () => {
    const { page } = browser
    const names = await page.locator('.graphiql-tab-button').allInnerTexts()
    expect(names).toEqual(TABS)
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe('Identify')
    await vi.waitFor(async () => {
      expect(await page.locator('.graphiql-editors').innerText()).toMatch(/mutation\sIdentify[^]*Bearer\sdev/)
    }, WAIT)
  })

  it.each<[tab: string, answer: object, shown: string]>([
    ['Identify', { identify: { ...accepted, duplicate: false, warnings: [] } }, 'ACCEPTED'],
    [
      'Track',
      { track: { messageId: 'graphiql-order-1', duplicate: false, warnings: [], event: { status: 'ACCEPTED' } } },
      'graphiql-order-1',
    ],
    ['Group', { group: { ...accepted, warnings: [] } }, 'ACCEPTED'],
    ['Screen', { screen: accepted }, 'ACCEPTED'],
    [
      'Batch',
      {
        batch: [
          accepted,
          { __typename: 'EventInvalid', issues: [{ path: 'events[1].track.event', code: 'REQUIRED' }] },
          accepted,
        ],
      },
      'events[1].track.event',
    ],
    [
      'Plan',
      {
        plan: {
          revision: '2024-06-15',
          requests: [{ path: '/api/profile-import' }],
          warnings: [{ code: 'PHONE_NOT_USABLE' }],
        },
        explain: {},
      },
      '/api/profile-import',
    ],
  ])('the tab %s runs as it is, and shows its answer', async (tab, answer, shown) => {
    await browser.page.click(`.graphiql-tab-button[title=${tab}]`)
    await vi.waitFor(async () => {
      expect(await browser.page.locator('.graphiql-query-editor').innerText()).toMatch(
        new RegExp(`(mutation|query)\\s${tab}\\b`),
      )
    }, WAIT)
    expect(await run()).toMatchObject({ data: answer })
    await vi.waitFor(async () => {
      expect(await browser.page.locator('.result-window').innerText()).toContain(shown)
    }, WAIT)
  })

  it('the tab EventStatus shows in the end that the event of the tab Track was delivered', async () => {
    await browser.page.click('.graphiql-tab-button[title=EventStatus]')
    await vi.waitFor(async () => {
      expect(await run()).toMatchObject({
        data: { event: { type: 'TRACK', name: 'Order Completed', status: 'DELIVERED', error: null } },
      })
    }, WAIT)
    expect(await gateway.read('events')).toEqual(
      expect.arrayContaining([expect.objectContaining({ unique_id: 'graphiql-order-1', value: 30 })]),
    )
  })

  it('has the schema, and its explorer opens on the mutations with their descriptions', async () => {
    const { page } = browser
    await page.click('[aria-label="Show Documentation Explorer"]')
    const docs = page.locator('.graphiql-plugin')
    await docs.getByRole('link', { name: 'Mutation', exact: true }).click()
    await vi.waitFor(async () => {
      const text = await docs.innerText()
      for (const mutation of ['identify', 'track', 'group', 'screen', 'batch']) expect(text).toContain(`${mutation}(`)
      expect(text).toContain('Create or update a profile.')
    }, WAIT)
  })

  it('asked nobody but the gateway for anything, and nothing failed', () => {
    const origins = new Set(
      browser.requested.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin),
    )
    expect([...origins]).toEqual([gateway.url])
    expect(browser.faults).toEqual([])
  })
})
