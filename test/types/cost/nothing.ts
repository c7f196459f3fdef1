// What the import alone costs.
import { createKlaviyo } from '@rudder-klaviyo/sdk'

export const klaviyo = createKlaviyo()
