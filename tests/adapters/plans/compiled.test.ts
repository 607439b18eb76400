/**
 * The library that the build compiles: it says what the plan files say, and steps back as soon as
 * they say anything else.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { compileLibrary, readCompiled } from '#main/adapters/plans/compiled.ts'
import { loadLibrary, type LoadedLibrary } from '#main/adapters/plans/load.ts'

const shipped = fileURLToPath(new URL('../../../resources', import.meta.url))
const copies = mkdtempSync(join(tmpdir(), 'vigil-compiled-'))
const resources = join(copies, 'resources')
const plans = join(resources, 'plans')
const file = join(copies, 'library.json')
const hotline = join(plans, 'gas-customer-service', 'gas-hotline-failure.yaml')

beforeEach(() => {
  rmSync(resources, { recursive: true, force: true })
  for (const part of ['calendars', 'matching', 'plans/gas-customer-service'])
    cpSync(join(shipped, part), join(resources, part), { recursive: true })
  writeFileSync(file, compileLibrary(plans))
})
afterAll(() => rmSync(copies, { recursive: true, force: true }))

const load = (compiled: string | null): LoadedLibrary =>
  loadLibrary(resources, { siteKinds: ['all'], compiled })

/** Everything that a library says, as JSON: what is undefined in the one is absent in the other. */
const contents = (library: LoadedLibrary): unknown =>
  JSON.parse(
    JSON.stringify({
      plans: library.plans(),
      types: library.types(),
      categories: library.categories(),
      roles: library.roles(),
      calendar: library.calendar(),
      everything: library.everything(),
      kinds: library.kinds(),
      findings: library.findings,
      documents: library.sources.documents(),
      sources: library.sources.plans().map(({ id }) => library.sources.source(id)),
    }),
  )

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(path, 'utf8')
  expect(before.includes(from), from).toBe(true)
  writeFileSync(path, before.replace(from, to))
}

describe('a compiled library', () => {
  it('of the whole product says what its plan files say', () => {
    writeFileSync(file, compileLibrary(join(shipped, 'plans')))
    expect(readCompiled(file, join(shipped, 'plans'))).not.toBeNull()
    const [compiled, read] = [file, null].map((path) =>
      contents(loadLibrary(shipped, { siteKinds: ['all'], compiled: path })),
    )
    expect(compiled).toEqual(read)
  })

  it('tells of a plan that was broken when it was compiled, with the file where it lies now', () => {
    edit(hotline, 'within: 3m', 'within: 3')
    writeFileSync(file, compileLibrary(plans))
    const library = load(file)
    expect(readCompiled(file, plans)).not.toBeNull()
    expect(library.plan('gas-hotline-failure')).toBeNull()
    expect(library.findings[0]).toMatchObject({ file: hotline, code: 'bad-value' })
  })

  it.each<[what: string, change: () => void]>([
    ['a plan file was changed', () => edit(hotline, 'within: 3m', 'within: 4m')],
    ['a plan file was taken away', () => rmSync(hotline)],
    [
      'a plan file has come',
      () => {
        writeFileSync(hotline.replace('failure', 'copy'), readFileSync(hotline))
      },
    ],
    [
      'a document file was changed',
      () => edit(join(plans, 'gas-customer-service/document.yaml'), 'title:', 'title: '),
    ],
    ['it is damaged', () => edit(file, '"within":180000', '"within":180001')],
    ['it was cut', () => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
    ['it is missing', () => rmSync(file)],
  ])('is not believed when %s: the files themselves are read', (_what, change) => {
    change()
    expect(readCompiled(file, plans)).toBeNull()
    expect(contents(load(file))).toEqual(contents(load(null)))
  })

  it('gives the text of a plan from its file, and of no other file', () => {
    const compiled = readCompiled(file, plans)
    expect(compiled?.source('gas-hotline-failure')).toMatchObject({ id: 'gas-hotline-failure' })
    expect(compiled?.source('constructor')).toBeNull()
    expect(compiled?.source('../document')).toBeNull()
  })
})
