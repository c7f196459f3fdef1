import { builder } from '../builder.ts'

/** A position in decimal degrees. */
export const GeoInput = builder.inputType('GeoInput', {
  description: 'A position in decimal degrees.',
  fields: (t) => ({
    latitude: t.float({ description: '-90 to 90, south to north.', required: true }),
    longitude: t.float({ description: '-180 to 180, west to east.', required: true }),
  }),
})
