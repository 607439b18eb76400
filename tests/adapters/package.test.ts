/** An archive package is checked bit by bit, and what is at fault in it is named. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { checkPackage, type CheckedPackage } from '#main/adapters/package/check-package.ts'
import { storedZip } from '#main/adapters/package/stored-zip.ts'

const CONTENT = {
  'README.txt': '怎么核对',
  'record.html': '<p>事件</p>',
  'files/1-abc.jpg': 'photo',
} as const
const sum = (text: string): string => createHash('sha256').update(text).digest('hex')
const SUMS = Object.entries(CONTENT)
  .map(([path, text]) => `${sum(text)}  ${path}\n`)
  .join('')

function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const pieces: Buffer[] = []
  const zip = storedZip({ write: (bytes) => void pieces.push(Buffer.from(bytes)) })
  for (const [path, text] of Object.entries(files)) zip.add(path, Buffer.from(text))
  zip.end()
  return Buffer.concat(pieces)
}
const whole = (): Buffer => zipOf({ ...CONTENT, SHA256SUMS: SUMS })

function checker(): (bytes: Uint8Array) => CheckedPackage {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-package-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return (bytes) => {
    writeFileSync(join(dir, 'package.zip'), bytes)
    return checkPackage(join(dir, 'package.zip'))
  }
}

describe('a package', () => {
  it('is whole, and any program unpacks it; the same files are the same bytes', () => {
    const bytes = whole()
    expect(checker()(bytes)).toEqual({
      ok: true,
      files: 3,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    expect(unzip(bytes).get('record.html')?.toString()).toBe(CONTENT['record.html'])
    expect(whole()).toEqual(bytes)
  })

  it('with a bit flipped in any of its bytes is not', () => {
    const check = checker()
    const bytes = whole()
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at)
      if (check(flipped).ok) passed.push(at)
    }
    expect(passed).toEqual([])
  })

  it('names the file in which a bit was flipped', () => {
    const check = checker()
    for (const [path, text] of Object.entries({ ...CONTENT, SHA256SUMS: SUMS })) {
      const bytes = whole()
      const at = bytes.indexOf(text)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      expect(check(bytes)).toEqual({ ok: false, why: 'package-damaged', where: path })
    }
  })

  it('that was made anew with another file, without one, or with one more, is not', () => {
    const check = checker()
    const other = { ...CONTENT, 'record.html': '<p>别的</p>', SHA256SUMS: SUMS }
    expect(check(zipOf(other))).toMatchObject({ where: 'record.html' })
    const { 'files/1-abc.jpg': photo, ...rest } = CONTENT
    expect(photo).toBe('photo')
    expect(check(zipOf({ ...rest, SHA256SUMS: SUMS }))).toMatchObject({ where: 'files/1-abc.jpg' })
    const more = { ...CONTENT, 'more.txt': 'x', SHA256SUMS: SUMS }
    expect(check(zipOf(more))).toMatchObject({ where: 'more.txt' })
    expect(check(zipOf(CONTENT))).toMatchObject({ where: 'SHA256SUMS' })
  })

  it('cut off, empty or anything else is none', () => {
    const check = checker()
    for (const bytes of [whole().subarray(0, 100), Buffer.alloc(0), Buffer.from('no archive')])
      expect(check(bytes)).toMatchObject({ ok: false, where: 'directory' })
  })
})
