import type { Page } from 'playwright-core'
import { beforeAll, expect, it, vi } from 'vitest'
import { openPage } from '../support/processes/open-page.ts'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { chromium } from '../support/requirements.ts'
import { bundleClient } from './bundle-client.ts'
import { openShop, type Shop } from './shop.ts'
import { startGatewayHere, type GatewayHere } from './start-gateway-here.ts'

/** The preflights are real: the shop is another origin, and the gateway allows that one only. */
chromium.describe('on a page of another origin the browser client', (chromiumPath) => {
  const fixtures = sharedFixtures()
  let shop: Shop
  let gateway: GatewayHere
  beforeAll(async () => {
    const { code } = await bundleClient()
    shop = await fixtures.use(openShop(code))
    gateway = await fixtures.use(startGatewayHere({ ALLOWED_ORIGINS: shop.origin }))
    shop.sellThrough(gateway.url)
  })

  /** A script in the page; it is text, as it runs elsewhere. */
  const run = (page: Page, script: string): Promise<unknown> => page.evaluate(`(async () => { ${script} })()`)
  const track = (messageId: string): string =>
    `gateway.track({ messageId: '${messageId}', event: 'Order Completed', userId: 'u-1' })`
  const arrived = async (messageId: string): Promise<number> =>
    (await gateway.deliveredIds()).filter((id) => id === messageId).length
  const arrivesOnce = (messageId: string): Promise<void> =>
    vi.waitFor(async () => expect(await arrived(messageId)).toBe(1), { timeout: 10_000, interval: 50 })
  const keptCount = (page: Page): Promise<unknown> => run(page, 'return localStorage.length')

  it('sends a batch in one request, and reads its status', async () => {
    await using opened = await openPage(chromiumPath, shop.origin)
    const outcomes = await run(
      opened.page,
      `return Promise.all([
        gateway.identify({ userId: 'u-1', traits: { email: 'alex@example.com' } }),
        ${track('batch-1')},
        ${track('batch-2')},
        gateway.track({ messageId: 'batch-3', event: '', userId: 'u-1' }),
      ])`,
    )
    expect(outcomes).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted', messageId: 'batch-1', duplicate: false, warnings: [] },
      { status: 'accepted', messageId: 'batch-2' },
      { status: 'invalid', messageId: 'batch-3', issues: [{ path: 'input.event', code: 'REQUIRED' }] },
    ])
    expect(opened.requested.filter((url) => url.startsWith(gateway.url))).toHaveLength(1)
    await arrivesOnce('batch-2')
    await vi.waitFor(async () =>
      expect(await run(opened.page, `return gateway.status('batch-2')`)).toMatchObject({ status: 'DELIVERED' }),
    )
    expect(await keptCount(opened.page)).toBe(0)
    expect(opened.faults).toEqual([])
  })

  it.each([
    ['is closed', async (page: Page) => page.close({ runBeforeUnload: true })],
    ['goes to another site', async (page: Page) => void (await page.goto('about:blank'))],
  ])('has an event arrive when its page %s right after the call', async (how, leave) => {
    await using opened = await openPage(chromiumPath, shop.origin)
    const messageId = `left: ${how}`
    await run(opened.page, `void ${track(messageId)}`)
    await leave(opened.page)
    // No other page of this origin is opened, which would send it too.
    await arrivesOnce(messageId)
    expect(await arrived(messageId)).toBe(1)
  })

  it('has an event that could not be sent arrive once, from the next page', async () => {
    const { url } = gateway
    await gateway[Symbol.asyncDispose]()
    await using opened = await openPage(chromiumPath, shop.origin)
    await run(opened.page, `void ${track('unreachable')}`)
    await vi.waitFor(() => expect(opened.faults.join()).toContain(url))
    await opened.page.goto('about:blank')

    gateway = await fixtures.use(startGatewayHere({ ALLOWED_ORIGINS: shop.origin, PORT: new URL(url).port }))
    expect(await arrived('unreachable')).toBe(0)
    await opened.page.goto(shop.origin)
    await arrivesOnce('unreachable')
    await vi.waitFor(async () => expect(await keptCount(opened.page)).toBe(0))
    await opened.page.reload()
    await run(opened.page, `await ${track('behind it')}`)
    await arrivesOnce('behind it')
    expect(await arrived('unreachable')).toBe(1)
  })

  it('sends at once what a page without a network left waiting, when it is loaded again', async () => {
    await using opened = await openPage(chromiumPath, shop.origin)
    const context = opened.page.context()
    await context.setOffline(true)
    await run(opened.page, `void ${track('offline')}`)
    await vi.waitFor(() => expect(opened.faults.join()).toContain(gateway.url))
    expect(await keptCount(opened.page)).toBe(1)
    await context.setOffline(false)
    await opened.page.reload()
    await arrivesOnce('offline')
    await vi.waitFor(async () => expect(await keptCount(opened.page)).toBe(0))
    expect(await arrived('offline')).toBe(1)
  })
})
