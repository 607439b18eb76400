/**
 * Reads what can be read of a record that is not opened any more, page by page: an event that lies
 * on a bad page is left out, and everything else comes as it stands.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { SalvagedRecord, SalvagedStream, Seal, StoredEvent } from '#main/core/ports.ts'
import { OVER_STATES } from '#shared/domain/incident/record/state.ts'
import { linkHash, START, type Content, type Head } from './chain.ts'
import { readEvent } from './prepare.ts'
import { eventColumns } from './sqlite-statements.ts'

type EventRow = Content & { hash: string }
type Sketch = { seq: number; version: number; stream: string; type: string; moved: string | null }

const CHUNK = 2_000
/** Events by which an incident may leave the board; only their bodies are looked at at first. */
const ENDS = "'IncidentMoved', 'IncidentContinued', 'IncidentImported'"
const NO_RECORD: SalvagedRecord = {
  head: null,
  first: null,
  whole: true,
  streams: new Map(),
  seals: () => [],
  close: () => undefined,
}

const rowsOf = <T>(statement: StatementSync, ...values: (string | number)[]): T[] =>
  statement.all(...values) as unknown as T[]

/** What the work gives, or nothing where a page is bad. */
function tried<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/**
 * The file is left as it is: read as one that nobody changes; `together` with its log, both are
 * copied first.
 */
function open(file: string, together: boolean): { db: DatabaseSync; close(): void } {
  const folder = together ? mkdtempSync(join(tmpdir(), 'vigil-reading-')) : null
  const sweep = (): void => {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (folder)
      for (const end of ['', '-wal'])
        if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, join(folder, `c.db${end}`))
    const address = pathToFileURL(folder ? join(folder, 'c.db') : file)
    if (!folder) address.searchParams.set('immutable', '1')
    const db = new DatabaseSync(address, { readOnly: folder === null, defensive: false })
    // a file that is shorter than it says would not be read at all; needs defensive: false
    db.exec('PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON')
    return {
      db,
      close() {
        db.close()
        sweep()
      },
    }
  } catch (error) {
    sweep()
    throw error
  }
}

/**
 * The number up to which there may be events. Where the page of the last one is bad its number
 * stands in the index of the streams, which is read alone; where that is bad, too, it is the last
 * one that can be read, since nothing says how many came after it.
 */
function reach(db: DatabaseSync): number {
  const last = (from: string): number | null => {
    const seq = tried(() => db.prepare(`SELECT max(seq) AS seq FROM ${from}`).get()?.['seq'])
    return typeof seq === 'number' ? seq : null
  }
  return (
    last('event') ??
    last('(SELECT seq FROM event INDEXED BY sqlite_autoindex_event_1 LIMIT -1)') ??
    lastReadable(db)
  )
}

/** By doubling, then by halves; 0 where there is none. */
function lastReadable(db: DatabaseSync): number {
  const event = db.prepare('SELECT seq FROM event WHERE seq = ?')
  const isReadable = (seq: number): boolean => !!tried(() => event.get(seq))
  let low = 0
  for (let power = 1; power < 2 ** 26; power *= 2) if (isReadable(power)) low = power
  let high = Math.max(1, low * 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isReadable(middle)) low = middle
    else high = middle
  }
  return low
}

/** Rows from `low` to `high`; around what cannot be read, by ever smaller pieces. */
function readable<T>(
  statement: StatementSync,
  low: number,
  high: number,
  inTime: () => boolean,
): T[] {
  const rows = tried(() => rowsOf<T>(statement, low, high))
  if (rows) return rows
  if (low >= high || !inTime()) return []
  const middle = Math.floor((low + high) / 2)
  return [
    ...readable<T>(statement, low, middle, inTime),
    ...readable<T>(statement, middle + 1, high, inTime),
  ]
}

/** Whether the event is one after which nothing goes on; one that cannot be read is none. */
function isEnd({ type, moved }: Sketch): boolean {
  if (type === 'IncidentImported' || type === 'IncidentContinued') return true
  const to = tried(() => (JSON.parse(moved ?? '') as { to?: string }).to)
  return typeof to === 'string' && OVER_STATES.includes(to)
}

