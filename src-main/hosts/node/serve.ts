/** `station serve`: the station for browsers and programs of this machine, until it is told to stop. */
import { readPages, type Pages } from '#main/adapters/http/pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/server.ts'
import { openSettings } from '#main/adapters/settings/settings.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Log, Notifier } from '#main/core/ports.ts'
import type { Site } from '#shared/domain/board/types.ts'
import { text, type Text } from '#shared/domain/text.ts'
import { existsSync } from 'node:fs'
import { checkInBackground } from './background.ts'
import { EXIT, Stop } from './exit.ts'
import { hadRecord, recordLost } from './lost.ts'
import { takeFolder } from './folder.ts'
import { openRecord, runStation } from './open.ts'
import { inFolder, type Installation } from './places.ts'
import { holdTo, newSite, ownZone, type SiteKind } from './site.ts'
import { folderSecrets, forgetStation, noteStation } from './tokens.ts'

export type ServeOptions = { dir: string; port: number | undefined; site: SiteKind | undefined; zone: string | undefined }
/** What stands in the one line that says that the station is ready. */
export type Ready = { url: string; consoleUrl: string; wallUrl: string; tokenFile: string }
export type Serving = { ready: Ready; stop(): Promise<void> }

/** There is no desktop to notify: the alarm on the screens is all there is, and it comes first anyway. */
const noNotifier: Notifier = { notify: () => Promise.resolve() }

const pagesOf = (dir: string, log: Log): Pages => {
  if (existsSync(dir)) return readPages(dir)
  log.info('pages-missing', { dir })
  return new Map()
}

/** The port of the settings, and what the desk must know if they were damaged: nothing that matters stands in them. `trouble`: why they cannot be written. */
function readSettings(dir: string, version: string, log: Log): { port: number; notes: readonly Text[]; trouble: unknown } {
  const { settings, repaired, trouble } = openSettings(dir, version)
  const { port } = settings.current()
  if (!repaired) return { port, trouble, notes: [] }
  log.error('settings-repaired', new Error('the settings file was damaged'), repaired)
  return { port, trouble, notes: [repaired.restoredFrom === 'copy'
    ? text(`设置文件损坏，已用上次的副本恢复；损坏的文件留作${repaired.file}。请核对语言、声音和大屏设置。`,
      `The settings file was damaged and is restored from the last good copy; the damaged one is kept as ${repaired.file}. Please check language, sound and wall.`)
    : text(`设置文件损坏且没有副本，已用默认设置；损坏的文件留作${repaired.file}。请重新设置语言、声音和大屏。`,
      `The settings file was damaged and there is no copy: the defaults are in force; the damaged one is kept as ${repaired.file}. Please set language, sound and wall anew.`)] }
}

/** A full disk keeps no station from starting (D03): it runs, and says so. Whether the record takes anything, the first command or alarm shows. */
function tellUnwritten(errors: readonly unknown[], station: Station, log: Log): void {
  const failed = errors.filter((error) => error !== null)
  for (const error of failed) log.error('file-not-written', error)
  if (failed.length > 0) station.note(text(
    '启动时有文件未能写入数据目录，值守照常运行；请检查磁盘空间和权限，然后重启。',
    'At this start files could not be written to the data folder; the station runs on. Please check disk space and permissions, then start it again.'))
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
 * Starts everything. Throws {@link Stop}: `folder-taken`, `port-taken`, `site-exists`, or what the record refuses with. Then nothing is left running.
 */
export async function serve({ dir, port, site: kind, zone }: ServeOptions, place: Installation, log: Log): Promise<Serving> {
  const undo = undoing()
  try {
    const lock = takeFolder(dir)
    undo.add(() => lock.release())
    const { port: wanted, notes, trouble } = readSettings(dir, place.version, log)
    const hadOne = hadRecord(dir)
    const journal = openRecord(dir)
    undo.add(() => journal.close())
    const known = (await journal.kept('site', 'site')) as unknown as Site | null
    if (known) holdTo(known, kind, zone)
    else if (hadOne && (await journal.position()) === 0) throw recordLost(dir) // a file is there, but it is not that record
    const found = newSite(kind ?? 'all', zone ?? ownZone())
    const { station } = await runStation(journal, found, { clock: systemClock, log, notifier: noNotifier, resources: place.resources, notes })
    undo.add(() => station.stop())
    const { unwritten, ...secrets } = folderSecrets(dir)
    undo.add(() => forgetStation(dir))
    const http = await listen({ station, port: port ?? wanted, pages: pagesOf(place.pages, log), clock: systemClock, log, ...secrets })
    undo.add(() => http.stop())
    tellUnwritten([trouble, ...unwritten, noteStation(dir, http.url)], station, log)
    undo.add(checkInBackground(journal, station, log))
    const { url, consoleUrl, wallUrl } = http
    return { ready: { url, consoleUrl, wallUrl, tokenFile: inFolder(dir).localToken }, stop: undo.all }
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
    throw new Stop(EXIT.portTaken, 'port-taken', text(
      `端口${options.port}已被占用或不允许使用，请用--port换一个`,
      `Port ${options.port} is taken or not allowed: choose another one with --port`))
  }
}
