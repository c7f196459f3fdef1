import { styleText } from 'node:util'
import { progressBar, progressLine, type View } from './progress-line.ts'

/** Tells a person what happens, on standard error. */
export interface Reporter extends Disposable {
  /** Something that should not be. */
  readonly problem: (text: string) => void
  readonly note: (text: string) => void
}

/** What a reporter writes to: `process.stderr`. */
export interface ReportStream {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const BAR_EVERY_MS = 200
const LINE_EVERY_MS = 5_000
/** Back to the start of the line, and nothing on it. */
const ERASE_LINE = '\r\u001B[K'

/**
 * Shows how far a run is until it is disposed of: on a terminal a bar that stays in place below what else is written,
 * elsewhere a line every few seconds. `NO_COLOR` leaves colours out.
 */
export function startReporter(stream: ReportStream, view: () => View): Reporter {
  const isTerminal = stream.isTTY === true && process.env['TERM'] !== 'dumb'
  const draw = (): void => {
    const seen = view()
    if (isTerminal) stream.write(`${ERASE_LINE}${progressBar(seen, widthOf(stream) - 1)}`)
    else stream.write(`${progressLine(seen)}\n`)
  }
  const timer = setInterval(draw, isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)
  timer.unref()
  const write = (text: string): void => {
    stream.write(isTerminal ? `${ERASE_LINE}${text}\n` : `${text}\n`)
    if (isTerminal) draw()
  }
  return {
    // Words of Klaviyo and names of files may hold what a terminal takes for a command.
    problem: (text) => write(inRed(text.replaceAll(/\p{Cc}+/gu, ' '), isTerminal)),
    note: write,
    [Symbol.dispose]() {
      clearInterval(timer)
      if (isTerminal) stream.write(ERASE_LINE)
    },
  }
}

/** Some terminals say that they are 0 wide. */
function widthOf({ columns = 0 }: ReportStream): number {
  return columns > 0 ? columns : 80
}

function inRed(text: string, isTerminal: boolean): string {
  const isPlain = !isTerminal || (process.env['NO_COLOR'] ?? '') !== ''
  return isPlain ? text : styleText('red', text, { validateStream: false })
}
