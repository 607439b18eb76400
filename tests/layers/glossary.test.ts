/** Names that the glossary says to avoid are refused where code chooses them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { avoided, glossaryPlugin } from '../../scripts/lint/glossary-rule.mjs'
import { refusals, root } from './planted.ts'

const page = readFileSync(resolve(root, 'docs/glossary.md'), 'utf8')

/** What the rule says of a piece of code. */
const messages = (code: string): string[] =>
  new Linter({ cwd: root })
    .verify(
      code,
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser: tseslint.parser },
          plugins: { glossary: glossaryPlugin },
          rules: { 'glossary/words': 'error' },
        },
      ],
      'planted.ts',
    )
    .map(({ message }) => message)

describe('refused', () => {
  it.each([
    ['a parameter', 'rows.map((one) => one.id)'],
    ['a variable', 'const kept = 1'],
    ['a variable taken apart', 'const { id: found } = row'],
    ['a name in a list', 'const [said] = words'],
    ['a function', 'function asked(): void {}'],
    ['a parameter with a default', 'const f = (made = 1) => made'],
    ['a type', 'type Desk = { id: string }'],
    ['an import under another name', `import { a as judge } from './a.ts'`],
  ])('%s', (_what, code) => {
    expect(messages(code)).toHaveLength(1)
  })
})

it.each(['src-shared/domain/planted.ts', 'src-main/core/planted.ts', 'tests/core/planted.test.ts'])(
  'in %s',
  async (path) => {
    expect(await refusals(path, 'export const kept = 1', 'glossary/words')).toHaveLength(1)
  },
)

it('keys of objects, which may be promises, are left alone', () => {
  expect(messages('const { kept } = entry\nconst event = { said: 1, made: 2 }')).toEqual([])
})

it('the page has some sixty terms in two languages, and says what to avoid', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!term|-)/.test(line))
  expect(rows.length).toBeGreaterThan(55)
  for (const row of rows) expect(row.split('|')[2], row).toMatch(/\p{Script=Han}/u)
  expect(avoided(page).get('climb')).toBe('escalation step')
})
