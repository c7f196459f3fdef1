import type { PassedOverCode } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** Why a source did not win. */
export const PassedOverReason = builder.enumType('PassedOverReason', {
  description: 'Why a source did not win.',
  values: {
    EMPTY: { description: '`null` or blank.' },
    NOT_USABLE: { description: 'Not of the type or format of the field.' },
    LATER: { description: 'An earlier source had a usable value.' },
    LEFT_OUT: { description: 'The revision or a setting of the account leaves the field out.' },
  } satisfies Record<PassedOverCode, { description: string }>,
})
