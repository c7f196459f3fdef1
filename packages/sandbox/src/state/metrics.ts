import type { Clock } from './clock.ts'

/** A kind of event. */
export interface Metric {
  readonly id: string
  readonly name: string
  readonly createdMs: number
}

/** The metrics of the account. */
export interface MetricStore {
  readonly all: () => readonly Metric[]
  readonly byId: (id: string) => Metric | undefined
  /** The metric of a name, made at its first use. */
  readonly use: (name: string) => Metric
}

/** An empty store. */
export function createMetricStore({ now, newId }: Clock): MetricStore {
  const byId = new Map<string, Metric>()
  const byName = new Map<string, Metric>()
  return {
    all: () => [...byId.values()],
    byId: (id) => byId.get(id),
    use: (name) => {
      const known = byName.get(name)
      if (known !== undefined) return known
      const metric = { id: newId('metric'), name, createdMs: now() }
      byId.set(metric.id, metric)
      byName.set(name, metric)
      return metric
    },
  }
}
