/** What callers say, by kind of event, and what becomes of a missing or a damaged file. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { readSayings } from '#main/adapters/plans/sayings.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigil-sayings-'))
const resources = join(import.meta.dirname, '../../../resources')
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('is read from the installation: each saying once, of one kind', () => {
  const shipped = readSayings(join(resources, 'matching/sayings.yaml')) ?? []
  expect(shipped.length).toBeGreaterThanOrEqual(40)
  const sayings = shipped.flatMap(({ says }) => says)
  expect(sayings.length).toBeGreaterThan(4000)
  expect(sayings.filter((saying, at) => sayings.indexOf(saying) !== at)).toEqual([])
})

it('leads from every kind of event to a plan at a site of all kinds', () => {
  const library = loadLibrary(resources, { siteKinds: ['all'] })
  const known = new Set([
    ...library.types().flatMap(({ words }) => words),
    ...library.plans().flatMap(({ triggers }) => triggers),
  ])
  const lost = library.sayings().filter(({ words }) => !words.some((word) => known.has(word)))
  expect(lost.map(({ words }) => words)).toEqual([])
})

it('takes each line as a saying', () => {
  const content = 'sayings:\n  - words: [着火]\n    says: |\n      门烫手\n\n      往外冒\n'
  expect(readSayings(file('small.yaml', content))).toEqual([
    { words: ['着火'], says: ['门烫手', '往外冒'] },
  ])
})

it.each([
  ['no YAML', 'sayings: ['],
  ['another shape', 'sayings: [{ words: [], says: a }]'],
])('a damaged file is none: %s', (_, content) => {
  expect(readSayings(file('damaged.yaml', content))).toBeNull()
})

it('given a damaged or a missing one, when the first narrative is matched, then it is said, once', () => {
  mkdirSync(join(folder, 'plans'), { recursive: true })
  const findings: string[] = []
  const library = loadLibrary(folder, {
    siteKinds: ['all'],
    compiled: null,
    onFinding: ({ code }) => findings.push(code),
  })
  expect([library.sayings(), library.sayings()]).toEqual([[], []])
  expect(findings).toEqual(['bad-sayings'])
})
