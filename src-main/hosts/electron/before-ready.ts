/**
 * Settles everything that Electron wants before it is ready: sandbox, scheme, switches, folders,
 * graphics, locks. Synchronous: nothing may be awaited here.
 */
import { app, protocol } from 'electron'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { followFolder } from '#main/adapters/continued-folder.ts'
import type { DataLock } from '#main/adapters/data-lock.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { takeFolder } from '../node/folder.ts'
import { findInstallation, type Installation } from '../node/install-paths.ts'
import { APP_SCHEME } from './app-protocol.ts'
import { gpuIsOff, readMarker } from './gpu.ts'
import { createProgramExit, type ProgramExit } from './program-exit.ts'
import { asStop, startVerdict, type Verdict } from './locks.ts'
import { openLog, type DesktopLog } from './desktop-log.ts'
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

/** Takes the data folder first, which decides who runs; the desktop's own lock comes second. */
function takeLocks(dir: string, profile: string): { verdict: Verdict; lock: DataLock | null } {
  try {
    const lock = takeFolder(dir)
    const verdict = startVerdict(null, app.requestSingleInstanceLock())
    if (verdict.go === 'start') return { verdict, lock }
    clearInstanceLock(profile)
    lock.release()
    return { verdict, lock: null }
  } catch (error) {
    return { verdict: startVerdict(asStop(error), app.requestSingleInstanceLock()), lock: null }
  }
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
  const profile = join(options.dir, 'browser') // Chromium's own files, apart from the record
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    app.setPath('userData', profile)
  } catch (error) {
    // the folder's lock below fails for the same reason, with a message on the screen
    log.error('no-profile-folder', error)
  }

  const gpuOff = gpuIsOff(
    readMarker(readIfThere(gpuMarkerFile(options.dir))),
    installation.version,
    systemClock.wall(),
  )
  if (gpuOff) app.disableHardwareAcceleration()
  const { verdict, lock } = takeLocks(options.dir, profile)
  log.info('starting', {
    version: installation.version,
    verdict: verdict.go,
    gpuOff,
    packaged: app.isPackaged,
  })
  return { options, missing, installation, log, exit, verdict, lock, gpuOff, supervised }
}
