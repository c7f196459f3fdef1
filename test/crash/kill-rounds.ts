import { vi } from 'vitest'
import type { GatewayProcess } from '../support/processes/start-gateway.ts'
import { sendStep, type Promised } from './send-step.ts'

/** When the gateway is killed. */
export interface Round {
  /** Once so many requests of the round were answered; others are on their way then. */
  readonly killAfter: number
  /** Only once it delivers, so that requests to Klaviyo are on their way too. */
  readonly isDelivering: boolean
}

interface KillRoundsOptions {
  readonly rounds: readonly Round[]
  /** Who has events, all at the same time. */
  readonly people: readonly string[]
  /** Starts the gateway, always on the same folder and for the same Klaviyo. */
  readonly start: () => Promise<GatewayProcess>
}

const DELIVERY = { timeout: 20_000, interval: 50 }

/**
 * Runs the rounds and gives what was promised in them. In each round every person sends one step after another until
 * the gateway is dead; the next number of a person is never one that was used, since its step may have been kept.
 */
export async function killRounds({ rounds, people, start }: KillRoundsOptions): Promise<Promised> {
  const promised: Promised = { tracked: new Set(), counters: new Map() }
  let counter = 0
  for (const round of rounds) {
    await using gateway = await start()
    if (round.isDelivering) await untilDelivering(gateway, { person: people[0] ?? '', counter: ++counter }, promised)
    let answeredCount = 0
    let isKilled = false
    const sendUntilKilled = async (person: string): Promise<void> => {
      while (!isKilled) {
        const isAccepted = await sendStep(gateway, { person, counter: ++counter }, promised).catch((error: unknown) => {
          if (isKilled) return false
          throw error
        })
        if (!isAccepted || ++answeredCount < round.killAfter || isKilled) continue
        isKilled = true
        gateway.process.kill('SIGKILL')
      }
    }
    await Promise.all(people.map(sendUntilKilled))
    await gateway.process.untilEnded()
  }
  return promised
}

/** Sends a step and waits until the dispatcher has brought it to Klaviyo. */
async function untilDelivering(
  gateway: GatewayProcess,
  step: { person: string; counter: number },
  promised: Promised,
): Promise<void> {
  const messageId = `${step.person}-${step.counter}`
  await sendStep(gateway, step, promised)
  await vi.waitUntil(async () => {
    const { data } = await gateway.send(`{ event(messageId: "${messageId}") { status } }`)
    return JSON.stringify(data).includes('DELIVERED')
  }, DELIVERY)
}
