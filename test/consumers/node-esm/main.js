import { createKlaviyo } from '@rudder-klaviyo/sdk'

const klaviyo = createKlaviyo({ apiKey: 'pk_consumer', baseUrl: process.env['SANDBOX_URL'] ?? '' })
const order = klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).revenue(30, 'USD')
const { requests } = order.plan()
const { status } = await order.send()
const platform = `node ${process.versions.node}`
console.log(JSON.stringify({ platform, operations: requests.map(({ operation }) => operation), status }))
