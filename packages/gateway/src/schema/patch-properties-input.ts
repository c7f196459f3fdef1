import { builder } from '../builder.ts'

/** Changes of custom properties that setting them cannot do. */
export const PatchPropertiesInput = builder.inputType('PatchPropertiesInput', {
  description: 'Changes of custom properties that setting them cannot do.',
  fields: (t) => ({
    append: t.field({ type: 'JSONObject', description: 'Values to add to lists.' }),
    unappend: t.field({ type: 'JSONObject', description: 'Values to take out of lists.' }),
    unset: t.stringList({ description: 'Names of properties to remove.' }),
  }),
})
