#!/usr/bin/env node
import { commands, usage } from './commands.ts'
import { UsageError } from './usage-error.ts'

/** The exit status of wrong use: an unknown command or option, a file that cannot be read. */
const WRONG_USE = 2

const [name = '', ...rest] = process.argv.slice(2)

async function run(): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${usage()}\n`)
    return name === '' ? WRONG_USE : 0
  }
  // A name such as "constructor" is no command, though every object has it.
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new UsageError(`Unknown command "${name}".\n\n${usage()}`)
  return command.run(rest)
}

try {
  process.exitCode = await run()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = WRONG_USE
}
