/** Builds the station over a data folder: lock, record, site, plans, core, in this order. It serves nobody and knows no screen. */
import { mkdirSync } from 'node:fs'
import { lockDataFolder, type DataLock } from '#main/adapters/data-lock.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { reopeningJournal } from '#main/adapters/journal/reopening.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { FileFinding } from '#main/adapters/plans/check.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Station } from '#main/core/api.ts'
import type { Clock, Journal, Log, Notifier, Vault } from '#main/core/ports.ts'
import { openSite } from '#main/core/site.ts'
import { startStation } from '#main/core/station.ts'
import type { Site } from '#shared/domain/board/types.ts'
import { text, type Text } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit.ts'
import { inFolder } from './places.ts'

/** Takes the folder, making it (mode 0700) if need be. Throws {@link Stop} naming the holder if another station has it. */
export function takeFolder(dir: string): DataLock {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const lock = lockDataFolder(dir)
  if ('release' in lock) return lock
  throw new Stop(EXIT.folderTaken, 'folder-taken', text(
    `数据目录${dir}正由另一个值守站使用（${lock.heldBy}）`,
    `The data folder ${dir} is in use by another station (${lock.heldBy})`))
}

/** Opens the record of a folder that was taken; after a full disk it opens it again by itself. Throws {@link Stop} if it cannot be trusted or used. */
export function openRecord(dir: string): Journal {
  try {
    return reopeningJournal(() => openSqliteJournal(inFolder(dir).journal))
  } catch (error) {
    throw error instanceof JournalRefused ? new Stop(EXIT.record, error.code, error.text) : error
  }
}

export type Outside = { clock: Clock; log: Log; notifier: Notifier; vault?: Vault; resources: string; notes?: readonly Text[] }

/** What was left out of the plans is told one by one; what is merely missing is counted (`plans check` lists it). */
function tellFindings(findings: readonly FileFinding[], log: Log): void {
  const broken = findings.filter(({ severity }) => severity === 'error')
  for (const { file, path, code, message } of broken) log.error('plan-left-out', new Error(message.en), { file, path, code })
  if (findings.length > broken.length) log.info('plan-warnings', { count: findings.length - broken.length })
}

/** Runs the station over its record. `found` is what a record without a site is founded with. */
export async function runStation(journal: Journal, found: Site, outside: Outside): Promise<{ station: Station; site: Site }> {
  const { clock, log, notifier, resources, vault = systemVault, notes = [] } = outside
  const site = await openSite(journal, clock, found)
  const library = loadLibrary(resources, { siteKinds: site.kinds })
  tellFindings(library.findings, log)
  const station = await startStation({ journal, clock, library, notifier, vault, romaniser: createRomaniser(), log, site, notes })
  return { station, site }
}
