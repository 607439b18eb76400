/**
 * Searches the history in SQL: what it finds is what `hears` finds
 * (src-shared/domain/history/words.ts). It reads one narrow table and the stats of a page.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { soundPattern } from '#shared/domain/history/words.ts'
import type { Search } from '#main/core/ports.ts'

type Values = Record<string, string | number | null>
type Prepared = { count: StatementSync; page: StatementSync }

const heard = (
  n: number,
): string => `(instr(plain, $text${n}) OR instr(said, $text${n}) OR plain_sounds GLOB $sound${n} OR said_sounds GLOB $sound${n}
  OR instr(plain_initials, $latin${n}) OR instr(said_initials, $latin${n}) OR history.type IN (SELECT value FROM json_each($types${n})))`

const among = (column: string, list: string): string =>
  `($${list} IS NULL OR coalesce(${column}, 'none') IN (SELECT value FROM json_each($${list})))`

function prepared(db: DatabaseSync, terms: number): Prepared {
  const where = [
    '($from IS NULL OR history.at >= $from) AND ($until IS NULL OR history.at < $until)',
    '($drill IS NULL OR history.drill = $drill)',
    among('history.type', 'types'),
    among('history.level', 'levels'),
    among('history.state', 'states'),
    ...Array.from({ length: terms }, (_, n) => heard(n)),
  ].join(' AND ')
  const count = db.prepare(`SELECT count(*) AS total FROM history WHERE ${where}`)
  const page = db.prepare(
    `SELECT history.id AS id, fact FROM history JOIN incident_row USING (id) WHERE ${where} AND ($afterId IS NULL OR (history.at, history.id) < ($afterAt, $afterId))
     ORDER BY history.at DESC, history.id DESC LIMIT $limit`,
  )
  return { count, page }
}

const list = (values: readonly (string | number)[] | null): string | null =>
  values && JSON.stringify(values)

function valuesOf({ terms, from, until, drill, types, levels, states }: Search): Values {
  const heardOf = terms.flatMap((term, n): [string, string | null][] => [
    [`text${n}`, term.text],
    [`latin${n}`, term.latin],
    [`sound${n}`, term.latin && `*${soundPattern(term.latin)}*`],
    [`types${n}`, JSON.stringify(term.types)],
  ])
  return {
    from,
    until,
    drill: drill === null ? null : Number(drill),
    types: list(types),
    levels: list(levels),
    states: list(states),
    ...Object.fromEntries(heardOf),
  }
}

/** Each number of terms has a statement of its own, made when it is first asked for. */
export function preparedSearch(
  db: DatabaseSync,
): (query: Search) => { stats: readonly { id: string; fact: string }[]; total: number } {
  const known = new Map<number, Prepared>()
  return (query) => {
    const statements = known.get(query.terms.length) ?? prepared(db, query.terms.length)
    known.set(query.terms.length, statements)
    const values = valuesOf(query)
    const page = {
      ...values,
      afterAt: query.after?.at ?? null,
      afterId: query.after?.id ?? null,
      limit: query.limit,
    }
    return {
      stats: statements.page
        .all(page)
        .map(({ id, fact }) => ({ id: String(id), fact: String(fact) })),
      total: Number(statements.count.get(values)?.total),
    }
  }
}
