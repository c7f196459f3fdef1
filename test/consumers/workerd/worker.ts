import { createKlaviyo } from '@rudder-klaviyo/sdk'

interface Environment {
  readonly SANDBOX_URL: string
}

const worker = {
  /** `workerd test` calls it, and fails when it rejects. */
  async test(_controller: unknown, { SANDBOX_URL }: Environment): Promise<void> {
    const klaviyo = createKlaviyo({ apiKey: 'pk_consumer', baseUrl: SANDBOX_URL })
    const order = klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).revenue(30, 'USD')
    const { requests } = order.plan()
    const { status } = await order.send()
    const platform = `workerd ${navigator.userAgent}`
    console.log(JSON.stringify({ platform, operations: requests.map(({ operation }) => operation), status }))
  },
}

// oxlint-disable-next-line import/no-default-export -- the runtime takes the handlers of a worker from there
export default worker
