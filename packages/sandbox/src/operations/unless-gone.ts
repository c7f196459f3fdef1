import { Refusal } from '../refusal.ts'

/**
 * Carries out what was accepted earlier. The profile that it names by its id may have been deleted since: then nothing is
 * left to do, and nobody to tell.
 */
export function unlessGone(effect: () => void): void {
  try {
    effect()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
