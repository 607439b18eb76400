/** `station serve`: runs the station for browsers and programs of this machine until a signal. */
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { reserveIn } from '#main/adapters/data-disk.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import type { Door } from '#main/adapters/spare/door.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { followFolder } from '#main/adapters/continued-folder.ts'
import { tightenFolder } from '#main/adapters/folder-mode.ts'
import { guardFolder } from '#main/adapters/folder-guard.ts'
import { createBackups } from '#main/adapters/backup/backups.ts'
import { createSheetTray } from '#main/adapters/sheet-tray.ts'
import { readPages, type Pages } from '#main/adapters/http/built-pages.ts'
import { openSessions } from '#main/adapters/http/session-registry.ts'
import { openWallAddress, type WallAddressFile } from '#main/adapters/http/wall-address.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSettings } from '#main/adapters/settings/node-settings.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Log, Notifier } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { existsSync } from 'node:fs'
import { createUndoList } from '../phases.ts'
import { withRecord, type OpenedRecord } from './emergency.ts'
import {
  repairNotes,
  noticeUnwrittenFiles,
  codeNotes,
  secretNotes,
  sessionNotes,
  wallAddressNotes,
  type SiteOptions,
} from './preflight.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { folderNotes, missingNotes } from './folder-words.ts'
import { runStation } from './open-station.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { takeOrReadFolder, type TakenFolder } from './unwritable-folder.ts'
import { openSpareDoor } from './spare-door.ts'
import { folderSecrets, removeStationFiles, writeStationFile } from './folder-secrets.ts'
import { listenOnFirst, portsToTry, settleWallAddress } from './wall-address.ts'

export type ServeOptions = { dir: string; port: number | undefined } & SiteOptions
/**
 * The one line that is printed when the station is ready. `emergency`: the folder's own record
 * failed its check, and the station runs on an emergency record.
 */
export type Ready = {
  url: string
  consoleUrl: string
  wallUrl: string
  tokenFile: string
  emergency?: true
}
export type Serving = { ready: Ready; stop(): Promise<void> }

/** Without a desktop there are no notifications: the alarm on the screens comes first anyway. */
const noNotifier: Notifier = { notify: () => Promise.resolve() }

const pagesOf = (dir: string, log: Log): Pages => {
  if (existsSync(dir)) return readPages(dir)
  log.info('pages-missing', { dir })
  return new Map()
}

/**
 * The settings of an emergency record are a copy: those of the folder stay as they are. The walls'
 * address is the folder's, as the code is: the screens of the room know no other.
 */
async function stationOn(
  opened: OpenedRecord,
  { folder, lock, unwritable, missing }: TakenFolder & { folder: string; missing: string | null },
  installation: Installation,
  door: Door,
  log: Log,
) {
  const { dir, journal, foundingSite, notes, witness, salvaged } = opened
  const { settings, repaired, trouble } = openSettings(dir, installation.version)
  const sessions = openSessions(dataFiles(dir).sessions, log)
  const wallAddress = openWallAddress(dataFiles(folder).wallAddress, log)
  const { station } = await runStation(journal, foundingSite, {
    clock: systemClock,
    log,
    notifier: noNotifier,
    resources: installation.resources,
    notes: [
      ...missingNotes(missing),
      ...(lock ? folderNotes(lock, tightenFolder(folder), log) : []),
      ...repairNotes(repaired, log),
      ...sessionNotes(sessions),
      ...wallAddressNotes(wallAddress),
      ...secretNotes(dir),
      ...codeNotes(folder),
      ...notes,
    ],
    backups: createBackups(
      { data: dir, program: installation.version, plans: installation.plans },
      log,
    ),
    witness,
    disk: reserveIn(dataFiles(dir).reserve),
    files: openFileStore(dir, { clock: systemClock, log, others: [folder] }),
    purges: openPurgeLedger(dir, log),
    ...(lock && { folder: guardFolder(lock, dataFiles(dir).journal, witness) }),
    adminCode: createAdminCode(folder),
    handUp: { folder, program: installation.version },
    // an emergency record is a night's: its folder's own is what a spare follows
    ...(!salvaged && { spare: door }),
    sessions,
    wallAddress,
    tempDir: dataFiles(unwritable ? dir : folder).tempFiles,
    sheetTray: createSheetTray(dataFiles(dir).sheets),
    salvaged,
  })
  return { opened, station, settings, sessions, wallAddress, trouble }
}

/**
 * Starts everything. Throws {@link Stop} with nothing left running: `folder-taken`, `port-taken`,
 * `site-exists`, or the code with which the record refuses.
 */
export async function serve(
  { dir: named, port, ...siteOptions }: ServeOptions,
  installation: Installation,
  log: Log,
): Promise<Serving> {
  const parts = createUndoList(log)
  const { dir: folder, missing } = followFolder(named)
  if (folder !== named) log.info('folder-followed', { folder })
  try {
    const taken = takeOrReadFolder(folder)
    const { lock, unwritable } = taken
    parts.add('folder', () => lock?.release())
    const spare = await openSpareDoor(folder, log)
    parts.add('spare', spare.stop)
    const { opened, station, settings, sessions, wallAddress, trouble } = await withRecord(
      folder,
      siteOptions,
      { clock: systemClock, log, unwritable, isCopied: lock?.isCopied ?? false },
      async (record) =>
        stationOn(record, { folder, missing, ...taken }, installation, spare.door, log),
    )
    parts.add('record', () => opened.close())
    // a reader from outside would keep the log from being folded
    parts.add('spare', spare.stop)
    parts.add('station', () => station.stop())
    const { dir } = opened
    const { unwritten, ...secrets } = folderSecrets(dir)
    parts.add('station-files', () => removeStationFiles(dir))
    const http = await listen(port ?? settings.current().port, {
      station,
      pages: pagesOf(installation.pages, log),
      clock: systemClock,
      log,
      sessions,
      wallAddress,
      ...secrets,
    })
    parts.add('http', () => http.stop())
    const unsettled = await settleWallAddress(wallAddress, http.port, {
      station,
      mayWrite: opened.salvaged === null,
    })
    noticeUnwrittenFiles(
      [trouble, ...unwritten, unsettled, writeStationFile(dir, http.url)],
      station,
      log,
    )
    station.watchRecord()
    const { url, consoleUrl, wallUrl } = http
    const { emergency } = await station.board()
    return {
      ready: {
        url,
        consoleUrl,
        wallUrl,
        tokenFile: dataFiles(dir).localToken,
        ...(emergency && { emergency: true as const }),
      },
      stop: parts.undo,
    }
  } catch (error) {
    await parts.undo()
    throw error
  }
}

type Listening = Omit<Parameters<typeof startHttp>[0], 'port'> & { wallAddress: WallAddressFile }

/** Port 0 is any free one: the one of the last start if it can be had. */
async function listen(port: number, options: Listening): Promise<HttpServer> {
  const ports = portsToTry(port, options.wallAddress.port(), false)
  try {
    return await listenOnFirst(ports, (next) => startHttp({ ...options, port: next }), options.log)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    throw new Stop(
      EXIT.portTaken,
      'port-taken',
      localized(
        `端口${port}已被占用或不允许使用，请用--port换一个`,
        `Port ${port} is taken or not allowed: choose another one with --port`,
      ),
    )
  }
}
