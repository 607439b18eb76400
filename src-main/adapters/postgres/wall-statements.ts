/** The statements about the walls of HQ. */
import type { HqWallRow, WallStore } from '#main/hq/people-ports.ts'
import type { Sql } from './sql.ts'

type StoredWall = {
  id: string
  name: string
  regions: string | null
  made_at: number
  made_by: string
  entered_at: number | null
  seen_at: number | null
  ended_at: number | null
}
const COLUMNS = 'id, name, regions, made_at, made_by, entered_at, seen_at, ended_at'
const rowOf = (row: StoredWall): HqWallRow => ({
  id: row.id,
  name: row.name,
  regions: row.regions === null ? null : (JSON.parse(row.regions) as string[]),
  madeAt: row.made_at,
  madeBy: row.made_by,
  enteredAt: row.entered_at,
  seenAt: row.seen_at,
  endedAt: row.ended_at,
})

export const wallStatements = (sql: Sql): WallStore => ({
  walls: async () =>
    (
      await sql.query<StoredWall>(
        `select ${COLUMNS} from hq_wall order by ended_at is null desc, name, id`,
      )
    ).map(rowOf),

  async addWall({ id, name, regions, madeAt, madeBy, codeDigest, codeExpiresAt }) {
    await sql.query(
      `insert into hq_wall (id, name, regions, made_at, made_by, code_digest, code_expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[id, name, regions === null ? null : JSON.stringify(regions), madeAt, madeBy],
        ...[codeDigest, codeExpiresAt],
      ],
    )
  },

  async enterWall(codeDigest, tokenDigest, at) {
    const [row] = await sql.query<StoredWall>(
      `update hq_wall set code_digest = null, token_digest = $2, entered_at = $3, seen_at = $3
       where code_digest = $1 and code_expires_at > $3 and ended_at is null
       returning ${COLUMNS}`,
      [codeDigest, tokenDigest, at],
    )
    return row ? rowOf(row) : null
  },

  async wallOfToken(digest, at) {
    const [row] = await sql.query<StoredWall>(
      `update hq_wall set seen_at = $2 where token_digest = $1 and ended_at is null
       returning ${COLUMNS}`,
      [digest, at],
    )
    return row ? rowOf(row) : null
  },

  async endWall(id, at) {
    await sql.query(
      `update hq_wall set ended_at = $2, code_digest = null, token_digest = null
       where id = $1 and ended_at is null`,
      [id, at],
    )
  },
})
