/** The clocks of the law as a file: what is checked of it, and what becomes of a damaged one. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { compileReportRules, readReportRules } from '#main/adapters/plans/report-rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigil-report-clocks-'))
const read = (content: string) => {
  const file = join(folder, 'clocks.yaml')
  writeFileSync(file, content)
  return readReportRules(file)
}
const SOURCE = 'source: {zh: 某办法第四条, en: Some rules}'

it('reads spans, days and conditions', () => {
  expect(
    read(
      `- {id: fire, legal: accidentDisaster, within: 40m, every: 12h, changesDays: 7, ${SOURCE}}`,
    ),
  ).toEqual([
    {
      ...{ id: 'fire', legal: 'accidentDisaster', withinMs: 2_400_000, everyMs: 43_200_000 },
      ...{ changesDays: 7, source: { zh: '某办法第四条', en: 'Some rules' } },
    },
  ])
})

it.each([
  ['no YAML', '- ['],
  ['no source', '- {id: fire, legal: accidentDisaster, within: 1h}'],
  ['no condition', `- {id: fire, within: 1h, ${SOURCE}}`],
  ['no span', `- {id: fire, legal: accidentDisaster, within: soon, ${SOURCE}}`],
  ['a word of nobody', `- {id: fire, legal: accidentDisaster, within: 1h, soon: 1, ${SOURCE}}`],
  [
    'one id twice',
    `- {id: a, legal: x, within: 1h, ${SOURCE}}\n- {id: a, legal: y, within: 1h, ${SOURCE}}`,
  ],
])('a damaged file is none: %s', (_, content) => {
  expect(read(content)).toBeNull()
})

it('given none, when they are first needed, then it is said, once, and nothing is timed', () => {
  mkdirSync(join(folder, 'plans'), { recursive: true })
  const findings: string[] = []
  const library = loadLibrary(folder, {
    siteKinds: ['all'],
    compiled: null,
    onFinding: ({ code }) => findings.push(code),
  })
  expect(library.reportRules()).toBe(library.reportRules())
  expect([library.reportRules(), findings]).toEqual([[], ['bad-report-clocks']])
})

describe('what the build has compiled of them', () => {
  const clocks = join(folder, 'compiled.yaml')
  writeFileSync(clocks, `- {id: fire, legal: accidentDisaster, within: 40m, ${SOURCE}}`)
  const compiled = (text: string): string => {
    const file = join(folder, 'compiled.json')
    writeFileSync(file, text)
    return file
  }
  const text = compileReportRules(clocks)

  it('is what would be read now', () => {
    expect(readReportRules(clocks, compiled(text))).toEqual(readReportRules(clocks))
    expect(readReportRules(clocks)).toHaveLength(1)
  })

  it('is taken, with no YAML read', () => {
    const body = JSON.stringify([{ ...readReportRules(clocks)?.[0], id: 'other' }])
    const head = JSON.parse(text.split('\n')[0] ?? '') as { source: string }
    const other = JSON.stringify({ ...head, body: createHash('sha256').update(body).digest('hex') })
    expect(readReportRules(clocks, compiled(`${other}\n${body}`))?.[0]?.id).toBe('other')
  })

  it.each<[string, string]>([
    ['the clocks were changed', text.replace(/"source":"./, '"source":"x')],
    ['it is damaged', text.replace('2400000', '2500000')],
    ['it is empty', ''],
  ])('is not believed when %s', (_, doubtful) => {
    expect(readReportRules(clocks, compiled(doubtful))).toEqual(readReportRules(clocks))
  })
})
