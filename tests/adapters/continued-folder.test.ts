/** Where a record goes on, once it was switched to another folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { continueIn, followFolder } from '#main/adapters/continued-folder.ts'

let above = ''
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'vigil-continued-'))
  onTestFinished(() => rmSync(above, { recursive: true, force: true }))
})
function folder(name: string, record = 'a record'): string {
  const dir = join(above, name)
  mkdirSync(dir)
  writeFileSync(join(dir, 'journal.db'), record)
  return dir
}

it('is the folder itself, unless it was switched; then the last one of them', () => {
  const [a, b, c] = [folder('a'), folder('b'), folder('c')]
  expect(followFolder(a)).toEqual({ dir: a, missing: null })
  continueIn(a, b, 1)
  continueIn(b, c, 2)
  expect(followFolder(a)).toEqual({ dir: c, missing: null })
  expect(followFolder(c)).toEqual({ dir: c, missing: null })
})

it('is the last one that has its record where the next one has none, and that is named', () => {
  const [a, b] = [folder('a'), folder('b', '')]
  continueIn(a, b, 1)
  expect(followFolder(a)).toEqual({ dir: a, missing: b })
  continueIn(a, join(above, 'gone'), 1)
  expect(followFolder(a)).toEqual({ dir: a, missing: join(above, 'gone') })
})

it('ends where two name each other, and passes over what is no pointer', () => {
  const [a, b] = [folder('a'), folder('b')]
  continueIn(a, b, 1)
  continueIn(b, a, 1)
  expect([a, b]).toContain(followFolder(a).dir)
  for (const text of ['', '{', 'null', '{"folder":"b"}', '{"folder":7}']) {
    writeFileSync(join(a, 'continued-in.json'), text)
    expect(followFolder(a)).toEqual({ dir: a, missing: null })
  }
})
