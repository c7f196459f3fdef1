export type {
  Certain,
  Id,
  Known,
  Need,
  NeedsOf,
  OptionalIf,
  Problem,
  Ready,
  SubscribeOptions,
} from './builder/capabilities.ts'
export type { Builder, EventBuilder, ProfileSteps } from './builder/event-builder.ts'
export type { GroupBuilder } from './builder/group-builder.ts'
export type { IdentifyBuilder } from './builder/identify-builder.ts'
export type { PatchProperties } from './builder/patch-properties.ts'
export type { ScreenBuilder } from './builder/screen-builder.ts'
export type { PlanOf, PropertiesOf, Setup, TraitsOf } from './builder/setup.ts'
export type { TrackBuilder } from './builder/track-builder.ts'
export type { Secret } from './client/client-options.ts'
export type { KlaviyoClient, KlaviyoResponse } from './client/klaviyo-client.ts'
export type { PageInit } from './client/page-request.ts'
export type { Pages } from './client/paginate.ts'
export type { PathsOf } from './client/revisions.ts'
export { createKlaviyo } from './create-klaviyo.ts'
export type { HeldBack, SendAllOptions, SendOptions, SendProgress, SendSummary } from './deliver/send-options.ts'
export type { Clock } from './clock.ts'
export type { Delivered, Rejected, Retry, Settlement } from './deliver/settlement.ts'
export { ConfigError, type ConfigIssue } from './errors/config-error.ts'
export { ERROR_CODES, type ErrorCode, type ErrorKind } from './errors/error-codes.ts'
export { EventInvalidError } from './errors/event-invalid-error.ts'
export { KlaviyoApiError, type KlaviyoApiErrorEntry } from './errors/klaviyo-api-error.ts'
export { KlaviyoError } from './errors/klaviyo-error.ts'
export { KlaviyoNetworkError } from './errors/klaviyo-network-error.ts'
export { KlaviyoTimeoutError } from './errors/klaviyo-timeout-error.ts'
export type { Context } from './event/context.ts'
export type {
  Consent,
  EventType,
  GroupEvent,
  IdentifyEvent,
  RudderEvent,
  ScreenEvent,
  TrackEvent,
} from './event/event.ts'
export type { ExternalId } from './event/external-id.ts'
export type { EventIssue, EventIssueCode, EventWarning, EventWarningCode } from './event/issue.ts'
export type { Json, JsonObject } from './event/json.ts'
export type { Address, OpenTraits, Traits } from './event/traits.ts'
export type { User } from './event/user.ts'
export type { TransformEvent } from './hooks/transform-event.ts'
export type { TransformPlan } from './hooks/transform-plan.ts'
export type { Input, Klaviyo } from './klaviyo.ts'
export type { KlaviyoOptions } from './klaviyo-options.ts'
export type { Logger } from './logger.ts'
export type { FieldTrace, PassedOver, PassedOverCode } from './map/trace.ts'
export type { MappingRow } from './map/mapping-rows.ts'
export type { Explanation, ExplainOptions } from './plan/explain-event.ts'
export type { Plan, PlannedRequest, ProfileLookup } from './plan/planned-request.ts'
export { DEFAULT_REVISION, REVISIONS, type Revision, type RevisionFacts } from './revision.ts'
export { defineTrackingPlan } from './tracking-plan/define-tracking-plan.ts'
export type { InputOf, StandardSchema } from './tracking-plan/standard-schema.ts'
export type { AnyTrackingPlan, NoPlan, TrackingPlan, Unplanned } from './tracking-plan/tracking-plan.ts'
export type { EventFilter, Settings } from './validate/settings.ts'
