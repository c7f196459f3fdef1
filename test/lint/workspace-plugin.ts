/** The little of a syntax tree that the rule below reads. */
interface ImportDeclaration {
  source: { value: string }
  specifiers: readonly { type: string }[]
}
interface RuleContext {
  report: (finding: { node: ImportDeclaration; message: string }) => void
}

/**
 * `import { z } from 'zod'` keeps the whole library in a bundle, `import * as z` only what is used. The built-in rule
 * for imports cannot forbid names and allow the namespace, hence one of our own.
 */
const zodNamespace = {
  create: (context: RuleContext) => ({
    ImportDeclaration(node: ImportDeclaration) {
      if (node.source.value !== 'zod') return
      if (node.specifiers.every((specifier) => specifier.type === 'ImportNamespaceSpecifier')) return
      context.report({ node, message: "Write `import * as z from 'zod'`: any other form bundles all of zod." })
    },
  }),
}

// oxlint loads a plugin by its default export.
export default { meta: { name: 'workspace' }, rules: { 'zod-namespace': zodNamespace } }
