/**
 * Saves one batch: all its entries in one transaction, with a savepoint for each of several. What a
 * failure means for later batches is the journal's to say.
 */
import type { Committed } from '#main/core/ports.ts'
import { linkHash } from './chain.ts'
import type { Head } from './chain.ts'
import type { ReadyEntry } from './prepare.ts'
import type { Copies } from './sqlite-copies.ts'
import { saveRow } from './sqlite-rows.ts'
import type { Statements } from './sqlite-statements.ts'
import { thin, type Written } from './sqlite-written.ts'

/**
 * An anchor every so many events: at the next start the chain is checked from the last one on, and
 * no copy of an incident is behind it.
 */
const ANCHOR_EVERY = 1_000

/**
 * Returns when the batch is on disk. Throws if it is not, with the transaction still open if SQLite
 * left it so; what is `written` then holds no longer.
 */
export function saveBatch(
  sql: Statements,
  copies: Copies,
  written: Written,
  before: Head,
  entries: readonly ReadyEntry[],
): { committed: Committed[]; head: Head } {
  thin(written)
  // SQLite sets aside each page that changes within a savepoint: one entry needs none
  const isOneOfSeveral = entries.length > 1
  let head = before
  sql.begin()
  const committed = entries.map((entry): Committed => {
    if (isOneOfSeveral) sql.savepoint()
    const after = saveEntry(sql, written, copies, head, entry)
    if (isOneOfSeveral) {
      if (typeof after === 'string') sql.undo()
      sql.release()
    }
    if (typeof after === 'string') return { ok: false, why: after }
    head = after
    return { ok: true, position: head.seq }
  })
  if (!committed.some(({ ok }) => ok)) {
    sql.rollback()
    return { committed, head }
  }
  const isAnchored =
    Math.floor(head.seq / ANCHOR_EVERY) > Math.floor(before.seq / ANCHOR_EVERY) &&
    copies.isNoneBehind()
  if (isAnchored) {
    copies.write()
    sql.addAnchor(head)
  }
  sql.commit()
  if (isAnchored) copies.clear()
  return { committed, head }
}

function saveEntry(
  sql: Statements,
  written: Written,
  copies: Copies,
  before: Head,
  entry: ReadyEntry,
): Head | 'conflict' | 'duplicate' {
  const { versions } = written
  const version = (stream: string): number => {
    const known = versions.get(stream) ?? sql.version(stream)
    versions.set(stream, known)
    return known
  }
  if (entry.command && !sql.addCommand(entry.command, before.seq + entry.events.length))
    return 'duplicate'
  if (entry.expect.some(([stream, expected]) => version(stream) !== expected)) return 'conflict'
  let head = before
  for (const event of entry.events) {
    const content = {
      ...event,
      seq: head.seq + 1,
      version: version(event.stream) + 1,
      commandId: entry.command?.id ?? null,
    }
    head = { seq: content.seq, hash: linkHash(head.hash, content) }
    sql.addEvent({ ...content, hash: head.hash })
    versions.set(event.stream, content.version)
  }
  for (const seal of entry.seals) sql.addSeal(seal, before.seq + 1 + seal.event)
  // what was folded again without an event is written whole
  for (const row of entry.rows)
    if (saveRow(sql, written, row, entry.events.length === 0)) copies.add(row)
    else copies.drop(row.id)
  for (const searchEntry of entry.searchEntries) sql.setFound(searchEntry)
  for (const stored of entry.documents) sql.keep(stored.kind, stored.id, stored.body)
  return head
}
