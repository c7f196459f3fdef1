import { expect, it } from 'vitest'
import { createLogger, errorFields } from './logger.ts'

it('writes one JSON object a line, from its level on', () => {
  const lines: string[] = []
  const logger = createLogger({ level: 'warn', write: (line) => lines.push(line) })
  logger.info('left out')
  logger.error('two\nlines', { errorId: 'e-1', ...errorFields(new TypeError('why')) })
  logger.error('of the system', errorFields(Object.assign(new Error('disk full'), { code: 'ENOSPC' })))
  expect(lines).toHaveLength(2)
  expect(lines[0]?.match(/\n/g)).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    message: 'two\nlines',
    errorId: 'e-1',
    error: 'TypeError',
  })
  expect(lines[0]).not.toContain('why')
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ code: 'ENOSPC', reason: 'disk full' })
})
