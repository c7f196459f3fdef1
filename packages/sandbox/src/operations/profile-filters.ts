import { COMPARISONS, type FilterField, type FilterFields, textField, timeField } from '../reading/filter.ts'
import type { SortFields } from '../reading/sort.ts'
import { IDENTIFIERS, type Identifier, type Profile } from '../state/profile.ts'
import type { ProfileStore } from '../state/profiles.ts'

const SUPPRESSION = 'subscriptions.email.marketing.suppression'
const LIST_SUPPRESSION = 'subscriptions.email.marketing.list_suppressions'
const BEFORE_AND_AFTER = ['greater-than', 'less-than']

const identifierField = (identifier: Identifier, operators?: string[]): FilterField<Profile> =>
  textField<Profile>(({ identifiers }) => {
    const value = identifiers[identifier]
    return value === undefined ? [] : [value]
  }, operators)

/** Emails are one whatever their case. */
export const EMAIL_FIELD: FilterField<Profile> = {
  operators: ['equals', 'any'],
  read: ({ identifiers }) => (identifiers.email === undefined ? [] : [identifiers.email.toLowerCase()]),
  literal: (text) => text.toLowerCase(),
}

export const PHONE_FIELD = identifierField('phone_number')
export const KX_FIELD = identifierField('_kx', ['equals'])

/** What profiles can be filtered by. The sandbox suppresses nobody on a single list, so those fields fit nobody. */
export const PROFILE_FILTERS: FilterFields<Profile> = {
  id: textField(({ id }) => [id]),
  email: EMAIL_FIELD,
  phone_number: PHONE_FIELD,
  external_id: identifierField('external_id'),
  _kx: KX_FIELD,
  created: timeField(({ createdMs }) => [createdMs], BEFORE_AND_AFTER),
  updated: timeField(({ updatedMs }) => [updatedMs], BEFORE_AND_AFTER),
  [`${SUPPRESSION}.reason`]: textField(({ suppressions }) => suppressions.map(({ reason }) => reason), ['equals']),
  [`${SUPPRESSION}.timestamp`]: timeField(
    ({ suppressions }) => suppressions.map(({ timestampMs }) => timestampMs),
    COMPARISONS,
  ),
  [`${LIST_SUPPRESSION}.reason`]: textField(() => [], ['equals']),
  [`${LIST_SUPPRESSION}.list_id`]: textField(() => [], ['equals']),
  [`${LIST_SUPPRESSION}.timestamp`]: timeField(() => [], COMPARISONS),
}

/** Who has that value in that field; `undefined` for a field that is no identifier. */
export function profileBy(
  profiles: ProfileStore,
  field: string,
  value: string,
): { readonly item: Profile | undefined } | undefined {
  if (field === 'id') return { item: profiles.byId(value) }
  const identifier = IDENTIFIERS.find((name) => name === field)
  return identifier === undefined ? undefined : { item: profiles.owner(identifier, value) }
}

/** What profiles can be ordered by. */
export const PROFILE_SORTS: SortFields<Profile> = {
  id: ({ id }) => id,
  email: ({ identifiers }) => identifiers.email?.toLowerCase() ?? '',
  created: ({ createdMs }) => createdMs,
  updated: ({ updatedMs }) => updatedMs,
  [`${SUPPRESSION}.timestamp`]: ({ suppressions }) => suppressions[0]?.timestampMs ?? 0,
}
