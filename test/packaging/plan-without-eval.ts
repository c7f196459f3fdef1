// Runs in a process of its own, in a project that installed the sdk: uses every schema of it, the good way and the bad
// way, and prints how often something tried to make code from text. A page with a Content-Security-Policy reports tries.
let tryCount = 0
const original = Function
globalThis.Function = new Proxy(original, {
  apply(_, self, args) {
    tryCount += 1
    return Reflect.apply(original, self, args) as unknown
  },
  construct(_, args: string[]) {
    tryCount += 1
    return new original(...args)
  },
})

const { createKlaviyo } = await import('@rudder-klaviyo/sdk')
const klaviyo = createKlaviyo({ listId: 'XUepkK', consent: ['email'], events: { deny: ['Noise'] } })
const { requests } = klaviyo.identify({ email: 'alex@example.com' }).subscribe().plan()
const invalid: unknown = { type: 'group', context: 3, traits: { subscribe: 7 } }
const { issues } = klaviyo.explain(invalid)
let refusal: unknown
try {
  createKlaviyo({ rateShare: 2 })
} catch (error) {
  refusal = error
}
console.log(
  JSON.stringify({
    tryCount,
    operations: requests.map(({ operation }) => operation),
    issuePaths: issues.map(({ path }) => path),
    refusal: refusal instanceof Error ? refusal.name : 'none',
  }),
)
