/**
 * The list of purges beside a record: one line each in `purges.jsonl`, one more when the record
 * has it, and one when it is done, or dropped since the record never had it. A backup takes it
 * along, and whoever restores an older one brings it.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Journal, Log, PurgeLedger, PurgeOrder } from '#main/core/ports.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { purgesStream, type ValuesPurged } from '#shared/domain/purge/stream.ts'
import { emergencyFoldersIn } from './emergency-folders.ts'
import { FILE_FOLDER, IS_ID } from './files/file-store.ts'
import { BUSY_MS } from './journal/sqlite-connection.ts'
import { readSmallFile, safeWrite, syncFolder } from './safe-write.ts'

export const PURGES_FILE = 'purges.jsonl'

const orderShape = z.object({
  id: z.string().min(1),
  at: z.number(),
  by: z.string(),
  why: z.enum(['rule', 'request']),
  incidents: z.array(z.string()),
  seals: z.array(z.string().regex(IS_ID)),
  files: z.array(z.string().regex(IS_ID)),
  values: z.number(),
  of: z.record(z.string(), z.object({ values: z.number(), files: z.number() })).optional(),
  restored: z.literal(true).optional(),
  given: z.boolean().optional(), // left out by an older program, which did not say so
})
const givenShape = z.object({ given: z.string() })
const doneShape = z.object({ done: z.string() })
const droppedShape = z.object({ dropped: z.string() })

type Listed = { orders: readonly PurgeOrder[]; done: ReadonlySet<string> }

/**
 * A line that is cut off or changed is passed over: the others hold. What an older program wrote,
 * which does not say whether it was given, was; what was dropped is nobody's order.
 */
