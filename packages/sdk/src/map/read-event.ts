import { createReader } from './create-reader.ts'
import { GROUP_SLOTS, PERSON_SLOTS } from './slots.ts'

/** Reads an identify event: the person, and what it says about consent. */
export const readIdentify = createReader(PERSON_SLOTS, { keepsTraits: true, isMetric: false })

/** Reads a track, screen or page event: the person, and what happened. */
export const readMetric = createReader(PERSON_SLOTS, { keepsTraits: true, isMetric: true })

/** Reads a group event: its member, the list and the decision. Other traits are not sent. */
export const readGroup = createReader(GROUP_SLOTS, { keepsTraits: false, isMetric: false })
