import type { SandboxClock } from '../state/clock.ts'
import type { Random } from '../state/random.ts'
import { type FaultRule, isAbout } from './fault-rule.ts'

/** What goes wrong with one request. */
export interface Injected {
  /** How late the answer is. */
  readonly latencyMs: number
  readonly rule?: FaultRule
}

/** A rule and how often it was applied. */
export interface FaultCount {
  readonly rule: FaultRule
  readonly appliedCount: number
}

/** The rules of a sandbox. */
export interface FaultBook {
  /** Behind those that are there: the first that fits a request is applied. */
  readonly add: (rules: readonly FaultRule[]) => void
  readonly list: () => readonly FaultCount[]
  readonly clear: () => void
  /** What goes wrong with this request; `undefined` for nothing. */
  readonly pick: (operationId: string, body: string) => Injected | undefined
}

interface Entry {
  readonly rule: FaultRule
  matchedCount: number
  appliedCount: number
  firstMs?: number
}

const IMPORTS = ['spawn_bulk_profile_import_job', 'bulk_import_profiles']

/** A book without rules. */
export function createFaultBook({ now }: SandboxClock, random: Random): FaultBook {
  let entries: Entry[] = []

  /** Counts the request for the rule, and says whether the rule is applied to it. */
  const applies = (entry: Entry, operationId: string, body: string): boolean => {
    const { rule, firstMs } = entry
    const { match, skip = 0, every = 1, count = Infinity, seconds } = rule
    if (!isAbout(rule, operationId) || (rule.kind === 'missingJobId' && !IMPORTS.includes(operationId))) return false
    if (entry.appliedCount >= count) return false
    if (match !== undefined && !body.includes(match)) return false
    if (seconds !== undefined && firstMs !== undefined && now() >= firstMs + seconds * 1000) return false
    entry.matchedCount += 1
    if (entry.matchedCount <= skip || (entry.matchedCount - skip) % every !== 0) return false
    entry.appliedCount += 1
    entry.firstMs ??= now()
    return true
  }

  return {
    add: (rules) => {
      entries = [...entries, ...rules.map((rule) => ({ rule, matchedCount: 0, appliedCount: 0 }))]
    },
    list: () => entries.map(({ rule, appliedCount }) => ({ rule, appliedCount })),
    clear: () => {
      entries = []
    },
    pick: (operationId, body) => {
      let latencyMs = 0
      for (const entry of entries) {
        if (!applies(entry, operationId, body)) continue
        const { rule } = entry
        if (rule.kind !== 'latency') return { latencyMs, rule }
        latencyMs += rule.ms + random() * (rule.jitterMs ?? 0)
      }
      return latencyMs === 0 ? undefined : { latencyMs }
    },
  }
}
