/** Exports that wait to be fetched: their owner's alone, gone with the next start at the latest. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTempFiles } from '#main/adapters/export/temp-files.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vigil-temp-test-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('those of a station that was killed are removed by the next one on the folder', () => {
  const dir = join(home, 'temp-files')
  const killed = createTempFiles(dir)
  const file = killed.place('personal.csv')
  writeFileSync(file, '来电人')
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  createTempFiles(dir)
  expect(existsSync(file)).toBe(false)
})

it('those that an older program left in the folder of the system go after a day', () => {
  const [old, young] = [
    mkdtempSync(join(tmpdir(), 'vigil-files-')),
    mkdtempSync(join(tmpdir(), 'vigil-files-')),
  ]
  writeFileSync(join(old, 'a.csv'), '来电人')
  const past = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(old, past, past)
  createTempFiles(join(home, 'temp-files'))
  expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  rmSync(young, { recursive: true })
})

it('a station that stops leaves none', () => {
  mkdirSync(home, { recursive: true })
  const files = createTempFiles(join(home, 'temp-files'))
  writeFileSync(files.place('a.csv'), 'x')
  files.clear()
  expect(existsSync(join(home, 'temp-files'))).toBe(false)
})
