/**
 * The product's station with all its plans over any record, without anybody to notify: for benches,
 * and for years that are made up.
 */
import { join } from 'node:path'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Station } from '#main/core/api.ts'
import type { Clock, Journal, Library, Log, PurgeLedger, Vault } from '#main/core/ports.ts'
import type { HandUpParts } from '#main/core/features/hand-up/desk.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { startStation } from '#main/core/station/station.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { localized } from '#shared/domain/text.ts'

export const SITE: Site = {
  name: localized('云雀湾', 'Lark Bay'),
  zone: 'Asia/Shanghai',
  kinds: ['all'],
  demo: false,
  setUp: true,
}
export const library = loadLibrary(join(import.meta.dirname, '../../resources'), {
  siteKinds: ['all'],
})
export const romaniser = createRomaniser()
export const log: Log = {
  info: () => undefined,
  error: (event, error) => void process.stderr.write(`${event}: ${String(error)}\n`),
}

/**
 * `vault`, `plans` and `named` stand in for the product's own; without `purges` nothing is purged,
 * without `handUp` nothing handed up.
 */
export async function startWholeStation(
  journal: Journal,
  clock: Clock,
  {
    vault = systemVault,
    plans = library,
    named = SITE,
    purges,
    handUp,
  }: {
    vault?: Vault
    plans?: Library
    named?: Site
    purges?: PurgeLedger
    handUp?: HandUpParts
  } = {},
): Promise<Station> {
  const site = await openSite(journal, clock, named)
  return startStation({
    journal,
    clock,
    library: plans,
    planSources: library.sources,
    planFiles: planFilesAtOnce,
    notifier: { notify: () => Promise.resolve() },
    vault,
    romaniser,
    log,
    site,
    ...(purges && { purges }),
    ...(handUp && { handUp }),
  })
}
