/**
 * The Node host put together once more, with one part exchanged: for planted bugs only. What it
 * does otherwise is what `serve` does.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startHttp } from '#main/adapters/http/http-server.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { HeadWitness } from '#main/adapters/journal/head-witness.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import type { Clock, Journal, Log, PurgeLedger } from '#main/core/ports.ts'
import { createJsonLog } from '#main/hosts/node/json-log.ts'
import { takeFolder } from '#main/hosts/node/folder.ts'
import { openRecord, runStation } from '#main/hosts/node/open-station.ts'
import { dataFiles, findInstallation } from '#main/hosts/node/install-paths.ts'
import { newSite } from '#main/hosts/node/new-site.ts'
import { folderSecrets } from '#main/hosts/node/folder-secrets.ts'

export type Part = {
  clock?: Clock
  journal?: (real: Journal) => Journal
  open?: (
    dir: string,
    log: Log,
  ) => Omit<ReturnType<typeof openRecord>, 'witness'> & { witness?: HeadWitness }
  take?: (dir: string) => { release(): void }
  purges?: (dir: string, log: Log) => PurgeLedger
}

export async function serveWith({
  clock = systemClock,
  journal: exchange = (real) => real,
  open = openRecord,
  take = takeFolder,
  purges = openPurgeLedger,
}: Part): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { data: { type: 'string' }, port: { type: 'string' } },
  })
  const dir = values.data ?? ''
  const log = createJsonLog((line) => void process.stderr.write(line))
  const lock = take(dir)
  const { journal: real, notes, witness } = open(dir, log)
  const journal = exchange(real)
  const { station } = await runStation(journal, newSite('all', 'Asia/Shanghai'), {
    clock,
    log,
    notifier: { notify: () => Promise.resolve() },
    resources: findInstallation().resources,
    notes,
    purges: purges(dir, log),
    ...(witness && { witness }),
  })
  const http = await startHttp({
    station,
    port: Number(values.port ?? 0),
    pages: new Map(),
    clock,
    log,
    ...folderSecrets(dir),
  })
  process.once(
    'SIGTERM',
    () =>
      void (async () => {
        await http.stop()
        await station.stop()
        await journal.close()
        lock.release()
      })(),
  )
  console.log(JSON.stringify({ url: http.url, tokenFile: dataFiles(dir).localToken }))
}

/** A note beside the record, for planted bugs that trust one. */
export const noteIn = (dir: string): string => join(dir, 'station.pid')
export const readNote = (file: string): number => Number(readFileSync(file, 'utf8'))
