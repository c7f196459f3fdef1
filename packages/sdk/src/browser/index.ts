export { createGatewayClient } from './create-gateway-client.ts'
export type { EventState } from './event-state.ts'
export type { AcceptedEvent, EventOutcome, InvalidEvent } from './event-outcome.ts'
export type { GatewayClient } from './gateway-client.ts'
export { GatewayError, type GatewayErrorCode } from './gateway-error.ts'
export type { GatewayClientOptions, GatewayStorage } from './gateway-client-options.ts'
export type {
  AddressInput,
  ConsentChannel,
  ContextInput,
  DeliveryErrorCode,
  EventIssue,
  EventIssueCode,
  EventStatus,
  EventType,
  EventWarning,
  EventWarningCode,
  GeoInput,
  GroupInput,
  IdentifyInput,
  PatchPropertiesInput,
  ScreenInput,
  SubscriptionInput,
  TrackInput,
  TraitsInput,
} from '../generated/gateway-inputs.ts'
