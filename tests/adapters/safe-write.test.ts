/** Tests that a small file is written whole or not at all. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeWrite } from '#main/adapters/safe-write.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-write-'))
  file = join(dir, 'small.json')
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('writing a small file', () => {
  test('makes it, replaces it, leaves nothing else', () => {
    safeWrite(file, '旧')
    safeWrite(file, '新')
    expect(readFileSync(file, 'utf8')).toBe('新')
    expect(readdirSync(dir)).toEqual(['small.json'])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('takes what a kill left behind', () => {
    writeFileSync(`${file}.tmp`, 'half of an earlier, much longer one')
    safeWrite(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(dir)).toEqual(['small.json'])
  })

  test('takes another name where a folder lies in the way of the first', () => {
    safeWrite(file, 'old')
    mkdirSync(`${file}.tmp`)
    safeWrite(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(dir).sort()).toEqual(['small.json', 'small.json.tmp'])
  })

  test('that cannot begin says so', () => {
    expect(() => safeWrite(join(dir, 'gone', 'small.json'), 'new')).toThrow('ENOENT')
    expect(existsSync(join(dir, 'gone'))).toBe(false)
  })

  test.runIf(existsSync('/dev/full'))(
    'on a full disk: says so, the old one stays, no half one is left',
    () => {
      safeWrite(file, 'old')
      symlinkSync('/dev/full', `${file}.tmp`) // every byte written there meets ENOSPC
      expect(() => safeWrite(file, 'new')).toThrow('ENOSPC')
      expect(readFileSync(file, 'utf8')).toBe('old')
      expect(readdirSync(dir)).toEqual(['small.json'])
    },
  )
})
