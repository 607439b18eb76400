/** The vocabulary of the matching, and what becomes of a missing or a damaged one. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { readSynonyms } from '#main/adapters/plans/synonyms.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigil-synonyms-'))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('is read from the installation', () => {
  const shipped = readSynonyms(
    join(import.meta.dirname, '../../../resources/matching/synonyms.yaml'),
  )
  expect(shipped).toHaveLength(88)
})

it.each([
  ['no YAML', 'classes: ['],
  ['another shape', 'classes: {}\nsynonyms: [{ words: [], patterns: [] }]'],
  ['a class that is not defined', 'classes: {}\nsynonyms: [{ words: [a], patterns: [["{b}"]] }]'],
  ['no regular expression', 'classes: {}\nsynonyms: [{ words: [a], patterns: [["("]] }]'],
])('a damaged file is none: %s', (_, content) => {
  expect(readSynonyms(file('damaged.yaml', content))).toBeNull()
})

it('a library without one says so, and matches by the usual words', () => {
  mkdirSync(join(folder, 'plans'), { recursive: true })
  const library = loadLibrary(folder, { siteKinds: ['all'], compiled: null })
  expect(library.findings.map(({ code }) => code)).toContain('bad-synonyms')
  expect(library.synonyms()).toEqual([])
})

it('given a damaged one, when the first narrative is matched, then it is said, once', () => {
  mkdirSync(join(folder, 'matching'), { recursive: true })
  file('matching/synonyms.yaml', 'classes: [')
  const findings: string[] = []
  const library = loadLibrary(folder, {
    siteKinds: ['all'],
    compiled: null,
    onFinding: ({ code }) => findings.push(code),
  })
  expect([library.synonyms(), library.synonyms()]).toEqual([[], []])
  expect(findings).toEqual(['bad-synonyms'])
})
