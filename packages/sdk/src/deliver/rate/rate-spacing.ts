import type { Releases } from './rate-releases.ts'
import { type Spread, spreadAtMs, spreadCount } from './rate-spread.ts'

/** Spaces the calls of a window, so that after a burst there is no long silence. */
export interface Spacing {
  freeCount(nowMs: number, leftCount: number): number
  nextAtMs(leftCount: number): number
  took(nowMs: number): void
  /** A release was added. */
  added(number: number): void
}

/**
 * Calls may hurry as long as what is left, with what becomes free on the way, is enough to go on at `gapMs` for ever.
 *
 * Let `left` calls be free now. Before the k-th release, `left + k - 1` calls can begin, so the call number `left + k`
 * begins at that release or later; at `gapMs` it would begin `left + k - 1` gaps after the next one. So the next call
 * begins no earlier than `release(k) - (left + k - 1) * gapMs`, for every k. The release for which this is latest
 * decides. Which one that is does not depend on what is left, so a queue of candidates finds it in constant time.
 *
 * Calls without an answer release their slots later than all others; they are not waited for here.
 */
export function createSpacing(releases: Releases, gapMs: number): Spacing {
  let lastMs = 0
  /** Numbers of releases, each one less urgent than the one before it and more urgent than all between them. */
  let candidates: number[] = []
  let head = 0

  const urgency = (number: number) => releases.at(number) - number * gapMs

  const mostUrgent = () => {
    while ((candidates[head] ?? Infinity) < releases.first()) head += 1
    return candidates[head]
  }

  const spreadOf = (leftCount: number): Spread | undefined => {
    const number = mostUrgent()
    if (number === undefined) return undefined
    const callCount = leftCount + number - releases.first() + 1
    return { callCount, untilMs: releases.at(number), lastMs, gapMs }
  }

  return {
    freeCount(nowMs, leftCount) {
      const spread = spreadOf(leftCount)
      return spread === undefined ? Infinity : spreadCount(spread, nowMs)
    },
    nextAtMs(leftCount) {
      const spread = spreadOf(leftCount)
      return spread === undefined ? -Infinity : spreadAtMs(spread)
    },
    took(nowMs) {
      lastMs = nowMs
    },
    added(number) {
      mostUrgent()
      while (candidates.length > head && urgency(candidates.at(-1) ?? number) <= urgency(number)) candidates.pop()
      if (head * 2 >= candidates.length) {
        candidates = candidates.slice(head)
        head = 0
      }
      candidates.push(number)
    },
  }
}
