/** What callers say, by kind of event, and what becomes of a missing or a damaged file. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { compileSayings, readLearned, readSayings } from '#main/adapters/plans/sayings.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigil-sayings-'))
const resources = join(import.meta.dirname, '../../../resources')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('is read from the installation: each saying once, of one kind', () => {
  const shipped = readSayings(join(resources, 'matching/sayings.yaml')) ?? []
  expect(shipped.length).toBeGreaterThanOrEqual(40)
  const sayings = shipped.flatMap(({ says }) => says)
  expect(sayings.length).toBeGreaterThan(10_000)
  expect(sayings.filter((saying, at) => sayings.indexOf(saying) !== at)).toEqual([])
})

it('leads from every kind of event to a plan at a site of all kinds', () => {
  const library = loadLibrary(resources, { siteKinds: ['all'] })
  const known = new Set([
    ...library.types().flatMap(({ words }) => words),
    ...library.plans().flatMap(({ triggers }) => triggers),
  ])
  const lost = library.learned().kinds.filter(({ words }) => !words.some((word) => known.has(word)))
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
  expect([library.learned().kinds, library.learned().kinds]).toEqual([[], []])
  expect(findings).toEqual(['bad-sayings'])
})

describe('what the build has learned from them', () => {
  const sayings = file('said.yaml', 'sayings:\n  - words: [着火]\n    says: |\n      门烫手\n')
  const learned = readLearned(sayings, null)

  it('is what would be learned now', () => {
    expect(learned?.kinds[0]?.says).toEqual(['门烫手'])
    expect(readLearned(sayings, file('said.json', compileSayings(sayings)))).toEqual(learned)
  })

  it('is taken from the compiled file, with nothing learned anew', () => {
    const other = compileSayings(sayings).replace('门烫手', '墙烫手')
    const [, body = ''] = other.split('\n')
    const head = JSON.parse(other.split('\n')[0] ?? '') as { source: string }
    const compiled = file(
      'other.json',
      `${JSON.stringify({ ...head, body: sha256(body) })}\n${body}`,
    )
    expect(readLearned(sayings, compiled)?.kinds[0]?.says).toEqual(['墙烫手'])
  })

  it.each<[string, (compiled: string) => string]>([
    ['the sayings were changed', (text) => text.replace(/"source":"./, '"source":"x')],
    ['it is damaged', (text) => text.replace('门烫手', '门不烫')],
    ['it was cut', (text) => text.slice(0, -9)],
    ['it is empty', () => ''],
  ])('is not believed when %s', (_, change) => {
    const compiled = file('doubtful.json', change(compileSayings(sayings)))
    expect(readLearned(sayings, compiled)).toEqual(learned)
  })
})
