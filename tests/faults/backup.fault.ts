/**
 * A backup that is killed fifty times leaves nothing that is taken for a whole one, and the
 * record as it was. What is restored has the position and hash of its manifest.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkBackup } from '#main/adapters/backup/check-backup.ts'
import { backupsIn } from '#main/adapters/backup/stored-backups.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { command, inNewFolder, planted, REAL, until } from './lib/station.ts'

const KILLS = 50
const INCIDENTS = 20

/** Ends the program after so many ms, or sooner if it is ready. */
function killedAfter(args: readonly string[], ms: number): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    child.once('exit', (_code, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

/** Ends the program as soon as it has come so far. */
async function killedWhen(args: readonly string[], isSo: () => boolean): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(
    60_000,
    async () => isSo(),
    (so) => so,
  )
  child.kill('SIGKILL')
  await ended
}

/** Of the two newest backups in a folder, those that bear a name and are not whole. */
async function halfOnes(folder: string): Promise<string[]> {
  const faults: string[] = []
  for (const { name, folder: backup, manifest } of backupsIn(folder).slice(0, 2)) {
    const damage = manifest === 'newer' ? null : await checkBackup(backup, manifest)
    if (damage) faults.push(`${name}: ${damage.why}`)
  }
  return faults
}

async function lasts(args: readonly string[]): Promise<number> {
  const from = performance.now()
  await killedAfter(args, 60_000)
  return performance.now() - from
}

await runChecks(async () =>
  inNewFolder(async (dir) => {
    const [data, to, other] = ['data', 'to', 'other'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
    ]
    for (const folder of [data, to, other]) mkdirSync(folder)
    await seed(data, Date.now(), INCIDENTS)
    const args = [REAL, 'backup', '--data', data, '--to', to]
    let whole = await lasts(args)
    let [killed, runs] = [0, 0]
    const faults: string[] = []
    while (killed < KILLS && runs < 3 * KILLS) {
      const from = performance.now()
      // most of a run is the start of the program: it writes towards its end
      if (await killedAfter(args, whole * (0.4 + 0.06 * (runs % 10)))) killed += 1
      else whole = Math.min(whole, performance.now() - from)
      runs += 1
      faults.push(...(await halfOnes(to)))
    }
    printNote(`${killed} of ${runs} runs were killed before the backup was whole`)
    if (killed < KILLS) faults.push(`only ${killed} were killed on the way`)
    check(`${KILLS} kills during a backup: never a half one taken for whole`, faults)

    const last = await command(['backup', '--data', data, '--to', to])
    const left = readdirSync(to).filter((name) => name.startsWith('.'))
    const verified = await command(['verify', '--data', data])
    check('the next run sweeps what was left, and the record is whole', [
      ...(last.code === 0 ? [] : [`exit ${last.code}: ${last.err}`]),
      ...left.map((name) => `${name} is left`),
      ...(verified.code === 0 ? [] : [`exit ${verified.code}: ${verified.out}${verified.err}`]),
    ])

    const target = join(dir, 'new')
    const restored = await command(['restore', '--data', target, '--from', to])
    const again = await command(['verify', '--data', target])
    const { position, hash } = JSON.parse(last.out) as { position: number; hash: string }
    const result = JSON.parse(restored.out) as { position: number; hash: string }
    check('the newest backup is restored up to its last event', [
      ...(restored.code === 0 && again.code === 0
        ? []
        : [restored.out, `exit ${again.code}: ${again.out}${again.err}`]),
      ...(result.position === position && result.hash === hash ? [] : [restored.out]),
    ])

    const [first] = backupsIn(to)
    const record = join(other, 'vigil-planted', 'journal.db')
    await killedWhen([planted('backup-named-first'), first?.folder ?? '', other], () =>
      existsSync(record),
    )
    mustFail('a backup that is named before it is whole', await halfOnes(other))
  }),
)
