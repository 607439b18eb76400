/** The codes of accidents at work, and what becomes of a missing or a damaged file. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { readAccidentKinds } from '#main/adapters/plans/accident-kinds.ts'

const resources = join(import.meta.dirname, '../../../resources')
const folder = mkdtempSync(join(tmpdir(), 'vigil-accident-kinds-'))

it('are those of GB 6441-2025, 5.3: 0001 to 0026 in order, and 0099', () => {
  const kinds = readAccidentKinds(join(resources, 'standards/accident-kinds.yaml'))
  const numbers = [...Array.from({ length: 26 }, (_, n) => n + 1), 99]
  expect(kinds?.map(({ code }) => code)).toEqual(
    numbers.map((number) => `WSA1${String(number).padStart(4, '0')}`),
  )
  expect(kinds?.[8]).toEqual({
    code: 'WSA10009',
    name: { zh: '火灾', en: 'Fire' },
    standard: 'GB 6441-2025',
  })
  expect(new Set(kinds?.map(({ name }) => name.zh)).size).toBe(27)
})

it.each([
  ['no YAML', 'kinds: ['],
  ['another shape', 'standard: GB 1\nkinds: [火灾]'],
  ['a code of another standard', 'standard: GB 1\nkinds: {F01: {zh: 火灾, en: Fire}}'],
  ['one language', 'standard: GB 1\nkinds: {WSA10009: {zh: 火灾}}'],
])('a damaged file is none: %s', (_, content) => {
  const file = join(folder, 'damaged.yaml')
  writeFileSync(file, content)
  expect(readAccidentKinds(file)).toBeNull()
})

it('given none, when they are first needed, then it is said, once', () => {
  mkdirSync(join(folder, 'plans'), { recursive: true })
  const findings: string[] = []
  const library = loadLibrary(folder, {
    siteKinds: ['all'],
    compiled: null,
    onFinding: ({ code }) => findings.push(code),
  })
  expect(findings).toEqual([])
  expect([library.accidentKinds(), library.accidentKinds()]).toEqual([[], []])
  expect(findings).toEqual(['bad-accident-kinds'])
})

it('are asked for by accidents at work alone: of a company, and a fire in a branch', () => {
  const asking = (kind: string): string[] =>
    loadLibrary(resources, { siteKinds: [kind] })
      .types()
      .flatMap(({ code, accident }) => (accident ? [code] : []))
  expect(asking('company')).toEqual(
    ['injury', 'fire', 'leak-explosion', 'traffic'].map((type) => `company-accident.${type}`),
  )
  expect(asking('branch')).toEqual(['branch-incident.fire'])
  expect(asking('mall')).toEqual([])
})
