import { defineConfig } from 'oxlint'
import { EVERYWHERE, layerOverrides } from './test/lint/layers.ts'

// Programs and tools talk to a person through the console; libraries do not.
const PROGRAMS = ['packages/cli/src/**', 'codegen/**', 'test/**']
const TESTS = ['**/*.test.ts', '**/*.test-d.ts']

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'vitest'],
  jsPlugins: ['./test/lint/workspace-plugin.ts'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/generated/**', '**/dist/**', 'coverage/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/consistent-type-exports': 'error',

    'import/no-default-export': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-duplicates': 'error',
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'no-restricted-imports': ['error', { patterns: [...EVERYWHERE] }],
    'workspace/zod-namespace': 'error',

    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-eval': 'error',
    'no-new-func': 'error',
    // The mapping sizes its arrays up front.
    'unicorn/no-new-array': 'off',
    'preserve-caught-error': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    'max-params': ['error', { max: 4 }],
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],

    'vitest/no-focused-tests': 'error',
    'vitest/no-identical-title': 'error',
    'vitest/no-conditional-expect': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    // `requirement.it` is a test block too, which the rule cannot know; vitest itself fails an expect outside of a test.
    'vitest/no-standalone-expect': 'off',
    'vitest/no-restricted-vi-methods': [
      'error',
      {
        mock: 'Our own modules are not mocked: inject fetch or a clock, use the sandbox, or SQLite in a temporary folder.',
        doMock:
          'Our own modules are not mocked: inject fetch or a clock, use the sandbox, or SQLite in a temporary folder.',
      },
    ],
  },
  overrides: [
    ...layerOverrides(),
    { files: PROGRAMS, rules: { 'no-console': 'off' } },
    // config.ts reads the environment once; everyone else takes a setting.
    {
      files: ['packages/gateway/src/**', 'packages/sandbox/src/**', 'packages/sdk/src/**'],
      rules: { 'node/no-process-env': 'error' },
    },
    {
      files: ['packages/gateway/src/config.ts', 'packages/gateway/src/config/**'],
      rules: { 'node/no-process-env': 'off' },
    },
    // A table of cases is long and all the easier to read for it.
    { files: TESTS, rules: { 'max-lines': ['error', { max: 400 }] } },
    // A test that reads a missing value fails all the same.
    {
      files: [...TESTS, 'test/**'],
      rules: { 'typescript/no-non-null-assertion': 'off', 'node/no-process-env': 'off' },
    },
    // Wrappers around `it` and `describe` get their title from the test.
    {
      files: ['test/support/**'],
      rules: {
        'vitest/valid-title': 'off',
        'vitest/valid-describe-callback': 'off',
        'vitest/no-conditional-tests': 'off',
        'vitest/expect-expect': 'off',
        'vitest/no-standalone-expect': 'off',
      },
    },
    // Each of these tools loads its file by the default export.
    { files: ['*.config.ts', 'test/lint/workspace-plugin.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
})
