/** The statements about what is handed down. */
import type { HqStore, OrderState, SentOrder } from '#main/hq/hq-ports.ts'
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

type HandedRow = { id: number; kind: OrderKind; title: string; at: number; made_by: string }
type StoredOrder = {
  id: number
  kind: OrderKind
  title: string
  body: string
  at: number
  signature: string
  withdraws: number | null
}
type WithdrawnRow = { handed: number; at: number; by: string; why: string; sites: number }
type SiteOfOrder = { handed: number; site: string; asked: boolean; withdrawn: boolean }

/** What an event of a site says of an order, after what was said before. */
function stateAfter(type: string, before: OrderState | undefined): OrderState {
  switch (type) {
    case 'OrderAccepted':
      return 'accepted'
    case 'OrderDeclined':
      return 'declined'
    case 'OrderWithdrawn':
      return before === 'received' ? 'withdrawn' : (before ?? 'withdrawn')
    default:
      return 'received'
  }
}

/** How each of the orders stands at each of these sites, by what these have handed up. */
async function statesAt(sites: readonly string[], sql: Sql): Promise<Map<string, OrderState>> {
  // where the stream lies is known as far as a site is folded
  const events = await sql.query<{ site: string; line: string }>(
    `select s.site, e.line
     from stream_span s cross join lateral (
       select seq, line from event
       where site = s.site and seq between s.from_seq and s.to_seq and stream = $2
         and type like 'Order%' and line is not null
       offset 0
     ) as e
     where s.site = any($1::text[]) and s.stream = $2 order by s.site, e.seq`,
    [sites, handUpStream.nameOf('')],
  )
  const states = new Map<string, OrderState>()
  for (const { site, line } of events) {
    const { type, body } = JSON.parse(line) as { type: string; body: OrderName }
    // what another HQ has handed down has the numbers of that one
    if (body.site !== undefined && body.site !== site) continue
    const key = `${site} ${body.orderId}`
    states.set(key, stateAfter(type, states.get(key)))
  }
  return states
}

async function sentOrders(rows: readonly HandedRow[], sql: Sql): Promise<readonly SentOrder[]> {
  const ids = rows.map(({ id }) => id)
  const [sites, withdrawals] = await Promise.all([
    sql.query<SiteOfOrder>(
      `select o.id as handed, o.site, o.id <= s.order_asked as asked,
         exists (select 1 from handed_order w join order_of_site t on t.id = w.id
           where w.withdraws = o.id and t.site = o.site) as withdrawn
       from order_of_site o join site s on s.id = o.site
       where o.id = any($1::bigint[]) order by o.site`,
      [ids],
    ),
    sql.query<WithdrawnRow>(
      `select withdraws as handed, at, made_by as by, body as why,
         (select count(*)::integer from order_of_site t where t.id = w.id) as sites
       from handed_order w where withdraws = any($1::bigint[]) order by id`,
      [ids],
    ),
  ])
  const states = await statesAt([...new Set(sites.map(({ site }) => site))], sql)
  return rows.map(({ id, kind, title, at, made_by: by }) => ({
    ...{ id: idOf(id), kind, title, at, by },
    withdrawals: withdrawals.flatMap(({ handed, ...withdrawal }) =>
      handed === id ? [withdrawal] : [],
    ),
    sites: sites.flatMap(({ handed, site, asked, withdrawn }) =>
      handed === id
        ? [
            {
              ...{ site, withdrawn },
              state: states.get(`${site} ${idOf(id)}`) ?? (asked ? 'fetched' : 'waiting'),
            },
          ]
        : [],
    ),
  }))
}

export const orderStatements = (
  sql: Sql,
): Pick<HqStore, 'addOrder' | 'orders' | 'countOrders' | 'handedOrders' | 'handedOrder'> => ({
  addOrder: ({ kind, title, body, at, by, sites, withdraws }, sign) =>
    sql.transaction(async (query) => {
      // the next one waits: ids become visible in their order, as a site asks behind the last
      await query('lock table handed_order in share row exclusive mode')
      const [row] = await query<{ id: number }>(
        `insert into handed_order (id, kind, title, body, at, made_by, withdraws)
         overriding system value
         values ((select greatest(coalesce(max(id), 0) + 1, $6) from handed_order),
           $1, $2, $3, $4, $5, $7)
         returning id`,
        [
          ...[kind, title, body, at, by, Math.floor(at / SECOND_MS)],
          withdraws === undefined ? null : numberOf(withdraws),
        ],
      )
      const id = row!.id
      const handed: HandedOrder = { id: idOf(id), kind, title, body, at, withdraws }
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
      `select o.id, o.kind, o.title, o.body, o.at, s.signature, o.withdraws
       from order_of_site s join handed_order o on o.id = s.id
       where s.site = $1 and s.id > $2 order by s.id limit ${AT_ONCE}`,
      [site, last],
    )
    return rows.map(({ id, withdraws, ...order }) => ({
      ...{ id: idOf(id), ...order },
      ...(withdraws !== null && { withdraws: idOf(withdraws) }),
    }))
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

  handedOrders: async (limit) =>
    sentOrders(
      await sql.query<HandedRow>(
        `select id, kind, title, at, made_by from handed_order where withdraws is null
         order by id desc limit $1`,
        [limit],
      ),
      sql,
    ),
  async handedOrder(id) {
    const rows = await sql.query<HandedRow>(
      `select id, kind, title, at, made_by from handed_order where id = $1 and withdraws is null`,
      [numberOf(id)],
    )
    const [order] = await sentOrders(rows, sql)
    return order ?? null
  },
})
