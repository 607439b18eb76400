/**
 * Two stations on one data folder (D06): the second is refused; after a death the next
 * start always succeeds.
 */
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import type { DataLock } from '#main/adapters/data-lock.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'

let dir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-lock-'))
})
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  rmSync(dir, { recursive: true })
})

async function holder(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-lock.child.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [output] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: output.toString().trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function take(folder = dir): DataLock {
  const lock = lockDataFolder(folder)
  if ('holder' in lock) throw new Error(`held by ${lock.holder}`)
  return lock
}

describe('the lock on the data folder', () => {
  test('a second process is refused and told who holds it', async () => {
    const lock = take()
    const { said: output } = await holder()
    expect(output).toMatch(new RegExp(`^refused: pid ${process.pid}, \\d{4}-\\d\\d-\\d\\dT`))
    lock.release()
  })

  test('the same process is refused too, also under another name of the folder', () => {
    const lock = take()
    expect(lockDataFolder(dir)).toEqual({
      holder: expect.stringContaining(String(process.pid)) as string,
    })
    const alias = `${dir}-alias`
    symlinkSync(dir, alias)
    expect(lockDataFolder(alias)).toHaveProperty('holder')
    rmSync(alias)
    lock.release()
  })

  test('after release it is free, and releasing twice takes nothing from the next holder', async () => {
    const first = take()
    first.release()
    const second = take()
    first.release()
    expect((await holder()).said).toMatch(/^refused/)
    second.release()
    expect((await holder()).said).toBe('locked')
  })

  test('after the holder was killed the next one always gets it, whatever note was left', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { child, said: output } = await holder()
      expect(output).toBe('locked')
      expect(lockDataFolder(dir)).toEqual({
        holder: expect.stringContaining(`pid ${child.pid}, `) as string,
      })
      await kill(child)
      expect(existsSync(join(dir, 'lock.holder.json'))).toBe(true)
      take().release()
    }
  })

  test('the note decides nothing: one that names a living process does not lock, a missing or broken one does not unlock', () => {
    writeFileSync(
      join(dir, 'lock.holder.json'),
      JSON.stringify({ pid: process.pid, started: 'now' }),
    )
    const lock = take()
    writeFileSync(join(dir, 'lock.holder.json'), '{')
    expect(lockDataFolder(dir)).toEqual({ holder: 'pid ?' })
    rmSync(join(dir, 'lock.holder.json'))
    expect(lockDataFolder(dir)).toEqual({ holder: 'pid ?' })
    lock.release()
  })

  test('ends also where its note cannot be taken away, as on a read-only medium', () => {
    const holderFile = join(dir, 'lock.holder.json')
    const lock = take()
    rmSync(holderFile)
    mkdirSync(holderFile)
    lock.release()
    const next = take()
    expect(next.check()).toBe('held')
    next.release()
  })

  test('writes through no link that somebody has put in the place of its note', () => {
    const other = join(dir, 'other.txt')
    writeFileSync(other, 'kept')
    symlinkSync(other, join(dir, 'lock.holder.json'))
    const lock = take()
    expect(readFileSync(other, 'utf8')).toBe('kept')
    expect(lstatSync(join(dir, 'lock.holder.json')).isFile()).toBe(true)
    lock.release()
  })

  test.each<[string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(file)],
    ['a pipe', (file) => void execFileSync('mkfifo', [file])],
  ])('%s in the place of its file is refused at once', (_what, plant) => {
    plant(join(dir, 'lock.db'))
    expect(() => lockDataFolder(dir)).toThrow(expect.objectContaining({ code: 'ENOTFILE' }))
  })

  test.each<[string, (file: string) => void]>([
    ['removed', (file) => rmSync(file)],
    ['replaced', (file) => (rmSync(file), writeFileSync(file, ''))],
  ])(
    '%s under a station that has the record open, it lets no second one in',
    async (_how, touch) => {
      const lock = take()
      const journal = openSqliteJournal(join(dir, 'journal.db'))
      touch(join(dir, 'lock.db'))
      expect((await holder()).said).toMatch(new RegExp(`^refused: pid ${process.pid}, `))
      expect((await holder()).said).toMatch(/^refused/)
      expect(readdirSync(dir).filter((name) => name.startsWith('lock.probe'))).toEqual([])
      expect(lock.check()).toBe('retaken')
      expect(lock.check()).toBe('held')
      expect((await holder()).said).toMatch(new RegExp(`^refused: pid ${process.pid}, `))
      await journal.close()
      lock.release()
      expect((await holder()).said).toBe('locked')
    },
  )

  test('removed and taken by another, it says by whom; with something else in its place, that it is lost', async () => {
    const lock = take()
    rmSync(join(dir, 'lock.db'))
    const { child } = await holder()
    expect(lock.check()).toEqual({
      holder: expect.stringContaining(`pid ${child.pid}, `) as string,
    })
    await kill(child)
    expect(lock.check()).toBe('retaken')
    rmSync(join(dir, 'lock.db'))
    mkdirSync(join(dir, 'lock.db'))
    expect(lock.check()).toBe('lost')
    lock.release()
  })

  test('after a kill a program that only looks at the record keeps no station out', async () => {
    const { child } = await holder()
    await openSqliteJournal(join(dir, 'journal.db')).close()
    await kill(child)
    const browser = new DatabaseSync(join(dir, 'journal.db'))
    browser.exec('SELECT count(*) FROM event')
    const next = take()
    expect(next.check()).toBe('held')
    next.release()
    browser.close()
  })

  test('a folder that is not there is made', () => {
    take(join(dir, 'new', 'data')).release()
    expect(existsSync(join(dir, 'new', 'data'))).toBe(true)
  })
})
