import type { JsonObject } from '@rudder-klaviyo/sdk'
import { pageOf } from '../reading/page.ts'
import { notFound } from '../refusal.ts'
import { selfLink } from '../resources/links.ts'
import { selfAddress } from '../resources/self-address.ts'
import type { Handler } from './handler.ts'

/** The id of the only account. */
const ACCOUNT_ID = 'SANDBX'

const NO_ADDRESS = { address1: '', address2: '', city: '', region: '', country: '', zip: '' }

/** Lists the account behind the key, which is always the same. */
export const getAccounts: Handler = (call) => {
  const { links } = pageOf(call, [{ place: 0 }], { fallbackSize: 1 })
  return { status: 200, body: { data: [account(call.url.origin)], links } }
}

/** Reads the account. */
export const getAccount: Handler = ({ path, url }) => {
  const id = path['id'] ?? ''
  if (id !== ACCOUNT_ID) throw notFound('account', id)
  return { status: 200, body: { data: account(url.origin), links: { self: selfAddress(url) } } }
}

const account = (origin: string): JsonObject => ({
  type: 'account',
  id: ACCOUNT_ID,
  attributes: {
    test_account: true,
    contact_information: {
      default_sender_name: 'Sandbox',
      default_sender_email: 'sandbox@example.com',
      website_url: 'https://example.com',
      organization_name: 'Sandbox',
      street_address: NO_ADDRESS,
    },
    industry: 'Software / SaaS',
    timezone: 'UTC',
    preferred_currency: 'USD',
    public_api_key: ACCOUNT_ID,
    locale: 'en-US',
  },
  links: selfLink(origin, `accounts/${ACCOUNT_ID}`),
})
