/** What specs of purges share: a station that purges, words that give themselves away, time. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import type { FileStore, PurgeLedger } from '#main/core/ports.ts'
import { plan, step } from './plan.ts'
import { photo } from './sample-files.ts'
import { dispatcher, openStation, type Kit } from './station.ts'

export const response = plan('response', [step('act', { note: true })])
export const CANARY = '金丝雀'
const silent = { info: () => undefined, error: () => undefined }

export const dataOf = (kit: Pick<Kit, 'file'>): string => dirname(kit.file)
/** The list beside its record, as another program would read it. */
export const ledgerOf = (kit: Pick<Kit, 'file'>): PurgeLedger =>
  openPurgeLedger(dataOf(kit), silent)

type Part = {
  store?: string // a record that is there
  at?: string | number
  ledger?: (ledger: PurgeLedger) => PurgeLedger // what it is given instead of its own
  files?: (store: FileStore) => FileStore
}
export const openPurging = async (part: Part = {}): Promise<Kit> => {
  const { ledger = (same) => same, files = (same) => same, ...others } = part
  return openStation({
    ...{ on: 'sqlite', plans: [response], ...others },
    files: (data, clock, log) => files(openFileStore(data, { clock, log })),
    purges: (data, log) => ledger(openPurgeLedger(data, log)),
  })
}

/** Every file below a folder in which the words stand, as UTF-8 or as JSON writes them. */
export function tells(folder: string, words = CANARY): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(words))
}

async function* content(words: string): AsyncGenerator<Uint8Array> {
  yield photo(words)
}

/** Attaches a photo with these words in it; the name of its file in the data folder. */
export async function attached(
  kit: Kit,
  incidentId: string,
  { words = 'a photo', ...place }: { words?: string; name?: string; stepId?: string } = {},
): Promise<string> {
  const taken = await kit.station.takeFile(content(words), incidentId, dispatcher)
  if (!taken.ok) throw new Error(taken.code)
  const { fileId } = taken
  await kit.ask('incident/file-attach', { incidentId, fileId, name: `${CANARY}.jpg`, ...place })
  return fileId
}

/** An incident of which somebody reports, done as its plan says. */
export async function reported(kit: Kit): Promise<string> {
  const incidentId = await kit.run(['response'], {
    ...{ narrative: `${CANARY}王女士说冒烟`, reporter: `${CANARY}赵先生`, place: '前厅' },
  })
  await kit.ask('incident/step', { incidentId, stepId: 'act', outcome: 'done' })
  return incidentId
}
export async function archive(kit: Kit, incidentId: string): Promise<void> {
  for (const to of ['closed', 'archived'] as const)
    await kit.ask('incident/move', { incidentId, to })
}

export const rule = (kit: Kit, days = 60): Promise<unknown> =>
  kit.ask('retention/set', { days, reason: '评估后定' })
/** Time passes unseen, then the engine has a cycle, and what works beside it its turns. */
export async function days(kit: Kit, span: string): Promise<void> {
  kit.clock.leap(span)
  for (let n = 0; n < 6; n++) await kit.clock.advance('1 s')
}
/** What the record says of purges. */
export const purgesOf = async (kit: Kit): Promise<unknown[]> =>
  (await kit.events()).filter(({ type }) => type === 'ValuesPurged').map(({ body }) => body)
