/** Prepares and types every sentence of SQL that writes to the record, once. */
import type { DatabaseSync } from 'node:sqlite'
import type { SearchEntry } from '#main/core/ports.ts'
import type { Head, Link } from './chain.ts'
import type { Filed, ReadyCommand, ReadyRow, ReadySeal } from './prepare.ts'
import { FOLDED } from './sqlite-schema.ts'

export function writeStatements(db: DatabaseSync) {
  const run = (sql: string) => {
    const statement = db.prepare(sql)
    return (...values: (string | number | null)[]): number =>
      Number(statement.run(...values).changes)
  }
  const addEvent = run(
    'INSERT INTO event (seq, stream, version, type, at, "by", command_id, body, hash, salt) VALUES (?,?,?,?,?,?,?,?,?,?)',
  )
  const addCommand = run(
    'INSERT INTO command (id, digest, salt, position, reply) VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING',
  )
  const addSeal = run(
    'INSERT INTO personal (sealed, salt, value, stream, seq) VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING',
  )
  const setTexts = run(
    `UPDATE incident_row SET fact = ?, incident = ?
     WHERE id = ? AND on_board = ? AND month = ? AND over_at IS ? AND counted = ? AND drill = ? AND pending = ? AND folded = ${FOLDED}`,
  )
  const setRow = run(
    `INSERT INTO incident_row (fact, incident, id, on_board, month, over_at, counted, drill, pending, folded) VALUES (?,?,?,?,?,?,?,?,?,${FOLDED})
     ON CONFLICT (id) DO UPDATE SET fact = excluded.fact, incident = excluded.incident, on_board = excluded.on_board,
       month = excluded.month, over_at = excluded.over_at, counted = excluded.counted, drill = excluded.drill, pending = excluded.pending,
       folded = excluded.folded`,
  )
  const setFact = run('UPDATE incident_row SET fact = ? WHERE id = ?')
  const setCopy = run('UPDATE incident_row SET incident = ? WHERE id = ?')
  const setFiled = run(
    `INSERT INTO history (id, at, drill, type, level, state) VALUES (?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, drill = excluded.drill, type = excluded.type, level = excluded.level, state = excluded.state`,
  )
  const setFound = run(
    'UPDATE history SET plain = ?, plain_sounds = ?, plain_initials = ?, said = ?, said_sounds = ?, said_initials = ? WHERE id = ?',
  )
  const setTally = run(
    'INSERT INTO month_tally (month, tally) VALUES (?,?) ON CONFLICT (month) DO UPDATE SET tally = excluded.tally',
  )
  const keep = run(
    'INSERT INTO kept (kind, id, body) VALUES (?,?,?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  )
  const addAnchor = run('INSERT INTO anchor (seq, hash) VALUES (?,?) ON CONFLICT DO NOTHING')

  return {
    begin: run('BEGIN IMMEDIATE'),
    commit: run('COMMIT'),
    rollback: run('ROLLBACK'),
    savepoint: run('SAVEPOINT entry'),
    undo: run('ROLLBACK TO entry'),
    release: run('RELEASE entry'),

    addEvent: (e: Link) =>
      addEvent(e.seq, e.stream, e.version, e.type, e.at, e.by, e.commandId, e.body, e.hash, e.salt),
    /** False if that command is there already. */
    addCommand: (c: ReadyCommand, position: number) =>
      addCommand(c.id, c.digest, c.salt, position, c.reply) > 0,
    addSeal: (s: ReadySeal, seq: number) => addSeal(s.sealed, s.salt, s.value, s.stream, seq),
    /**
     * Mostly only the texts have changed: then no index is touched, which would cost a page each.
     */
    setRow: (r: ReadyRow) => {
      const values = [
        r.fact,
        r.incident,
        r.id,
        Number(r.onBoard),
        r.month,
        r.overAt,
        Number(r.counted),
        Number(r.drill),
        r.pending,
      ]
      return setTexts(...values) > 0 || setRow(...values) > 0
    },
    /** Of a row that is found as before. */
    setFact: (r: ReadyRow) => setFact(r.fact, r.id),
    setCopy: (r: ReadyRow) => setCopy(r.incident, r.id),
    setFiled: (id: string, f: Filed) =>
      setFiled(id, f.at, Number(f.drill), f.type, f.level, f.state),
    setFound: ({ id, plain, narrative }: SearchEntry) =>
      setFound(
        plain.text,
        plain.sounds,
        plain.initials,
        narrative.text,
        narrative.sounds,
        narrative.initials,
        id,
      ),
    setTally: (month: string, text: string) => setTally(month, text),
    keep,
    addAnchor: (h: Head) => addAnchor(h.seq, h.hash),
  }
}
