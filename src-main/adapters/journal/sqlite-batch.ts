/**
 * Saves one batch: all its entries in one transaction, a savepoint each. What a failure means for
 * later batches is the journal's to say.
 */
import type { Committed } from '#main/core/ports.ts'
import { linkHash } from './chain.ts'
import type { Head } from './chain.ts'
import type { ReadyEntry } from './prepare.ts'
import type { Copies } from './sqlite-copies.ts'
import { saveRow } from './sqlite-rows.ts'
import type { Statements } from './sqlite-statements.ts'

/**
 * An anchor every so many events: at the next start the chain is checked from the last one on, and
 * no copy of an incident is behind it.
 */
const ANCHOR_EVERY = 1_000

type Versions = Map<string, number>

/**
 * Returns when the batch is on disk. Throws if it is not, with the transaction still open if SQLite
 * left it so.
 */
export function saveBatch(
  sql: Statements,
  copies: Copies,
  before: Head,
  entries: readonly ReadyEntry[],
): { committed: Committed[]; head: Head } {
  // by stream, of those that this batch has met; an entry that fails has added to none
  const versions: Versions = new Map()
  let head = before
  sql.begin()
  const committed = entries.map((entry): Committed => {
    sql.savepoint()
    const after = saveEntry(sql, versions, copies, head, entry)
    if (typeof after === 'string') sql.undo()
    else head = after
    sql.release()
    return typeof after === 'string' ? { ok: false, why: after } : { ok: true, position: head.seq }
  })
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
  versions: Versions,
  copies: Copies,
  before: Head,
  entry: ReadyEntry,
): Head | 'conflict' | 'duplicate' {
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
    if (saveRow(sql, row, entry.events.length === 0)) copies.add(row)
    else copies.drop(row.id)
  for (const searchEntry of entry.searchEntries) sql.setFound(searchEntry)
  for (const stored of entry.documents) sql.keep(stored.kind, stored.id, stored.body)
  return head
}
