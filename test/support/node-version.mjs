// Plain JavaScript, so that an old Node can read it and say what is wrong instead of "unknown file extension .ts".
// A failed install only prints a warning and the script goes on, with whatever Node the machine has. Tests that pass on
// that one prove nothing, so every script of the workspace loads this file first.

/** The oldest major version of Node that tests and servers run on. The sdk has a limit of its own. */
const OLDEST_NODE_MAJOR = 24

const version = process.versions.node
if (Number.parseInt(version, 10) < OLDEST_NODE_MAJOR) {
  throw new Error(
    `this workspace needs Node ${OLDEST_NODE_MAJOR} or newer, this is ${version} at ${process.execPath}. ` +
      'The workspace brings its own: run "npx -y pnpm@12 install --frozen-lockfile" and read its errors, ' +
      'then start the command again.',
  )
}
