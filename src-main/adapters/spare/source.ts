/**
 * Reads of a record in use what its spare copies, over a connection of its own: the station is
 * asked for nothing and waits for nothing.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PORTION_EVENTS, type FollowPortion } from '#shared/contract/follow.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import { NOWHERE, type Head, type Point } from '#shared/domain/hand-up/point.ts'
import { readEvent } from '../journal/prepare.ts'
import { eventColumns } from '../journal/sqlite-statements.ts'
import type { Content } from '../journal/chain.ts'

export type SpareSource = {
  head: () => Head
  /** Behind `after`; null: this record has another event there, or none. */
  portion: (after: Point, at: number) => FollowPortion | null
  /** Which of these seals have a value. */
  there: (sealed: readonly string[]) => readonly string[]
  close: () => void
}

/** `dir`: the data folder, `file`: its record. Throws if that cannot be read. */
export function openSource(dir: string, file: string): SpareSource {
  const db = new DatabaseSync(file, { readOnly: true })
  const EVENT = eventColumns(db)
  const last = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const hashAt = db.prepare('SELECT hash FROM event WHERE seq = ?')
  const events = db.prepare(`SELECT ${EVENT} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`)
  const ofHandUp = db.prepare(`SELECT ${EVENT} FROM event WHERE stream = ? ORDER BY version`)
  const seals = db.prepare(
    'SELECT sealed, salt, value, stream, seq FROM personal WHERE seq > ? AND seq <= ?',
  )
  const commands = db.prepare(
    'SELECT id, digest, salt, position, reply FROM command WHERE id IN (SELECT value FROM json_each(?))',
  )
  const there = db.prepare(
    'SELECT sealed FROM personal WHERE sealed IN (SELECT value FROM json_each(?))',
  )

  function head(): Head {
    const end = (last.get() as Point | undefined) ?? NOWHERE
    const all = ofHandUp.all(handUpStream.nameOf('')) as unknown as Content[]
    return {
      seq: end.seq,
      hash: end.hash,
      epoch: handUpStream.replay('', all.map(readEvent)).epoch,
    }
  }
  function pairing(): string | null {
    try {
      return readFileSync(join(dir, 'hq-pairing.json'), 'utf8')
    } catch {
      return null
    }
  }

  return {
    head,
    portion(after, at) {
      const known = after.seq === 0 ? NOWHERE : (hashAt.get(after.seq) as Point | undefined)
      if (known?.hash !== after.hash) return null
      const portion = events.all(after.seq, PORTION_EVENTS) as unknown as FollowPortion['events']
      const end = portion.at(-1)?.seq ?? after.seq
      const ids = [...new Set(portion.flatMap(({ commandId }) => (commandId ? [commandId] : [])))]
      return {
        events: portion,
        seals: seals.all(after.seq, end) as unknown as FollowPortion['seals'],
        commands: commands.all(JSON.stringify(ids)) as unknown as FollowPortion['commands'],
        ...{ head: head(), at, pairing: pairing() },
      }
    },
    there: (sealed) =>
      there.all(JSON.stringify(sealed)).map(({ sealed: present }) => String(present)),
    close: () => db.close(),
  }
}
