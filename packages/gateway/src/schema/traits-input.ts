import { builder } from '../builder.ts'
import { AddressInput } from './address-input.ts'

/** What is known about a person. A value that is not usable is left out with a warning; `null` is never sent and clears nothing. */
export const TraitsInput = builder.inputType('TraitsInput', {
  description:
    'What is known about a person. A value that is not usable is left out with a warning; `null` is never sent and clears nothing.',
  fields: (t) => ({
    email: t.string({ description: 'The email address.' }),
    phone: t.string({
      description:
        'The phone number with `+` and country code; sent as E.164. Without a country code it is left out, unless the account has a `defaultCountry`.',
    }),
    _kx: t.string({ description: "Klaviyo's exchange id, from the `_kx` parameter of a link in a Klaviyo email." }),
    firstName: t.string({ description: 'The first name.' }),
    lastName: t.string({ description: 'The last name.' }),
    title: t.string({ description: 'The job title.' }),
    organization: t.string({ description: 'The company.' }),
    image: t.string({ description: 'The URL of a picture, http or https.' }),
    street: t.string({ description: 'Street and number. Klaviyo: `location.address1`.' }),
    city: t.string({ description: 'The city.' }),
    region: t.string({ description: 'The region or state.' }),
    country: t.string({ description: 'The country.' }),
    zip: t.string({ description: 'The postal code.' }),
    timezone: t.string({ description: 'The time zone, best by its IANA name: `America/Chicago`.' }),
    address: t.field({
      type: AddressInput,
      description: "The same fields in RudderStack's nested form; each wins over the flat one.",
    }),
    custom: t.field({
      type: 'JSONObject',
      description:
        'Everything else, as custom properties of the profile, with their JSON types. A key that is a field above is read as that field if the field is not given.',
    }),
  }),
})
