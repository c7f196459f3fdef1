import type { ArgumentEvent } from './argument-event.ts'

/** Says where in the arguments of a field something of its event stands. */
export interface ArgumentPaths {
  /** `context.traits.email` → `input.traits.email`; what has no place of its own becomes the argument itself. */
  toPath(eventPath: string): string
  /** The same for the paths that a message quotes. */
  toMessage(message: string): string
}

/** A path of an event in backticks; names of options and of single fields are the same on both sides. */
const QUOTED_PATH = /`((?:context|traits|properties|integrations)\.[^`]*)`/g

/** The way back from the paths of an event to those of the argument at `prefix`, for example `events[3].track`. */
export function createArgumentPaths({ rules }: Pick<ArgumentEvent, 'rules'>, prefix: string): ArgumentPaths {
  const longestFirst = rules.toSorted(([a], [b]) => b.length - a.length)
  const toPath = (eventPath: string): string => {
    const rule = longestFirst.find(([from]) => isBelow(eventPath, from))
    return rule === undefined ? prefix : `${prefix}.${rule[1]}${eventPath.slice(rule[0].length)}`
  }
  return {
    toPath,
    toMessage: (message) => message.replaceAll(QUOTED_PATH, (_quoted, path: string) => `\`${toPath(path)}\``),
  }
}

function isBelow(path: string, container: string): boolean {
  return path.startsWith(container) && ['', '.', '['].includes(path.charAt(container.length))
}
