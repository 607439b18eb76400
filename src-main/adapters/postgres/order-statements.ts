/** The statements about what is handed down. */
import type { HqStore, OrderState } from '#main/hq/hq-ports.ts'
import type { HandedOrder, OrderKind, OrderName } from '#shared/domain/hand-up/order.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import type { Sql } from './sql.ts'

/** How many orders an answer has at most. */
const AT_ONCE = 20
const DIGITS = 12
const SECOND_MS = 1_000
/**
 * Ids are numbers; on the wire they are texts of one length, so that they sort alike. They follow
 * the seconds of the wall: an HQ that was restored or built anew gives later ones than before, so
 * that sites, which ask behind the last one they know, get them.
 */
const idOf = (id: number): string => String(id).padStart(DIGITS, '0')
const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0)

const STATES: Readonly<Record<string, OrderState>> = {
  OrderReceived: 'received',
  OrderAccepted: 'accepted',
  OrderDeclined: 'declined',
}
type HandedRow = { id: number; kind: OrderKind; title: string; at: number; made_by: string }

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
): Pick<HqStore, 'addOrder' | 'orders' | 'countOrders' | 'handedOrders'> => ({
  addOrder: ({ kind, title, body, at, by, sites }, sign) =>
    sql.transaction(async (query) => {
      // the next one waits: ids become visible in their order, as a site asks behind the last
      await query('lock table handed_order in share row exclusive mode')
      const [row] = await query<{ id: number }>(
        `insert into handed_order (id, kind, title, body, at, made_by)
         overriding system value
         values ((select greatest(coalesce(max(id), 0) + 1, $6) from handed_order),
           $1, $2, $3, $4, $5)
         returning id`,
        [kind, title, body, at, by, Math.floor(at / SECOND_MS)],
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

  async handedOrders(limit) {
    const orders = await sql.query<HandedRow>(
      `select id, kind, title, at, made_by from handed_order order by id desc limit $1`,
      [limit],
    )
    const ids = orders.map(({ id }) => id)
    const sites = await sql.query<{ id: number; site: string; asked: boolean }>(
      `select o.id, o.site, o.id <= s.order_asked as asked
       from order_of_site o join site s on s.id = o.site where o.id = any($1::bigint[])`,
      [ids],
    )
    // by the sites, too: without them each index entry of every site is looked at
    const answers = await sql.query<{ site: string; line: string }>(
      `select site, line from event
       where site = any($1::text[]) and stream = $2
         and type in ('OrderReceived', 'OrderAccepted', 'OrderDeclined')
         and line is not null order by site, seq`,
      [[...new Set(sites.map(({ site }) => site))], handUpStream.nameOf('')],
    )
    const stateOf = new Map<string, OrderState>(
      answers.flatMap(({ site, line }) => {
        const { type, body } = JSON.parse(line) as { type: string; body: OrderName }
        // what another HQ has handed down has the numbers of that one
        if (body.site !== undefined && body.site !== site) return []
        return [[`${site} ${body.orderId}`, STATES[type] ?? 'received']] as const
      }),
    )
    return orders.map(({ id, kind, title, at, made_by: by }) => ({
      ...{ id: idOf(id), kind, title, at, by },
      sites: sites
        .filter((row) => row.id === id)
        .map(({ site, asked }) => ({
          site,
          state: stateOf.get(`${site} ${idOf(id)}`) ?? (asked ? 'fetched' : 'waiting'),
        })),
    }))
  },
})
