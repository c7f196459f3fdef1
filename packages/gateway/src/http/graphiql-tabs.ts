/** A tab of GraphiQL, filled in. */
export interface GraphiQLTab {
  readonly query: string
  /** JSON. */
  readonly variables?: string
}

/** Who acts in the tabs; the address is one that is reserved for examples. */
const EMAIL = 'alex@example.com'

/** Of the tab `Track`, read by `EventStatus`. Not one of the README, whose event would make this one a duplicate. */
const TRACK_MESSAGE_ID = 'graphiql-order-1'

const identify: GraphiQLTab = {
  query: `# 1. Who somebody is. Klaviyo creates the profile, or updates it.
# Run it with Ctrl-Enter. ACCEPTED means: safe on disk here, not yet at Klaviyo.
mutation Identify {
  identify(
    input: {
      userId: "user-1"
      traits: {
        email: "${EMAIL}"
        phone: "+12345578900"
        firstName: "Alex"
        address: { city: "Chicago", country: "US", timezone: "America/Chicago" }
        custom: { plan: "gold", logins: 7 }
      }
    }
  ) {
    ... on EventAccepted {
      messageId
      duplicate
      warnings { path code message }
      event { status acceptedAt }
    }
    ... on EventInvalid {
      message
      issues { path code message }
    }
  }
}
`,
}

const track: GraphiQLTab = {
  query: `# 2. What somebody did. The messageId, in the variables, makes it safe to send again:
# run it twice, and the second answer says "duplicate": true. Change it for another event.
mutation Track($input: TrackInput!) {
  track(input: $input) {
    ... on EventAccepted {
      messageId
      duplicate
      warnings { path code message }
      event { status }
    }
    ... on EventInvalid {
      message
      issues { path code message }
    }
  }
}
`,
  variables: JSON.stringify(
    {
      input: {
        messageId: TRACK_MESSAGE_ID,
        event: 'Order Completed',
        revenue: 30,
        currency: 'USD',
        properties: { orderId: '2001', items: [{ sku: 'TEE-S', quantity: 2 }] },
        traits: { email: EMAIL },
      },
    },
    undefined,
    2,
  ),
}

const group: GraphiQLTab = {
  query: `# 3. A decision about a list. Careful with "subscribe: false": Klaviyo unsubscribes
# somebody who is not on the list from everything. The answer warns of it.
mutation Group {
  group(
    input: {
      groupId: "XUepkK"
      subscribe: true
      consent: [EMAIL, SMS]
      customSource: "Checkout"
      traits: { email: "${EMAIL}", phone: "+12345578900" }
    }
  ) {
    ... on EventAccepted {
      messageId
      warnings { path code message }
      event { status }
    }
    ... on EventInvalid {
      message
      issues { path code message }
    }
  }
}
`,
}

const screen: GraphiQLTab = {
  query: `# 4. A screen of an app. For Klaviyo it is an event with the name of the screen.
mutation Screen {
  screen(input: { name: "Cart", userId: "user-1", properties: { items: 2 } }) {
    ... on EventAccepted {
      messageId
      event { status }
    }
    ... on EventInvalid {
      message
      issues { path code message }
    }
  }
}
`,
}

const batch: GraphiQLTab = {
  query: `# 5. Up to 500 events at once: one answer per event, in order.
# The second one has no name on purpose: it harms nobody else.
mutation Batch($events: [EventInput!]!) {
  batch(events: $events) {
    __typename
    ... on EventAccepted { messageId event { status } }
    ... on EventInvalid { issues { path code message } }
  }
}
`,
  variables: JSON.stringify(
    {
      events: [
        { identify: { userId: 'user-2', traits: { email: 'sam@example.com', firstName: 'Sam' } } },
        { track: { userId: 'user-2', event: '' } },
        { track: { userId: 'user-2', event: 'Product Viewed', properties: { sku: 'TEE-S' } } },
      ],
    },
    undefined,
    2,
  ),
}

const eventStatus: GraphiQLTab = {
  query: `# 6. What became of the event of tab 2. DELIVERED: Klaviyo took it over.
query EventStatus {
  event(messageId: "${TRACK_MESSAGE_ID}") {
    type
    name
    status
    attemptCount
    acceptedAt
    settledAt
    warnings { path code message }
    error { code message operation status }
  }
}
`,
}

const plan: GraphiQLTab = {
  query: `# 7. A dry run: the exact Klaviyo requests, and why each field has its value. Nothing is sent.
query Plan {
  plan(event: { identify: { userId: "user-1", traits: { email: "${EMAIL}", phone: "555 123" } } }) {
    ... on Plan {
      revision
      requests { operation method path body }
      warnings { path code message }
    }
    ... on EventInvalid {
      issues { path code message }
    }
  }
  explain(event: { identify: { userId: "user-1", traits: { email: "${EMAIL}", phone: "555 123" } } }) {
    fields {
      to
      source
      value
      passedOver { source reason }
    }
  }
}
`,
}

/** One tab per mutation, one that reads the result, one dry run. Each runs as it is, in this order. */
export const GRAPHIQL_TABS: readonly GraphiQLTab[] = [identify, track, group, screen, batch, eventStatus, plan]
