/**
 * Starts the desktop program once Electron is ready: a list of phases, undone in reverse when it
 * ends.
 */
import { app } from 'electron'
import { homedir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { safeWrite } from '#main/adapters/safe-write.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { checkInBackground } from '../node/check-record.ts'
import { foundingSite, repairNotes, noticeUnwrittenFiles } from '../node/preflight.ts'
import { EXIT } from '../node/exit-codes.ts'
import { hadRecord } from '../node/lost-record.ts'
import { openRecord, runStation } from '../node/open-station.ts'
import { applyAutoStart } from './auto-start.ts'
import { gpuMarkerFile, type Startup } from './before-ready.ts'
import { openDesktop, type Desk } from './desktop-shell.ts'
import { autostartFile, type Launch } from './desktop-entry.ts'
import { createGpuStrikes, type GpuMarker } from './gpu.ts'
import { serveHttp, type Served } from './serve-http.ts'
import { asStop } from './locks.ts'
import { createNotifications } from './notifier.ts'
import { createPhases, type Phases } from '../phases.ts'
import { keepAwake } from './power.ts'
import { windowPrinter } from './window-printer.ts'
import { openSettings } from './electron-settings.ts'
import { setUpWindows, type WindowSetup } from './window-setup.ts'
import { showStartFailure } from './start-failure.ts'
import { readTones } from './alarm-tones.ts'

/**
 * Three crashes of the graphics process in 30 s: a marker, and one new start without it. If it was
 * off already, nothing more can be done.
 */
function watchGpu({ options, place, log, leave, gpuOff }: Startup): void {
  const strike = createGpuStrikes()
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    log.error('gpu-gone', new Error(reason), { exitCode })
    if (!strike(systemClock.mono()) || gpuOff) return
    try {
      safeWrite(
        gpuMarkerFile(options.dir),
        JSON.stringify({ version: place.version, at: systemClock.wall() } satisfies GpuMarker),
      )
    } catch (error) {
      // without it, a new start would end in the same place
      return log.error('gpu-marker-not-written', error)
    }
    leave.again(0, 0)
  })
}

/** Quitting waits until everything is undone. A window may close only from then on. */
function endCleanly(phases: Phases, { log, leave }: Startup): () => boolean {
  let leaving = false
  app.on('before-quit', () => {
    leaving = true
  })
  app.on('window-all-closed', () => undefined) // a station without a window is still a station
  app.on('will-quit', (event) => {
    event.preventDefault()
    log.info('stopping')
    void phases.undo().then(() => {
      log.close()
      leave.now(0)
    })
  })
  return () => leaving
}

const launchOf = ({ options }: Startup): Launch => ({
  program: process.env['APPIMAGE'] ?? process.execPath,
  args: options.named ? ['--data', options.dir] : [],
})

/** The one line that whoever keeps this program waits for, as of the station without a desktop. */
function tellReady(served: Served | null, { kept }: Startup): void {
  if (kept && served)
    process.stdout.write(`${JSON.stringify({ url: served.url, wallUrl: served.wallUrl })}\n`)
}

async function boot(
  begun: Startup,
  shell: WindowSetup,
  phases: Phases,
  leaving: () => boolean,
): Promise<void> {
  const {
    options: { dir, site, zone, port },
    place,
    log,
    lock,
  } = begun
  let desk: Desk | null = null
  app.on('second-instance', () => desk?.console.show())
  app.on('activate', () => desk?.console.show())

  await phases.run(
    'folder',
    () => lock,
    (held) => held?.release(),
  )
  const { settings, repaired, trouble } = await phases.run('settings', () =>
    openSettings(dir, place.version),
  )
  const repairs = repairNotes(repaired, log)
  const hadOne = hadRecord(dir)
  const { journal, notes } = await phases.run(
    'record',
    () => openRecord(dir, log),
    (open) => open.journal.close(),
  )
  const notifications = createNotifications(
    () => settings.current().language,
    (incidentId) => desk?.console.openIncident(incidentId),
    log,
  )
  const { station } = await phases.run(
    'station',
    async () =>
      runStation(journal, await foundingSite(journal, dir, hadOne, { site, zone }), {
        clock: systemClock,
        log,
        notifier: notifications,
        resources: place.resources,
        notes: [...repairs, ...notes],
        printer: windowPrinter(shell.program, shell.written, log),
      }),
    (running) => running.station.stop(),
  )
  const served = await phases.run(
    'http',
    () => serveHttp(dir, port ?? settings.current().port, station, shell.pages, log),
    (http) => http?.stop(),
  )
  noticeUnwrittenFiles([trouble, ...(served?.unwritten ?? [])], station, log)
  shell.station.origin = served?.url ?? null

  const file = process.platform === 'linux' ? autostartFile(process.env, homedir()) : null
  const autoStart = (on: boolean): void => {
    if (app.isPackaged) applyAutoStart(on, launchOf(begun), file, log)
  }
  desk = await phases.run(
    'desk',
    () =>
      openDesktop({
        shell,
        station,
        settings,
        notifications,
        wallUrl: served?.wallUrl ?? null,
        tones: readTones(place.resources, log),
        version: place.version,
        autoStart,
        leaving,
        log,
      }),
    (open) => open.stop(),
  )
  tellReady(served, begun)
  await phases.run(
    'power',
    () =>
      keepAwake(log, (hint) => {
        if (hint === 'resume') desk?.displaysChanged()
        if (hint === 'shutdown') app.quit()
      }),
    (stop) => stop(),
  )
  await phases.run('auto-start', () => autoStart(settings.current().autoStart ?? true))
  await phases.run(
    'check',
    () => checkInBackground(station, log),
    (leave) => leave(),
  )
  await phases.run(
    'notifications',
    () => notifications,
    (open) => open.stop(),
  )
}

/** Never rejects: what goes wrong is told on the screen, and tried again. */
export async function start(begun: Startup): Promise<void> {
  const { options, place, log, leave, verdict } = begun
  if (options.delay > 0) await wait(options.delay)
  const shell = setUpWindows(place, log)
  if (verdict.go === 'stop') return showStartFailure(verdict, shell, leave, log)
  const phases = createPhases(log, systemClock.mono)
  const leaving = endCleanly(phases, begun)
  watchGpu(begun)
  try {
    await boot(begun, shell, phases, leaving)
  } catch (error) {
    await phases.undo()
    const { exit, code, text } = asStop(error)
    // what was asked for stays wrong
    showStartFailure({ exit, code, text, again: exit !== EXIT.usage }, shell, leave, log)
  }
}
