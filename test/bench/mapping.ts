import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { measure } from './support/measure.ts'
import type { BenchResult } from './support/result.ts'
import { sampleTexts, type SampleType } from '../support/sample-events.ts'

const TYPES: readonly SampleType[] = ['identify', 'track', 'group']

/** Text → plan, against a JSON round trip of the same text. */
export function benchMapping({ isQuick }: { isQuick: boolean }): readonly BenchResult[] {
  const settings = resolveSettings()
  const roundCount = isQuick ? 20 : 60
  return [...TYPES.flatMap((type) => benchType(type, settings, roundCount)), benchNewPhones(settings, isQuick ? 5 : 15)]
}

function benchType(type: SampleType, settings: ReturnType<typeof resolveSettings>, roundCount: number): BenchResult[] {
  const next = cycle(sampleTexts(type))
  const rates = measure(
    [
      { name: 'round trip', run: () => JSON.stringify(JSON.parse(next())) },
      { name: 'plan', run: () => planEvent(JSON.parse(next()), settings) },
      { name: 'plan as text', run: () => JSON.stringify(planEvent(JSON.parse(next()), settings)) },
    ],
    roundCount,
  )
  return [
    against(rates, { what: `${type}: text → plan`, ours: 'plan', goal: 0.8 }),
    against(rates, { what: `${type}: text → plan → text`, ours: 'plan as text', goal: 0.45 }),
  ]
}

/** Every phone is new, so that the cache of numbers never helps. */
function benchNewPhones(settings: ReturnType<typeof resolveSettings>, roundCount: number): BenchResult {
  const next = cycle(sampleTexts('identify'))
  let number = 0
  const nextWithPhone = () => next().replace('+12 345 578 900', `+1${2_345_000_000 + number++}`)
  const rates = measure(
    [
      { name: 'round trip', run: () => JSON.stringify(JSON.parse(nextWithPhone())) },
      { name: 'plan', run: () => planEvent(JSON.parse(nextWithPhone()), settings) },
    ],
    roundCount,
  )
  return against(rates, { what: 'identify, phone never seen: text → plan', ours: 'plan', goal: 0.25 })
}

function against(
  rates: ReadonlyMap<string, number>,
  { what, ours, goal }: { what: string; ours: string; goal: number },
): BenchResult {
  const rate = rates.get(ours) ?? 0
  const baseline = rates.get('round trip') ?? 0
  const shown = (value: number) => `${Math.round(value / 1000)}k/s`
  return { what, ours: shown(rate), baseline: `JSON round trip ${shown(baseline)}`, ratio: rate / baseline, goal }
}

function cycle(texts: readonly string[]): () => string {
  let at = 0
  return () => texts[at++ % texts.length] ?? ''
}
