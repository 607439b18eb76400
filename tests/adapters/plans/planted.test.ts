/**
 * The linter finds every fault that it has a code for: each is planted into a copy of the library,
 * which has one only: what nobody has written yet for a bank.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPlanFiles } from '#main/adapters/plans/check.ts'
import { inspect } from '#main/adapters/plans/inspect.ts'
import { libraryFiles, readFiles } from '#main/adapters/plans/read.ts'
import { FAULTS_OF_NAMES } from './planted-names.ts'
import { FAULTS_OF_RULES } from './planted-rules.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const plans = join(mkdtempSync(join(tmpdir(), 'vigil-planted-')), 'plans')
afterAll(() => rmSync(join(plans, '..'), { recursive: true, force: true }))
// the documents that the faults are planted into; the check reads whatever is there
for (const document of [
  'gas-customer-service',
  'government-hall',
  'branch',
  'generic-service',
  'bank-window',
])
  cpSync(join(root, 'resources', 'plans', document), join(plans, document), { recursive: true })

const CASES = [...FAULTS_OF_NAMES, ...FAULTS_OF_RULES]

/**
 * Faults that no file can have: the writing itself would be refused. The tests of the rules plant
 * them.
 */
const NOT_IN_A_FILE = {
  'duplicate-fact': 'a question stands under its key, and YAML refuses a key that is written twice',
  'start-reads-nothing': 'an empty list of conditions is a bad value',
}

/** What only a site's own document is judged by: lint-document, document-import, site-documents. */
const OF_SITE_DOCUMENTS = [
  ...['too-many', 'too-large', 'duplicate-document', 'role-cycle', 'name-too-long'],
  ...['unused-clause', 'same-name', 'post-elsewhere', 'approve-together', 'not-for-this-site'],
  ...['post-undecided', 'newer-format'],
]

// once: a case reads anew only the file that it has changed
const shipped = readFiles(libraryFiles(plans))

describe('each code', () => {
  it('is planted', () => {
    const guide = readFileSync(join(root, 'docs', 'plan-format.md'), 'utf8')
    const lines = guide
      .slice(guide.indexOf('## 7 '))
      .split('\n')
      .flatMap((line) =>
        line.startsWith('警告') ? line : (/^\| (`[^|]*) \|/.exec(line)?.[1] ?? []),
      )
    const known = [...lines.join('\n').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? '')
    expect(known.length).toBeGreaterThan(40)
    const planted = new Set([
      ...CASES.map(([code]) => code),
      ...Object.keys(NOT_IN_A_FILE),
      ...OF_SITE_DOCUMENTS,
      'unreadable',
    ])
    expect(known.filter((code) => !planted.has(code))).toEqual([])
    expect([...planted].filter((code) => !known.includes(code))).toEqual([])
  })

  it('there is nothing to find before but a robbery of a bank and a hacked hall, which have no plan', () => {
    expect(checkPlanFiles(plans)).toMatchObject([
      { code: 'type-without-plan', path: 'types.bank-security.robbery' },
      { code: 'type-without-plan', path: 'types.hall-network.attack' },
    ])
  })

  it('unreadable: a file that is not there', () => {
    expect(checkPlanFiles(plans, [join(plans, 'branch', 'none.yaml')])).toMatchObject([
      { code: 'unreadable' },
    ])
  })

  it.each(CASES)('%s: %s', (code, _what, { file, from, to }, path) => {
    const target = join(plans, file)
    const before = readFileSync(target, 'utf8')
    expect(before).toContain(from)
    writeFileSync(target, before.replace(from, to))
    try {
      const read = readFiles([target])
      const others = <T extends { file: string }>(all: readonly T[]): readonly T[] =>
        all.filter((entry) => entry.file !== target)
      const { findings } = inspect({
        documents: [...others(shipped.documents), ...read.documents],
        plans: [...others(shipped.plans), ...read.plans],
        findings: read.findings,
      })
      expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ code, path })]))
    } finally {
      writeFileSync(target, before)
    }
  })
})
