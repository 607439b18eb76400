/**
 * The log is bounded, counts repeated entries, keeps every entry on its line, never throws (R06).
 */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLogDedup } from '#main/hosts/electron/log-dedup.ts'
import { openLog } from '#main/hosts/electron/desktop-log.ts'
import { openLogFile } from '#main/hosts/electron/log-file.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

describe('what repeats itself', () => {
  it('is written once a minute, and counted', () => {
    const dedup = createLogDedup()
    expect(dedup.take('a', 0)).toEqual({ write: true, repeated: [] })
    for (let n = 1; n <= 5; n += 1)
      expect(dedup.take('a', n)).toEqual({ write: false, repeated: [] })
    expect(dedup.take('b', 6).write).toBe(true)
    expect(dedup.take('a', 60_000)).toEqual({
      write: true,
      repeated: [{ key: 'a', times: 5, forMs: 60_000 }],
    })
  })

  it('of two hundred kinds at most: then all is said, and counting begins anew', () => {
    const dedup = createLogDedup()
    for (let n = 0; n < 200; n += 1) dedup.take(`kind ${n}`, 0)
    dedup.take('kind 7', 1)
    expect(dedup.take('one more', 2)).toEqual({
      write: true,
      repeated: [{ key: 'kind 7', times: 1, forMs: 2 }],
    })
  })

  it('is said at the end', () => {
    const dedup = createLogDedup()
    dedup.take('a', 0)
    dedup.take('a', 1)
    expect(dedup.rest(10)).toEqual([{ key: 'a', times: 1, forMs: 10 }])
  })
})

describe('the file', () => {
  it('turns over at its size and keeps so many', () => {
    const file = join(folder(), 'logs', 'station.log')
    const log = openLogFile(file, { bytes: 100, files: 3 })
    for (let n = 0; n < 40; n += 1) log.write(`${String(n).padStart(29, '0')}\n`)
    log.close()
    expect(readdirSync(join(file, '..')).sort()).toEqual([
      'station.log',
      'station.log.1',
      'station.log.2',
    ])
    expect(readFileSync(file, 'utf8').trim().split('\n').at(-1)).toMatch(/0039$/)
    for (const name of ['', '.1', '.2'])
      expect(statSync(`${file}${name}`).size).toBeLessThanOrEqual(100)
  })

  it('grows on where it was', () => {
    const file = join(folder(), 'station.log')
    for (const word of ['one', 'two']) {
      const log = openLogFile(file)
      log.write(`${word}\n`)
      log.close()
    }
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('grows no further if it cannot be turned over', () => {
    const file = join(folder(), 'station.log')
    // one file: it cannot be renamed to an older one
    const log = openLogFile(file, { bytes: 20, files: 1 })
    for (let n = 0; n < 10; n += 1) log.write('0123456789\n')
    expect(statSync(file).size).toBeLessThanOrEqual(20)
  })

  it('that cannot be made costs the lines and nothing else', () => {
    const dir = folder()
    writeFileSync(join(dir, 'logs'), 'a file where the folder should be')
    const log = openLog(
      dir,
      () => 0,
      () => undefined,
    )
    log.error('anything', new Error('x'))
    log.close()
    expect(existsSync(join(dir, 'logs', 'station.log'))).toBe(false)
  })
})

describe('the log', () => {
  it('writes one line an entry, whatever stands in it', () => {
    const dir = folder()
    const echoed: string[] = []
    let now = 0
    const log = openLog(
      dir,
      () => now,
      (line) => echoed.push(line),
    )
    log.info('first', { words: 'one\r\n{"level":"error"}\u2028two' })
    for (let n = 0; n < 1_000; n += 1) log.error('again', new Error('same'))
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    log.info('cannot be written', cycle as never)
    now = 5_000
    log.close()
    const lines = readFileSync(join(dir, 'logs', 'station.log'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      'first',
      'again',
      'log-repeated',
    ])
    expect(JSON.parse(lines[2]!)).toMatchObject({ level: 'info', times: 999, forMs: 5_000 })
    expect(echoed).toHaveLength(3)
  })
})
