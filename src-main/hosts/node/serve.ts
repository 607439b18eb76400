/**
 * `station serve`: the station for browsers and programs of this machine, until it is told to stop.
 */
import { readPages, type Pages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSettings } from '#main/adapters/settings/node-settings.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Log, Notifier } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { existsSync } from 'node:fs'
import { checkInBackground } from './check-record.ts'
import { foundingSite, repairNotes, noticeUnwrittenFiles, type Asked } from './preflight.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { hadRecord } from './lost-record.ts'
import { takeFolder } from './folder.ts'
import { openRecord, runStation } from './open-station.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { folderSecrets, removeStationFiles, writeStationFile } from './folder-secrets.ts'

export type ServeOptions = { dir: string; port: number | undefined } & Asked
/** What stands in the one line that says that the station is ready. */
export type Ready = { url: string; consoleUrl: string; wallUrl: string; tokenFile: string }
export type Serving = { ready: Ready; stop(): Promise<void> }

/**
 * There is no desktop to notify: the alarm on the screens is all there is, and it comes first
 * anyway.
 */
const noNotifier: Notifier = { notify: () => Promise.resolve() }

const pagesOf = (dir: string, log: Log): Pages => {
  if (existsSync(dir)) return readPages(dir)
  log.info('pages-missing', { dir })
  return new Map()
}

/** What was opened is closed again in reverse order, whether the station stops or never came up. */
function undoing(): { add(undo: () => void | Promise<void>): void; all(): Promise<void> } {
  const steps: (() => void | Promise<void>)[] = []
  return {
    add: (undo) => void steps.push(undo),
    async all() {
      for (let undo = steps.pop(); undo; undo = steps.pop()) await undo()
    },
  }
}

/**
 * Starts everything. Throws {@link Stop}: `folder-taken`, `port-taken`, `site-exists`, or what the
 * record refuses with. Then nothing is left running.
 */
export async function serve(
  { dir, port, ...asked }: ServeOptions,
  place: Installation,
  log: Log,
): Promise<Serving> {
  const undo = undoing()
  try {
    const lock = takeFolder(dir)
    undo.add(() => lock.release())
    const { settings, repaired, trouble } = openSettings(dir, place.version)
    const repairs = repairNotes(repaired, log)
    const hadOne = hadRecord(dir)
    const { journal, notes } = openRecord(dir, log)
    undo.add(() => journal.close())
    const found = await foundingSite(journal, dir, hadOne, asked)
    const { station } = await runStation(journal, found, {
      clock: systemClock,
      log,
      notifier: noNotifier,
      resources: place.resources,
      notes: [...repairs, ...notes],
    })
    undo.add(() => station.stop())
    const { unwritten, ...secrets } = folderSecrets(dir)
    undo.add(() => removeStationFiles(dir))
    const http = await listen({
      station,
      port: port ?? settings.current().port,
      pages: pagesOf(place.pages, log),
      clock: systemClock,
      log,
      ...secrets,
    })
    undo.add(() => http.stop())
    noticeUnwrittenFiles([trouble, ...unwritten, writeStationFile(dir, http.url)], station, log)
    undo.add(checkInBackground(station, log))
    const { url, consoleUrl, wallUrl } = http
    return {
      ready: { url, consoleUrl, wallUrl, tokenFile: dataFiles(dir).localToken },
      stop: undo.all,
    }
  } catch (error) {
    await undo.all()
    throw error
  }
}

async function listen(options: Parameters<typeof startHttp>[0]): Promise<HttpServer> {
  try {
    return await startHttp(options)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    throw new Stop(
      EXIT.portTaken,
      'port-taken',
      localized(
        `端口${options.port}已被占用或不允许使用，请用--port换一个`,
        `Port ${options.port} is taken or not allowed: choose another one with --port`,
      ),
    )
  }
}
