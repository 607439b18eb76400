/**
 * Tests the parts of `npm start`: when it starts a station again, what its log keeps, what a person
 * reads of it, the Enter key.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { withCompileCache } from '../../scripts/lib/compile-cache.mjs'
import { onEnter } from '../../scripts/lib/enter.mjs'
import { errorIn, logFile } from '../../scripts/lib/logfile.mjs'
import { isFinal, supervise } from '../../scripts/lib/supervise.mjs'

const silent = { write: () => undefined, note: () => undefined }

function newFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'logs', 'station.log')
}

describe('starting again', () => {
  it.each([
    [0, true],
    [64, true],
    [65, true],
    [66, true],
    [68, true],
    [69, true],
    [73, true],
    [1, false],
    [2, false],
    [70, false],
    [71, false],
    [134, false],
    [null, false],
  ])('exit %s is final: %s', (code, final) => {
    expect(isFinal(code, false)).toBe(final)
  })

  it('waits for a port that was its own, since open pages know no other', () => {
    expect(isFinal(69, true)).toBe(false)
  })

  it('goes on for ever, waiting longer each time, until it is asked to stop', async () => {
    const crashes: unknown[] = []
    const notes: string[] = []
    const supervised = supervise({
      command: () => ['-e', 'console.error("port-gone: 中文 / English"); process.exit(70)'],
      cwd: tmpdir(),
      port: 0,
      log: { ...silent, note: (_level, event) => void notes.push(event) },
      onReady: () => undefined,
      onCrash: ({ code, error }, wait) => {
        crashes.push([code, error, wait])
        if (crashes.length === 2) supervised.stop()
      },
    })
    expect(await supervised.ended).toMatchObject({ asked: true, code: 70 })
    expect(crashes).toEqual([
      [70, 'port-gone: 中文 / English', 1],
      [70, 'port-gone: 中文 / English', 2],
    ])
    expect(notes).toEqual(['station-ended', 'station-ended'])
  })

  it('asks for the port that the first one got', async () => {
    const ports: number[] = []
    const supervised = supervise({
      command: (port) => {
        ports.push(port)
        return [
          '-e',
          ports.length === 1
            ? 'console.log(JSON.stringify({ url: "http://127.0.0.1:7001" })); process.exitCode = 70'
            : '',
        ]
      },
      cwd: tmpdir(),
      port: 0,
      log: silent,
      onReady: () => undefined,
      onCrash: () => undefined,
    })
    expect(await supervised.ended).toMatchObject({ asked: false, code: 0 })
    expect(ports).toEqual([0, 7001])
  })
})

describe('the log', () => {
  it('keeps five files and no more, the newest under its own name, for its owner alone', () => {
    const file = newFile()
    const log = logFile(file, { bytes: 30, files: 5 })
    // three lines a file
    for (let n = 1; n <= 20; n++) log.write(`line ${String(n).padStart(4, '0')}`)
    expect(readFileSync(file, 'utf8')).toBe('line 0019\nline 0020\n')
    expect(readFileSync(`${file}.1`, 'utf8')).toBe('line 0016\nline 0017\nline 0018\n')
    expect(readFileSync(`${file}.4`, 'utf8')).toMatch(/^line 0007\n/)
    expect(existsSync(`${file}.5`)).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('goes on where the last start left off', () => {
    const file = newFile()
    logFile(file, { bytes: 30, files: 2 }).write('0123456789')
    logFile(file, { bytes: 30, files: 2 }).write('0123456789012345678')
    expect(readFileSync(`${file}.1`, 'utf8')).toBe('0123456789\n')
  })

  it('is lost, and nothing else is, where nothing can be written', () => {
    const file = newFile()
    writeFileSync(join(file, '..', '..', 'logs'), 'a file where the folder should be')
    expect(() => logFile(file).write('line')).not.toThrow()
  })
})

describe('the error that a person is shown', () => {
  it.each([
    [
      '{"at":"2026-11-24T00:00:00.000Z","level":"error","event":"uncaught","error":{"message":"no space","stack":"…"}}',
      'uncaught: no space',
    ],
    [
      'folder-taken: 数据目录/d正被使用 / The folder /d is in use',
      'folder-taken: 数据目录/d正被使用 / The folder /d is in use',
    ],
    // whole, however long it is
    [
      `usage: 没有这种单位类型：${'长'.repeat(400)} / There is no such kind of site`,
      `usage: 没有这种单位类型：${'长'.repeat(400)} / There is no such kind of site`,
    ],
    ["Error: Cannot find module '/x.js'", "Error: Cannot find module '/x.js'"],
    [
      'FATAL ERROR: Reached heap limit Allocation failed',
      'FATAL ERROR: Reached heap limit Allocation failed',
    ],
    ['{"level":"info","event":"plan-warnings","count":27}', null],
    ['{"level":"error","ev', null],
    ['    at Object.<anonymous> (file:///x.js:1:1)', null],
    ['KIND: conference company mall / all', null],
  ])('in %s', (line, shown) => {
    expect(errorIn(line)).toBe(shown)
  })
})

describe('Enter', () => {
  it('acts at every line, also after an o, until it is left', async () => {
    const terminal = new PassThrough()
    let pressed = 0
    const leave = onEnter(terminal, () => void pressed++)
    terminal.write('\no\n')
    await expect.poll(() => pressed).toBe(2)
    const before = process.listenerCount('SIGCONT')
    leave()
    expect(process.listenerCount('SIGCONT')).toBe(before - 1)
  })
})

describe('what was compiled of the program', () => {
  it('is kept beside the packages, or where somebody has chosen', () => {
    const folder = join('/clone', 'node_modules/.cache/node')
    expect(withCompileCache('/clone', { HOME: '/home' })).toEqual({
      HOME: '/home',
      NODE_COMPILE_CACHE: folder,
    })
    const chosen = { NODE_COMPILE_CACHE: '/elsewhere' }
    expect(withCompileCache('/clone', chosen)).toEqual(chosen)
  })
})
