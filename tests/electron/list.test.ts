/**
 * docs/electron-security.md names the specs that hold each lock: every one of them must still be
 * there, and every item of the list must have one.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './kit/program.ts'

const list = readFileSync(join(ROOT, 'docs/electron-security.md'), 'utf8')
const rows = list
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
const named = [...list.matchAll(/([\w/.-]+\.(?:test|suite)\.ts): "([^"]+)"/g)].map(
  ([, file, name]) => [file!, name!] as const,
)

it('has all twenty items in order', () => {
  expect(rows.map(([number]) => Number(number)).filter((number) => number > 0)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
})

it('names a spec, or a row of the list for a real desktop, for each', () => {
  for (const row of rows.filter(([first]) => first !== '#' && first !== 'what'))
    expect(row.at(-1), row[1]).toMatch(/\.ts: "|rows? \d+/)
})

it('names settings where they are', () => {
  for (const row of rows)
    for (const [, file] of (row.at(-2) ?? '').matchAll(/`([\w/.-]+\.(?:ts|js))`/g))
      expect(
        [join(ROOT, file!), join(ROOT, 'src-main/hosts/electron', file!)].some(existsSync),
        file,
      ).toBe(true)
})

it('names specs that are there', () => {
  expect(named.length).toBeGreaterThan(40)
  for (const [file, name] of named) {
    const path = join(ROOT, file.includes('/') ? file : join('tests/electron', file))
    expect(readFileSync(path, 'utf8').includes(`'${name}'`), `${file}: ${name}`).toBe(true)
  }
})
