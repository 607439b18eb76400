/** A folder for the time of a bench, on the real disk, and the parts of a station that do not matter to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Clock, Journal, Log } from '#main/core/ports.ts'
import { openSite } from '#main/core/site.ts'
import { startStation } from '#main/core/station.ts'
import type { Station } from '#main/core/api.ts'
import type { Site } from '#shared/domain/board/types.ts'
import { text } from '#shared/domain/text.ts'

export const root = resolve(import.meta.dirname, '../../..')
export const SITE: Site = { name: text('云雀湾', 'Lark Bay'), zone: 'Asia/Shanghai', kinds: ['all'], demo: false, setUp: true }
export const PLANS = ['gas-hotline-failure', 'gas-recharge-terminal-failure', 'government-hall-fire']
export const library = loadLibrary(join(root, 'resources'), { siteKinds: ['all'] })
const romaniser = createRomaniser()

export const log: Log = { info: () => undefined, error: (event, error) => void process.stderr.write(`${event}: ${String(error)}\n`) }

/** The product's station over this journal, without anybody to notify. */
export async function station(journal: Journal, clock: Clock): Promise<Station> {
  const site = await openSite(journal, clock, SITE)
  return startStation({ journal, clock, library, texts: library.texts, notifier: { notify: () => Promise.resolve() }, vault: systemVault, romaniser, log, site })
}

/** The folder goes when the process ends, however it ends: a bench leaves from the middle of its work. */
export async function inNewFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  return work(dir)
}
