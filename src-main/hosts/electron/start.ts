/** Starts the desktop program in phases once Electron is ready, and undoes them when it ends. */
import { app } from 'electron'
import { homedir } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Door } from '#main/adapters/spare/door.ts'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { openSessions } from '#main/adapters/http/session-registry.ts'
import { openWallAddress } from '#main/adapters/http/wall-address.ts'
import { tightenFolder } from '#main/adapters/folder-mode.ts'
import { guardFolder } from '#main/adapters/folder-guard.ts'
import { reserveIn } from '#main/adapters/data-disk.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { continueIn } from '#main/adapters/continued-folder.ts'
import { takeFilesAlong } from '#main/adapters/emergency-folders.ts'
import { createBackups } from '#main/adapters/backup/backups.ts'
import { createSheetTray } from '#main/adapters/sheet-tray.ts'
import { safeWrite } from '#main/adapters/safe-write.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { cannotSwitch } from '#main/core/features/backup/refusals.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { openSpareDoor } from '../node/spare-door.ts'
import { withRecord, type OpenedRecord } from '../node/emergency.ts'
import {
  repairNotes,
  noticeUnwrittenFiles,
  codeNotes,
  secretNotes,
  sessionNotes,
  wallAddressNotes,
} from '../node/preflight.ts'
import { EXIT } from '../node/exit-codes.ts'
import { folderNotes, missingNotes } from '../node/folder-words.ts'
import { dataFiles } from '../node/install-paths.ts'
import { runStation } from '../node/open-station.ts'
import { applyAutoStart } from './auto-start.ts'
import { gpuMarkerFile, type Startup } from './before-ready.ts'
import { openDesktop, type DesktopShell } from './desktop-shell.ts'
import { autostartFile, type Launch } from './desktop-entry.ts'
import { createGpuStrikes, type GpuMarker } from './gpu.ts'
import { serveHttp, type Served } from './serve-http.ts'
import { asStop } from './locks.ts'
import { createNotifications } from './notifier.ts'
import { createPhases, type Phases } from '../phases.ts'
import { keepAwake } from './power.ts'
import { windowPrinter, windowSheetPrinter } from './window-printer.ts'
import { openSettings } from './electron-settings.ts'
import { setUpWindows, type WindowSetup } from './window-setup.ts'
import { showStartFailure } from './start-failure.ts'
import { readTones } from './alarm-tones.ts'

/**
 * After three crashes of the graphics process in 30 s: writes a marker and restarts without it. If
 * it was off already, the program runs on.
 */
function watchGpu({ options, installation, log, exit, gpuOff }: Startup): void {
  const strike = createGpuStrikes()
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    log.error('gpu-gone', new Error(reason), { exitCode })
    if (!strike(systemClock.mono()) || gpuOff) return
    try {
      safeWrite(
        gpuMarkerFile(options.dir),
        JSON.stringify({
          version: installation.version,
          at: systemClock.wall(),
        } satisfies GpuMarker),
      )
    } catch (error) {
      // without a marker, a restart would end in the same place
      return log.error('gpu-marker-not-written', error)
    }
    exit.again(0, 0)
  })
}

/** `again`: it starts once more after it has ended. */
type Ending = { again: boolean }

/** Makes quitting wait until everything is undone. Returns whether windows may close. */
function quitCleanly(phases: Phases, { log, exit }: Startup, ending: Ending): () => boolean {
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
      if (ending.again) exit.again(0, 0)
      else exit.now(0)
    })
  })
  return () => leaving
}

const launchOf = ({ options }: Startup): Launch => ({
  program: process.env['APPIMAGE'] ?? process.execPath,
  args: options.named ? ['--data', options.dir] : [],
})

/** Prints the line for which the launcher waits, as the station without a desktop does. */
function printReady(served: Served | null, { supervised }: Startup): void {
  if (supervised && served)
    process.stdout.write(`${JSON.stringify({ url: served.url, wallUrl: served.wallUrl })}\n`)
}

/** Long enough for the page to hear that it was taken. */
const ANSWER_FIRST_MS = 500

/**
 * The next start, of any program on the old folder, goes on in the new one, at the addresses that
 * the walls of this machine have.
 */
async function switchFolder(
  dir: string,
  to: string,
  ending: Ending,
  log: Startup['log'],
): Promise<{ ok: true } | Refusal> {
  try {
    takeFilesAlong(dir, to, [basename(dataFiles(dir).wallAddress)])
    continueIn(dir, to, systemClock.wall())
  } catch (error) {
    log.error('not-switched', error)
    return cannotSwitch(to)
  }
  log.info('switching', { folder: to })
  ending.again = true
  setTimeout(() => app.quit(), ANSWER_FIRST_MS)
  return { ok: true }
}