type Kept = Map<string, { seqs: number[]; versions: number }>

/** By stream, the numbers of the events; of incidents that are over nothing stays. */
function sketched(
  db: DatabaseSync,
  isNeeded: (stream: string) => boolean,
  inTime: () => boolean,
): { numbers: Kept; whole: boolean } {
  const piece = db.prepare(
    `SELECT seq, version, stream, type, CASE WHEN type IN (${ENDS}) THEN body END AS moved
     FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq`,
  )
  const numbers: Kept = new Map()
  const over = new Set<string>()
  const settled = new Set<string>() // whose last move is known
  let high = reach(db)
  // the newest first: what runs is what matters if the time is short
  for (; high > 0 && inTime(); high -= CHUNK)
    for (const event of readable<Sketch>(piece, high - CHUNK + 1, high, inTime).reverse()) {
      const { stream, seq, version } = event
      if (over.has(stream) || !isNeeded(stream)) continue
      if (event.moved !== null && !settled.has(stream)) {
        settled.add(stream)
        if (isEnd(event)) {
          over.add(stream)
          numbers.delete(stream)
          continue
        }
      }
      const known = numbers.get(stream)
      if (known) known.seqs.push(seq)
      else numbers.set(stream, { seqs: [seq], versions: version })
    }
  return { numbers, whole: high <= 0 }
}

/** An event whose text no longer is what was bound is taken as it stands, and counted. */
function streamOf(
  { seqs, versions }: { seqs: readonly number[]; versions: number },
  event: (seq: number) => EventRow | undefined,
): SalvagedStream {
  const events: StoredEvent[] = []
  let sound = 0
  for (const seq of [...seqs].reverse()) {
    const row = event(seq)
    const read = row && tried(() => readEvent(row))
    if (!row || !read) continue
    events.push(read)
    const previous = seq === 1 ? START.hash : event(seq - 1)?.hash
    if (previous !== undefined && linkHash(previous, row) === row.hash) sound += 1
  }
  return { events, missing: versions - sound }
}

/**
 * `isNeeded`: the streams to be read. `inTime`: whether reading may go on. Never throws: a file
 * that is no record at all has nothing in it.
 */
export function salvageRecord(
  file: string,
  { isNeeded, inTime }: { isNeeded: (stream: string) => boolean; inTime: () => boolean },
): SalvagedRecord {
  const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const opened = (hasLog ? tried(() => open(file, true)) : null) ?? tried(() => open(file, false))
  if (!opened) return NO_RECORD
  const { db, close } = opened
  const record = tried((): SalvagedRecord => {
    const select = db.prepare(`SELECT ${eventColumns(db)} FROM event WHERE seq = ?`)
    const event = (seq: number): EventRow | undefined =>
      tried(() => select.get(seq) as unknown as EventRow | undefined) ?? undefined
    const { numbers, whole } = sketched(db, isNeeded, inTime)
    const last = Math.max(0, ...[...numbers.values()].map(({ seqs }) => seqs[0] ?? 0))
    const head = lastOf(db) ?? (last > 0 ? headAt(event(last)) : null)
    const streams = new Map<string, SalvagedStream>()
    for (const [name, stream] of numbers) streams.set(name, streamOf(stream, event))
    return { head, first: event(1)?.hash ?? null, whole, streams, seals: sealsIn(db), close }
  })
  if (!record) close()
  return record ?? NO_RECORD
}

const headAt = (event: EventRow | undefined): { position: number; hash: string } | null =>
  event ? { position: event.seq, hash: event.hash } : null

function lastOf(db: DatabaseSync): { position: number; hash: string } | null {
  const last = tried(
    () =>
      db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() as unknown as
        Head | undefined,
  )
  return last ? { position: last.seq, hash: last.hash } : null
}

function sealsIn(db: DatabaseSync): (sealed: readonly string[]) => readonly Seal[] {
  return (sealed) => {
    const value = tried(() =>
      db.prepare('SELECT sealed, salt, value, stream FROM personal WHERE sealed = ?'),
    )
    return sealed.flatMap((key) => {
      const seal = value && tried(() => value.get(key) as unknown as Seal | undefined)
      return seal ? [{ ...seal }] : []
    })
  }
}
