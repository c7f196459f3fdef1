import { builder } from '../builder.ts'

/** An address. */
export const AddressInput = builder.inputType('AddressInput', {
  description: 'An address.',
  fields: (t) => ({
    street: t.string({ description: 'Street and number. Klaviyo: `location.address1`.' }),
    city: t.string({ description: 'The city.' }),
    region: t.string({ description: 'The region or state.' }),
    country: t.string({ description: 'The country.' }),
    zip: t.string({ description: 'The postal code.' }),
    timezone: t.string({ description: 'The time zone, best by its IANA name: `America/Chicago`.' }),
  }),
})
