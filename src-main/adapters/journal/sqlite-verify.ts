/** Checks that the record is what was written. */
import { setImmediate as pause } from 'node:timers/promises'
import type { HearEvent, Verified } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { digest } from '../vault.ts'
import { START, firstBreak } from './chain.ts'
import type { Head, Link } from './chain.ts'
import { JournalRefused } from './errors.ts'
import { readRow, readyRow } from './prepare.ts'
import { firstChanged } from './sqlite-guards.ts'
import { same } from './sqlite-rows.ts'
import { FOLDED } from './sqlite-schema.ts'
import type { ChainStatements, FiledRow, Statements } from './sqlite-statements.ts'

const CHUNK = 2_000 // events
const ROWS = 50 // with their long texts
type Bad = { seq: number; why: string }

/**
 * Checks the chain from the last anchor to the end and returns its head: a few thousand events at
 * most, however long the history. Throws {@link JournalRefused} with the first event that cannot be
 * trusted.
 */
export function checkSinceAnchor(sql: ChainStatements): Head {
  const anchor = sql.lastAnchor() ?? START
  let head = anchor
  if (anchor.seq > 0) {
    const anchored = sql.event(anchor.seq)
    if (!anchored) throw damaged({ seq: (sql.head()?.seq ?? 0) + 1, why: 'record-too-short' })
    if (anchored.hash !== anchor.hash) throw damaged({ seq: anchor.seq, why: 'anchor-mismatch' })
  }
  for (;;) {
    const links = sql.eventsAfter(head.seq, CHUNK)
    const bad = firstBreak(head, links)
    if (bad) throw damaged(bad)
    head = links.at(-1) ?? head
    if (links.length < CHUNK) return { seq: head.seq, hash: head.hash }
  }
}

const damaged = (bad: Bad): JournalRefused =>
  new JournalRefused(
    'record-damaged',
    localized(
      `记录自第${bad.seq}条起不可信（${bad.why}）`,
      `The record cannot be trusted from entry ${bad.seq} on (${bad.why})`,
    ),
    { firstBad: bad.seq },
  )

type Walking = {
  hear?: HearEvent | undefined
  mended?: <T>(read: () => Promise<T>) => Promise<T>
}

/**
 * Walks the whole record in chunks, letting other work in between: sequence and chain, the anchors,
 * every seal that still has its value; then what lies beside the events (`firstBad` 0): tables,
 * indexes and triggers, and whether each row is found by what it says. `hear` is told each event on
 * the way. `mended` runs the walk over the rows, where damage to what they are looked up by is no
 * end of it. `why` is one of sequence-gap, hash-mismatch, anchor-mismatch, record-too-short, seal-
 * mismatch, schema-changed, projection-mismatch.
 */
export async function verifyRecord(
  sql: Statements,
  { hear = () => undefined, mended = (read) => read() }: Walking = {},
): Promise<Verified> {
  const { head, bad } = await walkEvents(sql, hear)
  const badSeal = await walkSeals(sql)
  const first = bad && badSeal ? (badSeal.seq < bad.seq ? badSeal : bad) : (bad ?? badSeal)
  if (first) return { ok: false, firstBad: first.seq, why: first.why }
  const changed = firstChanged(sql.schema())
  const beside: Beside | null =
    changed === null ? await mended(() => walkRows(sql)) : { why: 'schema-changed', where: changed }
  return beside
    ? { ok: false, firstBad: 0, ...beside }
    : { ok: true, position: head.seq, hash: head.hash }
}

async function walkEvents(
  sql: Statements,
  hear: HearEvent,
): Promise<{ head: Head; bad: Bad | null }> {
  const anchors = sql.anchors()
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let head = START
  for (;;) {
    const links = sql.eventsAfter(head.seq, CHUNK)
    const bad = firstBreak(head, links) ?? firstStray(links, anchored)
    if (bad) return { head, bad }
    links.forEach(hear)
    head = links.at(-1) ?? head
    if (links.length < CHUNK) break
    await pause()
  }
  const missing = (anchors.at(-1)?.seq ?? 0) > head.seq
  return { head, bad: missing ? { seq: head.seq + 1, why: 'record-too-short' } : null }
}

/**
 * A chain that was worked out again from some event on holds in itself; the anchors written before
 * do not agree with it.
 */
function firstStray(links: readonly Link[], anchored: ReadonlyMap<number, string>): Bad | null {
  const stray = links.find(({ seq, hash }) => (anchored.get(seq) ?? hash) !== hash)
  return stray ? { seq: stray.seq, why: 'anchor-mismatch' } : null
}

async function walkSeals(sql: Statements): Promise<Bad | null> {
  let first: Bad | null = null
  let last = ''
  for (;;) {
    const seals = sql.sealsAfter(last, CHUNK)
    for (const { sealed, salt, value, seq } of seals) {
      if (digest(salt, value) !== sealed && seq < (first?.seq ?? Infinity))
        first = { seq, why: 'seal-mismatch' }
    }
    if (seals.length < CHUNK) return first
    last = seals.at(-1)?.sealed ?? last
    await pause()
  }
}

type Beside = { why: string; where: string }

/**
 * What a row is found by must be what its texts say, or a list would leave it out. What the texts
 * say is the core's to judge.
 */
async function walkRows(sql: Statements): Promise<Beside | null> {
  for (let last = ''; ;) {
    const rows = sql.rowsAfter(last, ROWS)
    const stray = rows.find((row) => !agrees(sql, row))
    if (stray) return { why: 'projection-mismatch', where: stray.id }
    if (rows.length < ROWS) return null
    last = rows.at(-1)?.id ?? last
    await pause()
  }
}

/** Whether a row is found by what its texts say. */
export function agrees(sql: Statements, filed: FiledRow): boolean {
  try {
    const row = readyRow(readRow({ ...filed, onBoard: filed.onBoard === 1 }))
    const inHistory =
      filed.folded < FOLDED || (filed.filed !== null && same(JSON.parse(filed.filed), row.filed))
    return (
      sql.indexed(filed.id) &&
      inHistory &&
      row.month === filed.month &&
      row.overAt === filed.overAt &&
      Number(row.counted) === filed.counted &&
      Number(row.drill) === filed.drill
    )
  } catch {
    return false // no JSON, or not of an incident
  }
}
