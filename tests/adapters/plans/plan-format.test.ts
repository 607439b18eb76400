/**
 * docs/plan-format.md: what it shows passes the check, and every code that the check can say stands
 * there.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { checkPlanFiles } from '#main/adapters/plans/check.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const guide = readFileSync(join(root, 'docs', 'plan-format.md'), 'utf8')
const blocks = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? '')
const library = mkdtempSync(join(tmpdir(), 'vigil-guide-'))
afterAll(() => rmSync(library, { recursive: true, force: true }))

it('its examples, put together, are a document with a plan and have no finding', () => {
  const [head = '', facts = '', steps = '', , document = ''] = blocks
  const folder = join(library, 'government-hall')
  mkdirSync(folder)
  writeFileSync(join(folder, 'document.yaml'), document)
  writeFileSync(
    join(folder, 'government-hall-fire.yaml'),
    `${head.replace(/^(facts|steps): …\n/gm, '')}${facts}${steps}`,
  )
  expect(checkPlanFiles(library)).toEqual([])
})

it('names every code', () => {
  const folders = ['src-shared/domain/plan/lint', 'src-main/adapters/plans'].map((folder) =>
    join(root, folder),
  )
  const sources = folders
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file !== 'load.ts')
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    )
    .join('\n')
  const codes = [
    ...sources.matchAll(
      /(?:(?:error|warning)\(\s*|code: |fault\(\s*\w+,\s*'[^']*',\s*)'([a-z]+(?:-[a-z]+)+|missing|unreadable)'/g,
    ),
  ].map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(30)
  expect([...new Set(codes)].filter((code) => !guide.includes(`\`${code}\``))).toEqual([])
})
