/** The statements about the people of HQ, their sessions and what they did. */
import type { Deed, PeopleStore, PersonRow } from '#main/hq/people-ports.ts'
import type { HqPerson, HqRole } from '#shared/domain/hq/scope.ts'
import type { Query, Sql } from './sql.ts'

type StoredPerson = {
  name: string
  role: HqRole
  regions: string | null
  made_at: number
  made_by: string
  ended_at: number | null
}
const personOf = ({ name, role, regions }: StoredPerson): HqPerson => ({
  name,
  role,
  regions: regions === null ? null : (JSON.parse(regions) as string[]),
})
const rowOf = (row: StoredPerson): PersonRow => ({
  ...personOf(row),
  madeAt: row.made_at,
  madeBy: row.made_by,
  endedAt: row.ended_at,
})

const endAll = (query: Query, name: string) =>
  query(`delete from hq_session where person = $1`, [name])

export const peopleStatements = (sql: Sql): PeopleStore => ({
  people: async () =>
    (await sql.query<StoredPerson>(`select * from person order by name`)).map(rowOf),

  async personWithDigest(name) {
    const [row] = await sql.query<StoredPerson & { digest: string }>(
      `select * from person where name = $1 and ended_at is null`,
      [name],
    )
    return row ? { person: personOf(row), digest: row.digest } : null
  },

  setPerson: ({ name, role, regions }, digest, by, at) =>
    sql.transaction(async (query) => {
      const stored = regions === null ? null : JSON.stringify(regions)
      const changed = await query(
        `update person set role = $2, regions = $3, digest = coalesce($4, digest), ended_at = null
         where name = $1 returning name`,
        [name, role, stored, digest],
      )
      if (changed.length === 0)
        await query(
          `insert into person (name, role, regions, digest, made_by, made_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [name, role, stored, digest, by, at],
        )
      if (digest !== null) await endAll(query, name)
    }),

  endPerson: (name, at) =>
    sql.transaction(async (query) => {
      await query(`update person set ended_at = $2 where name = $1 and ended_at is null`, [
        name,
        at,
      ])
      await endAll(query, name)
    }),

  endSessions: async (name) => void (await endAll(sql.query, name)),

  async addSession(digest, person, at) {
    await sql.query(
      `insert into hq_session (digest, person, begun_at, seen_at) values ($1, $2, $3, $3)`,
      [digest, person, at],
    )
  },

  async usedSession(digest, since, at) {
    const [row] = await sql.query<StoredPerson>(
      `with used as (
         update hq_session set seen_at = $3 where digest = $1 and seen_at >= $2 returning person
       )
       select p.* from used join person p on p.name = used.person where p.ended_at is null`,
      [digest, since, at],
    )
    return row ? personOf(row) : null
  },

  endSession: async (digest) =>
    void (await sql.query(`delete from hq_session where digest = $1`, [digest])),

  async addDeed({ at, person, deed, detail }) {
    await sql.query(`insert into deed (at, person, deed, detail) values ($1, $2, $3, $4)`, [
      at,
      person,
      deed,
      JSON.stringify(detail),
    ])
  },

  async deeds(limit, before) {
    const rows = await sql.query<Omit<Deed, 'detail'> & { detail: string }>(
      `select id, at, person, deed, detail from deed
       where $2::bigint is null or id < $2 order by id desc limit $1`,
      [limit, before],
    )
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Deed['detail'] }))
  },
})