/** The settings of an emergency record are a copy: those of the folder stay as they are. */
async function stationOn(
  opened: OpenedRecord,
  { options, installation, log, lock, unwritable, missing }: Startup,
  windows: WindowSetup,
  ending: Ending,
  openIncident: (incidentId: string) => void,
  door: Door,
) {
  const { dir, journal, foundingSite, witness, salvaged } = opened
  const { settings, repaired, trouble } = openSettings(dir, installation.version)
  const sessions = openSessions(dataFiles(dir).sessions, log)
  const wallAddress = openWallAddress(dataFiles(options.dir).wallAddress, log)
  const notifications = createNotifications(() => settings.current().language, openIncident, log)
  const { station } = await runStation(journal, foundingSite, {
    clock: systemClock,
    log,
    notifier: notifications,
    resources: installation.resources,
    notes: [
      ...missingNotes(missing),
      ...(lock ? folderNotes(lock, tightenFolder(options.dir), log) : []),
      ...repairNotes(repaired, log),
      ...sessionNotes(sessions),
      ...wallAddressNotes(wallAddress),
      ...secretNotes(dir),
      ...codeNotes(options.dir),
      ...opened.notes,
    ],
    backups: createBackups(
      {
        data: dir,
        program: installation.version,
        plans: installation.plans,
        // an emergency record is adopted first: docs/restore.md
        switchTo: salvaged ? null : (to) => switchFolder(options.dir, to, ending, log),
      },
      log,
    ),
    witness,
    disk: reserveIn(dataFiles(dir).reserve),
    files: openFileStore(dir, { clock: systemClock, log, others: [options.dir] }),
    purges: openPurgeLedger(dir, log),
    ...(lock && { folder: guardFolder(lock, dataFiles(dir).journal, witness) }),
    adminCode: createAdminCode(options.dir),
    handUp: { folder: options.dir, program: installation.version },
    ...(!salvaged && { spare: door }),
    sessions,
    wallAddress,
    tempDir: dataFiles(unwritable ? dir : options.dir).tempFiles,
    printer: windowPrinter(windows.program, windows.programPages),
    sheetTray: createSheetTray(
      dataFiles(dir).sheets,
      windowSheetPrinter(windows.program, windows.programPages),
    ),
    salvaged,
  })
  return { opened, station, settings, sessions, wallAddress, trouble, notifications }
}

async function boot(
  startup: Startup,
  windows: WindowSetup,
  phases: Phases,
  leaving: () => boolean,
  ending: Ending,
): Promise<void> {
  const {
    options: { dir: folder, site, zone, port },
    installation,
    log,
    lock,
    unwritable,
  } = startup
  let desktop: DesktopShell | null = null
  app.on('second-instance', () => desktop?.console.show())
  app.on('activate', () => desktop?.console.show())

  await phases.run(
    'folder',
    () => lock,
    (taken) => taken?.release(),
  )
  const spare = await phases.run(
    'spare',
    () => openSpareDoor(folder, log),
    (part) => part.stop(),
  )
  const running = await phases.run(
    'station',
    () =>
      withRecord(
        folder,
        { site, zone },
        { clock: systemClock, log, unwritable, isCopied: lock?.isCopied ?? false },
        (record) =>
          stationOn(
            ...([record, startup, windows, ending] as const),
            (incidentId) => desktop?.console.openIncident(incidentId),
            spare.door,
          ),
      ),
    async (part) => {
      await part.station.stop()
      await spare.stop() // a reader from outside would keep the log from being folded
      await part.opened.close()
    },
  )
  const { opened, station, settings, sessions, wallAddress, trouble, notifications } = running
  const { dir } = opened
  const served = await phases.run(
    'http',
    () =>
      serveHttp(dir, port ?? settings.current().port, {
        station,
        pages: windows.pages,
        sessions,
        wallAddress,
        mayWrite: opened.salvaged === null,
        log,
      }),
    (http) => http?.stop(),
  )
  noticeUnwrittenFiles([trouble, ...(served?.unwritten ?? [])], station, log)
  windows.station.origin = served?.url ?? null
  windows.station.files = station

  const file = process.platform === 'linux' ? autostartFile(process.env, homedir()) : null
  const autoStart = (on: boolean): void => {
    if (app.isPackaged) applyAutoStart(on, launchOf(startup), file, log)
  }
  desktop = await phases.run(
    'desk',
    () =>
      openDesktop({
        windows,
        station,
        settings,
        notifications,
        wallUrl: () => served?.wallUrl ?? null,
        tones: readTones(installation.resources, log),
        version: installation.version,
        autoStart,
        leaving,
        log,
      }),
    (part) => part.stop(),
  )
  printReady(served, startup)
  await phases.run(
    'power',
    () =>
      keepAwake(log, (hint) => {
        if (hint === 'resume') desktop?.displaysChanged()
        if (hint === 'on-battery') station.onBattery()
        if (hint === 'shutdown') app.quit()
      }),
    (stop) => stop(),
  )
  await phases.run('auto-start', () => autoStart(settings.current().autoStart ?? true))
  await phases.run('check', () => station.watchRecord())
  await phases.run(
    'notifications',
    () => notifications,
    (part) => part.stop(),
  )
}

/** Never rejects: a failure is shown on the screen, and the start is tried again. */
export async function start(startup: Startup): Promise<void> {
  const { options, installation, log, exit: programExit, verdict } = startup
  if (options.delay > 0) await wait(options.delay)
  const windows = setUpWindows(installation, log)
  if (verdict.go === 'stop') return showStartFailure(verdict, windows, programExit, log)
  const phases = createPhases(log, systemClock.mono)
  const ending: Ending = { again: false }
  const leaving = quitCleanly(phases, startup, ending)
  watchGpu(startup)
  try {
    await boot(startup, windows, phases, leaving, ending)
  } catch (error) {
    await phases.undo()
    const { exit, code, text } = asStop(error)
    // a wrong option stays wrong
    showStartFailure({ exit, code, text, again: exit !== EXIT.usage }, windows, programExit, log)
  }
}
