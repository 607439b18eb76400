/**
 * docs/readiness-demands.md answers for each demand of the source beside its procedures: its
 * clauses are known, the pages and tests that it names are there, and it says what is left to
 * people. It agrees with what docs/sources.md says is not done.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = textOf('docs/readiness-demands.md')
const sources = textOf('docs/sources.md')

type Row = {
  number: string
  demand: string
  clauses: readonly string[]
  answered: string
  place: string
  test: string
  byHand: string
}
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [
      number = '',
      demand = '',
      clauses = '',
      answered = '',
      place = '',
      test = '',
      byHand = '',
    ] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    return { number, demand, clauses: clauses.split(', '), answered, place, test, byHand }
  })
const codesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

const clausesKnown = new Set(
  [...sources.matchAll(/^\| (S\d\d-\d+) \|/gm)].map(([, id]) => id ?? ''),
)
/** The heads of the addresses of pages, and the parts of readiness. */
const heads = new Set(
  [...textOf('src-renderer/console/page-table.ts').matchAll(/heads: \[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, head]) => head),
  ),
)
const readinessParts = [
  ...textOf('src-renderer/console/pages/readiness/parts.ts').matchAll(/\{ id: '(\w+)'/g),
].map(([, id]) => id)

it('has the 41 demands, in their order', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 41 }, (_, index) => index + 1),
  )
})

it('counts what is answered as its rows do', () => {
  const count = (word: string): number =>
    rows.filter(({ answered }) => answered.endsWith(word)).length
  const [yes, part, no] = ['yes', 'part', 'no'].map(count)
  expect(yes! + part! + no!).toBe(41)
  expect(page).toContain(`Of 41: yes ${yes}, part ${part}, no ${no}.`)
})

it('says of whatever docs/sources.md leaves open that it is there in part or not at all', () => {
  const left = sources.split('## 没有做到的')[1]?.split('\n## ')[0] ?? ''
  const ids = [...left.matchAll(/^\| (S\d\d-\d+) /gm)].map(([, id]) => id ?? '')
  expect(left).toContain('readiness-demands.md') // the section is there, with rows or without
  const claimed = ids.filter((id) =>
    rows.every(({ clauses, answered }) => !clauses.includes(id) || answered.endsWith('yes')),
  )
  expect(claimed).toEqual([])
})

describe.each(rows)('$number $demand', ({ demand, clauses, place, test, byHand }) => {
  it('is said in both languages, by clauses that are known', () => {
    for (const cell of [demand, byHand]) expect(cell).toMatch(/[\u4e00-\u9fff].* [A-Za-z]/)
    expect(clauses.filter((id) => !clausesKnown.has(id))).toEqual([])
  })

  it('names a page that is there, and the address that leads to it', () => {
    const [files, addresses] = [
      codesIn(place).filter((code) => code.startsWith('src-renderer/')),
      codesIn(place).filter((code) => code.startsWith('#/')),
    ]
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(addresses.length > 0 || files.every((file) => file.includes('/wall/'))).toBe(true)
    const lost = addresses.filter((address) => {
      const [head = '', part] = address.slice(2).split('/')
      return !heads.has(head) || (head === 'readiness' && !readinessParts.includes(part ?? ''))
    })
    expect(lost).toEqual([])
  })

  it('names a test that is there', () => {
    const files = codesIn(test)
    expect(files.length).toBeGreaterThan(0)
    expect(files.every((file) => /^tests\/.+\.test\.ts$/.test(file))).toBe(true)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
