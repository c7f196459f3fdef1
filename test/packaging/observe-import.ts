// Runs in a process of its own, in a project that installed the sdk: prints what importing a module changed.
const [, , specifier = ''] = process.argv

const started = { timers: 0, requests: 0, evaluations: 0 }
const counting = <F extends (...args: never[]) => unknown>(original: F, kind: keyof typeof started): F =>
  new Proxy(original, {
    apply(_, self, args) {
      started[kind] += 1
      return Reflect.apply(original, self, args) as unknown
    },
    construct(_, args) {
      started[kind] += 1
      // Only classes are called with `new`, and they give an object.
      return Reflect.construct(original, args) as object
    },
  })
globalThis.setTimeout = counting(setTimeout, 'timers')
globalThis.setInterval = counting(setInterval, 'timers')
globalThis.setImmediate = counting(setImmediate, 'timers')
globalThis.fetch = counting(fetch, 'requests')
globalThis.Function = counting(Function, 'evaluations')

type Properties = Readonly<Record<PropertyKey, PropertyDescriptor>>

/** Everything that a module could lay hands on: the globals, the built-in classes and their prototypes. */
function picture(): ReadonlyMap<object, Properties> {
  const values = Object.values(Object.getOwnPropertyDescriptors(globalThis)).map(({ value }): unknown => value)
  const classes = values.filter((value) => typeof value === 'function')
  const prototypes = classes.map(({ prototype }): unknown => prototype).filter((value) => value instanceof Object)
  return new Map(
    [globalThis, ...classes, ...prototypes].map((owner) => [owner, Object.getOwnPropertyDescriptors(owner)]),
  )
}
const isSame = (a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean =>
  Object.is(a?.value, b?.value) && a?.get === b?.get && a?.set === b?.set
const listeners = (): string =>
  JSON.stringify(process.eventNames().map((name) => [String(name), process.listenerCount(name)]))

const globalsBefore = picture()
const listenersBefore = listeners()
await import(specifier)
const changed = [...picture()].flatMap(([owner, properties]) => {
  const known = globalsBefore.get(owner) ?? {}
  const names = Reflect.ownKeys({ ...known, ...properties })
  return names.filter((name) => !isSame(known[name], properties[name])).map(String)
})
if (listeners() !== listenersBefore) changed.push('listeners of process')
console.log(JSON.stringify({ ...started, changed }))