function listed(file: string): Listed {
  const orders: (Omit<PurgeOrder, 'given'> & { given?: boolean | undefined })[] = []
  const [inRecord, done] = [new Set<string>(), new Set<string>()]
  const dropped = new Set<string>()
  for (const line of (readSmallFile(file) ?? '').split('\n')) {
    const value = parsed(line)
    const noted = givenShape.safeParse(value)
    if (noted.success) inRecord.add(noted.data.given)
    const marked = doneShape.safeParse(value)
    if (marked.success) done.add(marked.data.done)
    const refused = droppedShape.safeParse(value)
    if (refused.success) dropped.add(refused.data.dropped)
    const order = orderShape.safeParse(value)
    if (order.success) orders.push(order.data)
  }
  const all = orders
    .filter(({ id }) => !dropped.has(id))
    .map(({ given = true, ...order }): PurgeOrder =>
      given || inRecord.has(order.id) || done.has(order.id) ? { ...order, given: true } : order,
    )
  return { orders: all, done }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** All purges that a file or a data folder or a backup knows of, the oldest first. */
export const purgesIn = (place: string): readonly PurgeOrder[] =>
  [place, join(place, PURGES_FILE)].flatMap((file) => listed(file).orders)

/** The purges that a record has, by their ids. */
export const purgesOf = async (journal: Pick<Journal, 'events'>): Promise<ReadonlySet<string>> =>
  new Set(
    (await journal.events(purgesStream.nameOf(''))).map(
      ({ body }) => (body as unknown as ValuesPurged).purgeId,
    ),
  )

const lineOf = (order: PurgeOrder): object => ({ ...order, given: order.given === true })

function write(dir: string, orders: readonly PurgeOrder[], done: Iterable<string>): void {
  const lines = [...orders.map(lineOf), ...[...done].map((id) => ({ done: id }))]
  safeWrite(join(dir, PURGES_FILE), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** Those that are done by now: what is copied of the record from here on lacks their values. */
export const donePurges = (data: string): ReadonlySet<string> =>
  listed(join(data, PURGES_FILE)).done

/**
 * Copies it into a backup that is being made. It is no part of the record that is checked. `done`:
 * of {@link donePurges}, from before the record was copied.
 */
export function copyPurges(data: string, to: string, done: ReadonlySet<string>): void {
  const { orders } = listed(join(data, PURGES_FILE))
  if (orders.length > 0) write(to, orders, done)
}

/**
 * Brings to the record in `dir`, which is not open, what `own` (its list, as a backup of it has it)
 * and these places know of. `inRecord`: the purges that the record has. What it has not and was
 * given is done at its next start, and so is what was left half done: how many of the former.
 */
export function bringPurges(
  dir: string,
  { own = dir, places }: { own?: string; places: readonly string[] },
  inRecord: ReadonlySet<string>,
): number {
  const known = listed(join(own, PURGES_FILE))
  const orders = new Map<string, PurgeOrder>()
  for (const order of [...known.orders, ...places.flatMap(purgesIn)]) {
    const before = orders.get(order.id)
    const isGiven = order.given ?? before?.given
    orders.set(order.id, { ...(before ?? order), ...(isGiven && { given: isGiven }) })
  }
  let later = 0
  const all = [...orders.values()]
    .sort((a, b) => a.at - b.at)
    .flatMap((order): PurgeOrder[] => {
      if (inRecord.has(order.id)) return [order]
      if (!order.given) return []
      later += 1
      return [{ ...order, restored: true }]
    })
  if (all.length > 0)
    write(
      dir,
      all,
      [...known.done].filter((id) => inRecord.has(id)),
    )
  return later
}

/** Records beside the one that is open: as it was before a newer form, and emergency ones. */
const recordsBeside = (dir: string): readonly string[] => [
  ...readdirSync(dir)
    .filter((name) => /^journal\.db\.schema-.*\.db$/.test(name))
    .map((name) => join(dir, name)),
  ...emergencyFoldersIn(dir)
    .map((folder) => join(folder, 'journal.db'))
    .filter((file) => existsSync(file)),
]

function forgetIn(file: string, { incidents, seals }: PurgeOrder): void {
  const db = new DatabaseSync(file, { timeout: BUSY_MS, defensive: true })
  try {
    db.exec('PRAGMA secure_delete = ON')
    const drop = (column: string, names: readonly string[]): unknown =>
      db
        .prepare(`DELETE FROM personal WHERE ${column} IN (SELECT value FROM json_each(?))`)
        .run(JSON.stringify(names))
    const hasValues = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'personal'").get()
    if (!hasValues) return
    drop('stream', incidents.map(incidentStream.nameOf))
    drop('sealed', seals)
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  } finally {
    db.close()
  }
}

function emptied(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** The list of the record in `dir`; what cannot be destroyed beside it stands in the log, too. */
export function openPurgeLedger(dir: string, log: Log): PurgeLedger {
  const file = join(dir, PURGES_FILE)

  /** On disk when it returns. What a cut-off write has left ends before it. */
  function append(line: object): void {
    const isNew = !existsSync(file)
    const isCut = !isNew && !(readSmallFile(file) ?? '\n').endsWith('\n')
    const handle = openSync(file, 'a', 0o600)
    try {
      writeFileSync(handle, `${isCut ? '\n' : ''}${JSON.stringify(line)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (isNew) syncFolder(dir)
  }

  return {
    begin: (order) => append(lineOf(order)),
    give: (id) => append({ given: id }),
    undone() {
      const { orders, done } = listed(file)
      return orders.filter(({ id }) => !done.has(id))
    },
    clean(order) {
      for (const id of order.files) {
        rmSync(join(dir, FILE_FOLDER, id), { force: true })
        for (const folder of emergencyFoldersIn(dir))
          rmSync(join(folder, FILE_FOLDER, id), { force: true })
      }
      if (order.files.length > 0 && existsSync(join(dir, FILE_FOLDER)))
        syncFolder(join(dir, FILE_FOLDER))
      const left: unknown[] = []
      for (const record of recordsBeside(dir)) {
        try {
          forgetIn(record, order)
        } catch (error) {
          log.error('copy-not-purged', error, { file: record })
          left.push(error)
        }
      }
      for (const name of readdirSync(dir))
        if (/^journal\.db-wal\.bad-/.test(name)) rmSync(join(dir, name), { force: true })
      emptied(join(dir, 'temp-files'))
      if (order.seals.length > 0) emptied(join(dir, 'power-cut'))
      if (left.length > 0) throw left[0]
    },
    done: (id) => append({ done: id }),
    drop: (id) => append({ dropped: id }),
  }
}
