/** The policies as a file: what is checked of it, what becomes of a damaged one, and our own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { compilePolicies, readPolicies } from '#main/adapters/plans/policies.ts'
import { POLICY_KINDS } from '#shared/domain/policies/policy.ts'
import { SITE_KINDS } from '#shared/domain/site/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigil-policies-'))
const file = join(folder, 'policies.yaml')
const read = (content: string) => {
  writeFileSync(file, content)
  return readPolicies(file)
}
const ENDS = 'name: {zh: 演练, en: Drills}, source: {zh: 某办法, en: Rules}'
const row = (middle: string): string => `- {id: a, kind: drill, remindDays: 30, ${middle}, ${ENDS}}`

it('reads intervals, terms and conditions', () => {
  expect(read(row('every: 6 months'))).toMatchObject([
    { id: 'a', kind: 'drill', unit: 'months', value: 6, remindDays: 30, appliesTo: {} },
  ])
  expect(read(row('within: 20 workdays, appliesTo: {siteKinds: [mall]}'))).toMatchObject([
    { unit: 'workdays', value: 20, appliesTo: { siteKinds: ['mall'] } },
  ])
  expect(read(row('least: 2 persons'))).toMatchObject([{ unit: 'persons', value: 2 }])
})

it.each([
  ['no YAML', '- ['],
  ['no source', '- {id: a, kind: drill, remindDays: 3, every: 1 months, name: {zh: 一, en: a}}'],
  ['no interval', row('appliesTo: {}')],
  ['two of them', row('every: 1 months, within: 2 days')],
  ['persons as an interval', row('every: 2 persons')],
  ['at least so many months', row('least: 2 months')],
  ['no unit', row('every: 6')],
  ['none at all', row('every: 0 months')],
  ['more than a site may set', row('every: 121 months')],
  ['a kind of nobody', row('every: 1 months').replace('drill', 'party')],
  ['a word of nobody', row('every: 1 months, soon: 1')],
  ['one id twice', `${row('every: 1 months')}\n${row('every: 2 months')}`],
])('a damaged file is none: %s', (_, content) => {
  expect(read(content)).toBeNull()
})

it('given none, when they are first needed, then it is said, once, and nothing is due', () => {
  const empty = join(folder, 'empty')
  mkdirSync(join(empty, 'plans'), { recursive: true })
  const findings: string[] = []
  const library = loadLibrary(empty, {
    siteKinds: ['all'],
    compiled: null,
    onFinding: ({ code }) => findings.push(code),
  })
  expect(library.policies()).toBe(library.policies())
  expect([library.policies(), findings]).toEqual([[], ['bad-policies']])
})

it('what the build has compiled is what would be read', () => {
  read(row('every: 6 months'))
  const compiled = join(folder, 'policies.json')
  writeFileSync(compiled, compilePolicies(file))
  expect(readPolicies(file, compiled)).toEqual(readPolicies(file))
})

it('ours can be read, name kinds of site that there are, and rule every kind of policy', () => {
  const policies = readPolicies('resources/standards/policies.yaml') ?? []
  const kinds = policies.flatMap(({ appliesTo }) => appliesTo.siteKinds ?? [])
  expect(kinds.filter((kind) => !(kind in SITE_KINDS))).toEqual([])
  expect(new Set(policies.map(({ kind }) => kind))).toEqual(new Set(POLICY_KINDS))
})

it('each says its source by name: nobody at a site knows the ids of our clauses', () => {
  const policies = readPolicies('resources/standards/policies.yaml') ?? []
  const texts = policies.flatMap(({ source, name }) => [source.zh, source.en, name.zh, name.en])
  expect(texts.filter((text) => /S\d\d-\d+/.test(text))).toEqual([])
})
