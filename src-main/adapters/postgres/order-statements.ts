/** The statements about what is handed down. */
import type { HqStore } from '#main/hq/hq-ports.ts'
import type { HandedOrder, OrderKind } from '#shared/domain/hand-up/order.ts'
import type { Sql } from './sql.ts'

/** How many orders an answer has at most. */
const AT_ONCE = 20
const DIGITS = 12
/** Ids are numbers; on the wire they are texts of one length, so that they sort alike. */
const idOf = (id: number): string => String(id).padStart(DIGITS, '0')
const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0)

type StoredOrder = {
  id: number
  kind: OrderKind
  title: string
  body: string
  at: number
  signature: string
}

export const orderStatements = (
  sql: Sql,
): Pick<HqStore, 'addOrder' | 'orders' | 'countOrders'> => ({
  addOrder: ({ kind, title, body, at, by, sites }, sign) =>
    sql.transaction(async (query) => {
      const [row] = await query<{ id: number }>(
        `insert into handed_order (kind, title, body, at, made_by) values ($1, $2, $3, $4, $5)
         returning id`,
        [kind, title, body, at, by],
      )
      const id = row!.id
      const handed: HandedOrder = { id: idOf(id), kind, title, body, at }
      await query(
        `insert into order_of_site (site, id, signature)
         select s.site, $1, s.signature from unnest($2::text[], $3::text[]) as s (site, signature)`,
        [id, [...sites], sites.map((site) => sign(site, handed))],
      )
      return handed.id
    }),

  async orders(site, after) {
    const last = numberOf(after)
    await sql.query(`update site set order_asked = $2 where id = $1 and order_asked < $2`, [
      site,
      last,
    ])
    const rows = await sql.query<StoredOrder>(
      `select o.id, o.kind, o.title, o.body, o.at, s.signature
       from order_of_site s join handed_order o on o.id = s.id
       where s.site = $1 and s.id > $2 order by s.id limit ${AT_ONCE}`,
      [site, last],
    )
    return rows.map((row) => ({ ...row, id: idOf(row.id) }))
  },

  async countOrders(site) {
    const [row] = await sql.query<{ count: number }>(
      `select count(*)::integer as count
       from order_of_site o join site s on s.id = o.site
       where o.site = $1 and o.id > s.order_asked`,
      [site],
    )
    return row?.count ?? 0
  },
})
