/** Checks that the record is what was written. It repairs nothing and writes nothing. */
import { setImmediate as pause } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Verified } from '#main/core/ports.ts'
import { text } from '#shared/domain/text.ts'
import { digest } from '../vault.ts'
import { START, firstBreak } from './chain.ts'
import type { Head, Link } from './chain.ts'
import { JournalRefused, asRefused } from './errors.ts'
import { pragma } from './sqlite-connection.ts'
import { refuseNewer } from './sqlite-migrate.ts'
import { prepareStatements } from './sqlite-statements.ts'
import type { Statements } from './sqlite-statements.ts'

const CHUNK = 2_000
type Bad = { seq: number; why: string }

/**
 * Checks the chain from the last anchor to the end and returns its head: a few thousand events at most, however long the history.
 * Throws {@link JournalRefused} with the first event that cannot be trusted.
 */
export function checkSinceAnchor(sql: Statements): Head {
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

const damaged = (bad: Bad): JournalRefused => new JournalRefused(
  'record-damaged',
  text(`记录自第${bad.seq}条起不可信（${bad.why}）`, `The record cannot be trusted from event ${bad.seq} on (${bad.why})`),
  { firstBad: bad.seq }
)

/**
 * Walks the whole record in chunks, letting other work in between: sequence and chain, the anchors, and every seal that still has its value.
 * `why` is one of sequence-gap, hash-mismatch, anchor-mismatch, record-too-short, seal-mismatch.
 */
export async function verifyRecord(sql: Statements): Promise<Verified> {
  const { head, bad } = await walkEvents(sql)
  const badSeal = await walkSeals(sql)
  const first = bad && badSeal ? (badSeal.seq < bad.seq ? badSeal : bad) : bad ?? badSeal
  return first ? { ok: false, firstBad: first.seq, why: first.why } : { ok: true, position: head.seq, hash: head.hash }
}

async function walkEvents(sql: Statements): Promise<{ head: Head; bad: Bad | null }> {
  const anchors = sql.anchors()
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let head = START
  for (;;) {
    const links = sql.eventsAfter(head.seq, CHUNK)
    const bad = firstBreak(head, links) ?? firstStray(links, anchored)
    if (bad) return { head, bad }
    head = links.at(-1) ?? head
    if (links.length < CHUNK) break
    await pause()
  }
  const missing = (anchors.at(-1)?.seq ?? 0) > head.seq
  return { head, bad: missing ? { seq: head.seq + 1, why: 'record-too-short' } : null }
}

/** A chain that was worked out anew from some event on holds in itself; the anchors written before do not agree with it. */
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
      if (digest(salt, value) !== sealed && seq < (first?.seq ?? Infinity)) first = { seq, why: 'seal-mismatch' }
    }
    if (seals.length < CHUNK) return first
    last = seals.at(-1)?.sealed ?? last
    await pause()
  }
}

/**
 * The same for a record that no station has open, read without changing it, plus SQLite's own check of the file:
 * damage outside the events is `firstBad: 0` with `why: file-damaged`. Throws {@link JournalRefused} if it cannot be read at all.
 */
export async function verifySqliteJournal(file: string): Promise<Verified> {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(file, { readOnly: true, defensive: true })
    refuseNewer(Number(pragma(db, 'user_version')))
    const verified = await verifyRecord(prepareStatements(db))
    if (!verified.ok || pragma(db, 'integrity_check') === 'ok') return verified
    return { ok: false, firstBad: 0, why: 'file-damaged' }
  } catch (error) {
    throw asRefused(error)
  } finally {
    db?.close()
  }
}
