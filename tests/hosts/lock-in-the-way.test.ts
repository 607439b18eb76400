/**
 * Something else in the place of a folder's lock.db: every command ends in words, none in a stack.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder, runProgram } from './cli.ts'

describe.each<[string, (file: string) => void]>([
  ['a pipe', (file) => void execFileSync('mkfifo', [file])],
  ['a folder', (file) => mkdirSync(file)],
])('%s in the place of lock.db', (_what, plant) => {
  it.each([
    ['serve', 'data'],
    ['export', 'data'],
    ['adopt', 'from'],
    ['restore', 'data'],
  ])('ends %s in words', async (command, option) => {
    const [dir, other] = [newFolder(), newFolder()]
    // a station with a damaged record would start an emergency record beside it
    if (command !== 'serve') writeFileSync(join(dir, 'journal.db'), 'a record')
    plant(join(dir, 'lock.db'))
    const args = {
      serve: ['--port', '0'],
      export: ['--month', '2026-10', '--format', 'csv', '--out', join(other, 'o.csv')],
      adopt: ['--data', other],
      restore: ['--from', other],
    }[command]
    const { code, err, out } = await runProgram([command, `--${option}`, dir, ...(args ?? [])])
    expect(code).not.toBe(70)
    expect(err + out).toMatch(/[\u4e00-\u9fff].*[a-z]{4}/s)
    expect(err).not.toContain('"stack"')
    if (command !== 'adopt') expect([code, err]).toEqual([74, expect.stringContaining('lock.db')])
  })
})
