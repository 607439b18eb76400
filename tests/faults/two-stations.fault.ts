/**
 * Two stations on one folder. The second is refused, readably, and names the holder; the first
 * does not notice. However the first ended, the next start succeeds: also when the number of the
 * dead process is somebody else's by then.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { faultsOf } from '../kit/invariants.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import {
  REAL,
  command,
  inNewFolder,
  pause,
  planted,
  serve,
  type Ended,
  type How,
} from './lib/station.ts'

const NOBODY = 65_534
const root = process.getuid?.() === 0

/**
 * What is wrong with the way in which a second start was refused. A station that comes up after all
 * is ended, and told.
 */
async function refusedStart(dir: string, holder: number, how: How): Promise<string[]> {
  const args = ['serve', '--data', dir, '--port', '0']
  const ended = await Promise.race([
    command(args, how),
    pause(10_000).then((): Ended => ({ code: 0, out: 'it came up', err: '' })),
  ])
  return [
    ...(ended.code === 0 || ended.code === null
      ? [`a second station came up (${ended.out.slice(0, 100)})`]
      : []),
    ...(ended.err.includes(String(holder))
      ? []
      : [`the holder (${holder}) is not named: ${ended.err.slice(0, 200)}`]),
    ...(/[\u4e00-\u9fff]/.test(ended.err) && /[a-z]{4}/.test(ended.err)
      ? []
      : [`not in both languages: ${ended.err.slice(0, 200)}`]),
  ]
}

const goesOn = async (ask: () => Promise<unknown>): Promise<string[]> => {
  try {
    await ask()
    return []
  } catch (error) {
    return [`the first station does not go on: ${String(error)}`]
  }
}

async function second(entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const dir = join(above, 'data')
    const first = await serve(dir, { entry })
    const report = (): Promise<unknown> =>
      first.request('incident/report', { narrative: '冒烟', place: '三楼' })
    const link = join(above, 'link')
    symlinkSync(dir, link)
    const faults = [
      ...(await refusedStart(dir, first.pid, { entry })),
      ...(await goesOn(report)),
      ...(await refusedStart(link, first.pid, { entry })),
      ...(await goesOn(report)),
    ]
    await first.stop()
    return [...faults, ...(await faultsOf(join(dir, 'journal.db'), []))]
  })
}

/** The same folder under another path. Needs root and the right to mount; says so if it has not. */
async function boundElsewhere(): Promise<string[]> {
  return inNewFolder(async (above) => {
    const [dir, other] = [join(above, 'data'), join(above, 'other')]
    mkdirSync(other)
    const first = await serve(dir)
    try {
      execFileSync('mount', ['--bind', dir, other], { stdio: 'ignore' })
    } catch {
      printNote('SKIPPED bind mount: this machine does not allow it')
      await first.stop()
      return []
    }
    try {
      return await refusedStart(other, first.pid, {})
    } finally {
      execFileSync('umount', [other])
      await first.stop()
    }
  })
}

/**
 * Another user must not get in, nor disturb. He is not told who has it: the folder is not his to
 * read.
 */
async function otherUser(): Promise<string[]> {
  return inNewFolder(async (above) => {
    chmodSync(above, 0o755)
    const dir = join(above, 'data')
    const first = await serve(dir)
    const ended = await command(['serve', '--data', dir, '--port', '0'], { uid: NOBODY })
    const faults = [
      ...(ended.code === 0 ? ['another user got in'] : []),
      ...(await goesOn(() =>
        first.request('incident/report', { narrative: '冒烟', place: '三楼' }),
      )),
    ]
    printNote(
      `another user: exit ${ended.code}: ${ended.err.trim().split('\n').at(-1)?.slice(0, 160)}`,
    )
    await first.stop()
    return faults
  })
}

/**
 * Every small file in which the dead one's number stands now has the number of a process that
 * lives: ours.
 */
function giveNumberAway(dir: string, dead: number): void {
  for (const name of readdirSync(dir)) {
    const file = join(dir, name)
    if (!statSync(file).isFile() || statSync(file).size > 1000) continue
    const text = readFileSync(file, 'utf8')
    if (text.includes(String(dead)))
      writeFileSync(file, text.replaceAll(String(dead), String(process.pid)))
  }
}

async function afterKill(entry: string, rounds: number): Promise<string[]> {
  return inNewFolder(async (dir) => {
    const faults: string[] = []
    for (let round = 0; round < rounds; round++) {
      try {
        const station = await serve(dir, { entry })
        await station.request('incident/report', { narrative: '冒烟', place: `第${round}层` })
        await station.kill()
        if (round % 2 === 1) giveNumberAway(dir, station.pid)
      } catch (error) {
        faults.push(`start ${round + 1} after a SIGKILL failed: ${String(error).slice(0, 200)}`)
        break
      }
    }
    return existsSync(join(dir, 'journal.db'))
      ? [...faults, ...(await faultsOf(join(dir, 'journal.db'), []))]
      : faults
  })
}

await runChecks(async () => {
  check('a second station is refused and names the holder, also through a link', await second(REAL))
  if (root) {
    check('also through a bind mount', await boundElsewhere())
    check('also for another user', await otherUser())
  } else printNote('SKIPPED bind mount and other user: not root')
  check(
    '20 starts after SIGKILL, half of them with the dead number given to a living process',
    await afterKill(REAL, 20),
  )
  mustFail('a PID file for a lock', await afterKill(planted('pid-file'), 4))
})
