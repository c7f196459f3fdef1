import { getAccount, getAccounts } from './accounts.ts'
import { deleteProfile } from './data-privacy.ts'
import { getEvent, getEvents } from './event-reads.ts'
import { createEvent, createEvents } from './events.ts'
import type { Handler } from './handler.ts'
import { addToList, getListProfileIds, getListProfiles, removeFromList } from './list-profiles.ts'
import { createList, deleteList, getList, getLists, updateList } from './lists.ts'
import { getMetric, getMetrics } from './metrics.ts'
import { getImportErrors, getImportJob, getImportJobs, importProfiles } from './profile-bulk-import.ts'
import { importProfile } from './profile-import.ts'
import { createProfile, getProfile, getProfiles, updateProfile } from './profiles.ts'
import { getSegment, getSegments } from './segments.ts'
import { subscribe, unsubscribe } from './subscriptions.ts'
import { changeSuppressions, getSuppressionJob, getSuppressionJobs } from './suppressions.ts'

const suppress = changeSuppressions('profile-suppression-bulk-create-job')
const unsuppress = changeSuppressions('profile-suppression-bulk-delete-job')

/** Who answers each operation. Where the revisions name one differently, both names are here. */
export const OPERATION_TABLE: Readonly<Record<string, Handler>> = {
  create_or_update_profile: importProfile,
  get_profiles: getProfiles,
  get_profile: getProfile,
  create_profile: createProfile,
  update_profile: updateProfile,

  spawn_bulk_profile_import_job: importProfiles,
  bulk_import_profiles: importProfiles,
  get_bulk_profile_import_jobs: getImportJobs,
  get_bulk_import_profiles_jobs: getImportJobs,
  get_bulk_profile_import_job: getImportJob,
  get_bulk_import_profiles_job: getImportJob,
  get_bulk_profile_import_job_import_errors: getImportErrors,
  get_errors_for_bulk_import_profiles_job: getImportErrors,

  create_event: createEvent,
  bulk_create_events: createEvents,
  get_events: getEvents,
  get_event: getEvent,
  get_metrics: getMetrics,
  get_metric: getMetric,

  get_lists: getLists,
  create_list: createList,
  get_list: getList,
  update_list: updateList,
  delete_list: deleteList,
  get_list_profiles: getListProfiles,
  get_profiles_for_list: getListProfiles,
  get_list_relationships_profiles: getListProfileIds,
  get_profile_ids_for_list: getListProfileIds,
  create_list_relationships: addToList,
  add_profiles_to_list: addToList,
  delete_list_relationships: removeFromList,
  remove_profiles_from_list: removeFromList,

  get_segments: getSegments,
  get_segment: getSegment,
  get_segment_profiles: getSegment,
  get_profiles_for_segment: getSegment,
  get_segment_relationships_profiles: getSegment,
  get_profile_ids_for_segment: getSegment,

  subscribe_profiles: subscribe,
  bulk_subscribe_profiles: subscribe,
  unsubscribe_profiles: unsubscribe,
  bulk_unsubscribe_profiles: unsubscribe,

  suppress_profiles: suppress,
  bulk_suppress_profiles: suppress,
  unsuppress_profiles: unsuppress,
  bulk_unsuppress_profiles: unsuppress,
  get_bulk_suppress_profiles_jobs: getSuppressionJobs('profile-suppression-bulk-create-job'),
  get_bulk_suppress_profiles_job: getSuppressionJob('profile-suppression-bulk-create-job'),
  get_bulk_unsuppress_profiles_jobs: getSuppressionJobs('profile-suppression-bulk-delete-job'),
  get_bulk_unsuppress_profiles_job: getSuppressionJob('profile-suppression-bulk-delete-job'),

  request_profile_deletion: deleteProfile,
  get_accounts: getAccounts,
  get_account: getAccount,
}
