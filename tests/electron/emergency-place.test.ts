/**
 * A data folder in which nothing can be written keeps no room without alarms: the desktop program
 * runs on an emergency record in the folder of the backups, with its browser's profile elsewhere.
 */
import { chmodSync, chownSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { AUTOSTART, load, newFolder, start, type Program } from './kit/program.ts'
import { until } from '../kit/until.ts'

const NOBODY = 65_534
/** What the program may log: no page is opened, and the folder is closed. */
const TROUBLES = [
  'page-trouble',
  'emergency-record',
  'emergency-refused',
  'phase-failed',
  'not-started',
]

/** Root may write everywhere: this file's own process is somebody who may not, to its end. */
beforeAll(() => {
  if (process.getuid?.() !== 0) return
  chownSync(dirname(dirname(AUTOSTART)), NOBODY, NOBODY)
  process.setgid?.(NOBODY)
  process.setuid?.(NOBODY)
})

/** A folder whose record has an incident and knows a place for backups, if any. */
async function worked(place: string | null): Promise<string> {
  const program = await start({ browser: null, troubles: TROUBLES })
  await program.ask('incident/report', { narrative: '三楼厨房冒烟', place: '三楼厨房' })
  if (place !== null) await program.ask('backup/place-set', { folder: place })
  await program.end('folder')
  return program.dir
}

/** Started on it when nothing can be written there; `free`: no other program runs. */
async function startClosed(dir: string, free = true): Promise<Program> {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const program = await load({
    browser: null,
    dir,
    troubles: TROUBLES,
    given({ double }) {
      double.state.lockFree = free
      chmodSync(dir, 0o500)
    },
  })
  program.electron.app.becomeReady()
  return program
}

async function ended(program: Program): Promise<void> {
  chmodSync(program.dir, 0o700)
  rmSync(program.electron.app.getPath('userData'), { recursive: true, force: true })
  await program.end()
  vi.restoreAllMocks()
}

it('runs from the folder of the backups, and writes nothing into its own', async () => {
  const place = newFolder()
  const dir = await worked(place)
  const before = readdirSync(dir)
  const program = await startClosed(dir)
  await until(() => expect(program.has('console')).toBe(true))
  const { emergency } = await program.ask('board/read', {})
  expect(emergency).toMatchObject({ incidents: [{ place: '三楼厨房' }] })
  await program.ask('incident/report', { narrative: '漏水', place: '地下一层' })
  expect(readdirSync(dir)).toEqual(before)
  expect(readdirSync(place)).toContainEqual(expect.stringMatching(/^emergency-/))
  const profile = program.electron.app.getPath('userData')
  expect(profile.startsWith(tmpdir())).toBe(true)
  expect(statSync(profile).mode & 0o077).toBe(0)
  await ended(program)
})

it('with no place to go to, it says so and tries again', async () => {
  const program = await startClosed(await worked(null))
  await until(() => expect(program.has('notice')).toBe(true))
  program.window('notice').close()
  expect(program.electron.double.state.ended).toMatchObject({ relaunched: [expect.anything()] })
  await ended(program)
})

it('a second start shows the one that runs there', async () => {
  const program = await startClosed(await worked(newFolder()), false)
  expect(program.electron.double.state.ended).toEqual({ code: 0, relaunched: [] })
  await ended(program)
})
