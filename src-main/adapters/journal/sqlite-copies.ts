/**
 * Holds the copies of incidents that their rows still lack, and reads as if they lacked none. A row
 * has, beside all that is looked up or counted, a copy of its whole incident, which nobody needs
 * unless its events are damaged. So it follows once the desk is quiet, and no command waits for its
 * pages (ADR 39).
 */
import type { IncidentRow } from '#main/core/ports.ts'
import { isSame } from '#shared/domain/canonical.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { readFolded, type ReadyRow } from './prepare.ts'
import type { JournalQueries } from './sqlite-queries.ts'
import type { Statements } from './sqlite-statements.ts'

export type Copies = {
  /** Left to follow, in place of the one before it. */
  add: (row: ReadyRow) => void
  /** The row was written whole. */
  drop: (id: string) => void
  of: (id: string) => ReadyRow | undefined
  isEmpty: () => boolean
  /** Writes them all, within the caller's transaction. */
  write: () => void
  /** That transaction stands on the disk. */
  clear: () => void
  /** Those that an unclean end has left behind their events, and that nobody wrote since. */
  behind: () => ReadonlySet<string>
  /** Whether none is behind: only then may an anchor say so. */
  isNoneBehind: () => boolean
}

/** `anchored`: how far the record went when nothing was left to follow for the last time. */
export function createCopies(
  sql: Pick<Statements, 'setCopy' | 'behind'>,
  anchored: number,
): Copies {
  const waiting = new Map<string, ReadyRow>()
  let left: Set<string> | null = null
  const behind = (): ReadonlySet<string> =>
    (left ??= new Set(sql.behind(anchored).filter((id) => !waiting.has(id))))

  return {
    add(row) {
      waiting.set(row.id, row)
      left?.delete(row.id)
    },
    drop(id) {
      waiting.delete(id)
      left?.delete(id)
    },
    of: (id) => waiting.get(id),
    isEmpty: () => waiting.size === 0,
    write() {
      for (const row of waiting.values()) sql.setCopy(row)
    },
    clear: () => waiting.clear(),
    behind,
    isNoneBehind() {
      try {
        return behind().size === 0
      } catch {
        return false // a page that does not hold together: the reads will have it mended
      }
    },
  }
}

/**
 * What was folded into a copy, with the events since. Null where it is not what the events before
 * them come to, or they are damaged: then it stands as it is.
 */
async function caughtUp(row: IncidentRow, reading: JournalQueries): Promise<IncidentRow | null> {
  const { id, incident } = row
  const events = await reading.intact(incidentStream.nameOf(id), incident.version)
  if (!events) return null
  const then = incidentStream.replay(id, events.slice(0, incident.version))
  return isSame(incident, then)
    ? { ...row, incident: readFolded(JSON.stringify(incidentStream.replay(id, events))) }
    : null
}

/**
 * The reads as if each copy had been written with its events. What an unclean end has left behind
 * is among the rows that are to be folded again.
 */
export function withCopies(reading: JournalQueries, copies: Copies): JournalQueries {
  async function latest(row: IncidentRow): Promise<IncidentRow> {
    const copy = copies.of(row.id)
    if (copy) return { ...row, incident: readFolded(copy.incident) }
    return copies.behind().has(row.id) ? ((await caughtUp(row, reading)) ?? row) : row
  }

  return {
    ...reading,
    async row(id) {
      const row = await reading.row(id)
      return row && latest(row)
    },
    rowsOnBoard: async () => Promise.all((await reading.rowsOnBoard()).map(latest)),
    async oldRows(limit) {
      const ids = [...(await reading.oldRows(limit))]
      for (const id of copies.behind()) {
        if (ids.length >= limit) break
        const row = await reading.row(id)
        if (row && (await caughtUp(row, reading))) ids.push(id)
        else copies.drop(id)
      }
      return ids
    },
  }
}
