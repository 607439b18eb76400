/**
 * Settles everything that Electron wants before it is ready: sandbox, scheme, switches, folders,
 * graphics, locks. Synchronous: nothing may be awaited here.
 */
import { app, protocol } from 'electron'
import { readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { followFolder } from '#main/adapters/continued-folder.ts'
import type { DataLock } from '#main/adapters/data-lock.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Stop } from '../node/exit-codes.ts'
import { findInstallation, type Installation } from '../node/install-paths.ts'
import { takeOrReadFolder, type TakenFolder } from '../node/unwritable-folder.ts'
import { APP_SCHEME } from './app-protocol.ts'
import { gpuIsOff, readMarker } from './gpu.ts'
import { createProgramExit, type ProgramExit } from './program-exit.ts'
import { asStop, startVerdict, type Verdict } from './locks.ts'
import { openLog, type DesktopLog } from './desktop-log.ts'
import { makeProfileFolder } from './profile-folder.ts'
import { restartDelay, readStartOptions, type StartOptions } from './start-options.ts'

export type Startup = {
  options: StartOptions
  /** The folder that the record was switched to, where it is not there now. */
  missing: string | null
  installation: Installation
  log: DesktopLog
  exit: ProgramExit
  verdict: Verdict
  lock: DataLock | null
  /** Why nothing can be written in the folder, whose record can be read; null if it was taken. */
  unwritable: Stop | null
  /** The main processor draws the pages, since the graphics processor kept crashing. */
  gpuOff: boolean
  /**
   * A launcher (`npm start`) waits for the end of this program, and restarts it where that helps.
   */
  supervised: boolean
}

export const gpuMarkerFile = (dir: string): string => join(dir, 'gpu-off.json')

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * An error that was not caught leaves the program in an unknown state. The record is safe on disk:
 * the program restarts.
 */
function endOnUncaught(log: DesktopLog, exit: ProgramExit): void {
  const giveUp = (error: unknown): void => {
    log.error('uncaught', error)
    exit.again(restartDelay(systemClock.mono()), 70)
  }
  process.on('uncaughtException', giveUp)
  process.on('unhandledRejection', giveUp)
}

/**
 * Removes the files that a killed program leaves on Linux and macOS. Call it only with the lock of
 * the data folder: then no running program is behind them.
 */
function clearInstanceLock(profile: string): void {
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, name), { force: true })
}

type Refused = { lock: null; unwritable: null; refused: Stop }

/** The data folder comes first: it decides who runs. */
function takeData(dir: string): (TakenFolder & { refused: null }) | Refused {
  try {
    return { ...takeOrReadFolder(dir), refused: null }
  } catch (error) {
    return { lock: null, unwritable: null, refused: asStop(error) }
  }
}

/** The desktop's own lock comes second. Gives the folder back if this program does not run. */
function settleVerdict(
  { lock, unwritable, refused }: ReturnType<typeof takeData>,
  profile: string | null,
): Verdict {
  const instance = app.requestSingleInstanceLock()
  // nothing but that lock tells of a program that runs on a folder where none can be taken
  if (unwritable && !instance) return { go: 'elsewhere' }
  const verdict = startVerdict(refused, instance)
  if (!lock || verdict.go === 'start') return verdict
  if (profile !== null) clearInstanceLock(profile)
  lock.release()
  return verdict
}

export function beforeReady(): Startup {
  process.umask(0o077) // every file in the data folder is its owner's alone
  const args = process.argv.slice(1)
  const named = readStartOptions(args, {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    cwd: process.cwd(),
  })
  const { dir, missing } = followFolder(named.dir)
  const options = { ...named, dir }
  const installation = findInstallation()
  process.stderr.on('error', () => undefined) // a terminal that is gone may not stop the station
  const log = openLog(
    options.dir,
    systemClock.mono,
    app.isPackaged ? () => undefined : (line) => void process.stderr.write(line),
  )
  process.stdout.on('error', () => undefined)
  const supervised = process.env['VIGIL_KEPT'] === '1'
  const exit = createProgramExit(args, supervised)
  endOnUncaught(log, exit)

  app.enableSandbox()
  // Windows shows notifications only for a program with a name of its own
  app.setAppUserModelId('vigil.station')
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  protocol.registerSchemesAsPrivileged([APP_SCHEME])
  const taken = takeData(options.dir)
  let profile: string | null = null
  try {
    profile = makeProfileFolder(options.dir, taken.unwritable === null)
    app.setPath('userData', profile)
  } catch (error) {
    log.error('no-profile-folder', error) // Chromium takes its own usual one
  }

  const gpuOff = gpuIsOff(
    readMarker(readIfThere(gpuMarkerFile(options.dir))),
    installation.version,
    systemClock.wall(),
  )
  if (gpuOff) app.disableHardwareAcceleration()
  const verdict = settleVerdict(taken, profile)
  const lock = verdict.go === 'start' ? taken.lock : null
  log.info('starting', {
    version: installation.version,
    verdict: verdict.go,
    gpuOff,
    packaged: app.isPackaged,
  })
  const { unwritable } = taken
  return {
    options,
    missing,
    installation,
    log,
    exit,
    verdict,
    lock,
    unwritable,
    gpuOff,
    supervised,
  }
}
