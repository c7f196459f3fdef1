import { run } from './run.ts'

const { output, error, status } = await run(process.argv.slice(2), process.env)
process.stdout.write(output)
process.stderr.write(error)
process.exitCode = status
