import type { Background } from '../state/background.ts'
import type { Control } from './control.ts'
import { plainJson } from './plain-json.ts'

/** `/sandbox/idle`: GET answers when nothing is outstanding any more; with `?wait=false` at once, with how much is. */
export const controlIdle: Control = ({ method, url }, { background }) => {
  if (method !== 'GET') return undefined
  if (url.searchParams.get('wait') === 'false') return outstandingIn(background)
  return background.idle().then(() => outstandingIn(background))
}

const outstandingIn = (background: Background) =>
  plainJson(200, { data: { outstanding: background.outstandingCount() } })
