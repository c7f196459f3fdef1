import type { Clock } from './clock.ts'

/** A kind of event. */
export interface Metric {
  readonly id: string
  /** Its place among the metrics of the account. */
  readonly place: number
  readonly name: string
  readonly createdMs: number
}

/** The metrics of the account. */
export interface MetricStore {
  readonly all: () => readonly Metric[]
  readonly byId: (id: string) => Metric | undefined
  readonly byName: (name: string) => Metric | undefined
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
    byName: (name) => byName.get(name),
    use: (name) => {
      const known = byName.get(name)
      if (known !== undefined) return known
      const metric: Metric = { id: newId('metric'), place: byId.size, name, createdMs: now() }
      byId.set(metric.id, metric)
      byName.set(name, metric)
      return metric
    },
  }
}
