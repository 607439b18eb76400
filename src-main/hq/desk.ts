/**
 * Answers what pages of HQ ask: each request by the role and the regions of whoever asks. A site of
 * another region is refused like one that does not exist.
 */
import type { PairingParts } from '#shared/contract/hq-replies.ts'
import type { HqRequestName } from '#shared/contract/hq.ts'
import { lineOf } from '#shared/domain/hq/incident-line.ts'
import type { HqBoard } from './board.ts'
import type { BoardSeen, BoardSite, Health, HqDesk, HqPeople, HqWalls } from './hq-api.ts'
import { done, refuse, type Handler } from './desk-answer.ts'
import type { HqForPeople } from './hq.ts'
import type { SiteRow } from './hq-ports.ts'
import type { PeopleStore } from './people-ports.ts'
import { reportHandlers } from './report-desk.ts'
import type { HqReports } from './reports.ts'
import { wallHandlers } from './wall-desk.ts'
import { seesRegion, within, type HqPerson } from '#shared/domain/hq/scope.ts'

type Handlers = { readonly [N in HqRequestName]: Handler<N> }

export type DeskParts = {
  hq: HqForPeople & { health(): Promise<Health> }
  people: HqPeople
  walls: HqWalls
  reports: HqReports
  store: PeopleStore
  /** How stations reach and know HQ. */
  here: Omit<PairingParts, 'code'>
}

const DEEDS = 200
const ORDERS = 200

/** Forked, out of touch, not to be folded, counted otherwise, behind, well; unpaired ones last. */
function worry({ unpairedAt, fork, outOfTouch, stuck, differs, heard }: BoardSite): number {
  if (unpairedAt !== null) return 6
  const worst = [fork !== null, outOfTouch, stuck, differs, (heard?.waiting ?? 0) > 0].indexOf(true)
  return worst < 0 ? 5 : worst
}

/** Those of equal worry by name, so that a board stays as it stands when it is drawn again. */
const byWorry = (a: BoardSite, b: BoardSite): number =>
  worry(a) - worry(b) || (a.name.zh < b.name.zh ? -1 : Number(a.name.zh > b.name.zh))

export const seenBy = (
  board: HqBoard,
  copies: Health['copies'],
  person: Pick<HqPerson, 'regions'>,
): BoardSeen => ({
  at: board.at,
  copies,
  sites: [...within(board.sites, person)].sort(byWorry),
  incidents: within(board.incidents, person).map(({ site, incident, urgency }) =>
    lineOf(site, incident, urgency, board.at),
  ),
})

export function createDesk({ hq, people, walls, reports, store, here }: DeskParts): HqDesk {
  async function siteOf(id: string, person: HqPerson): Promise<SiteRow | null> {
    const site = (await hq.sites()).find((row) => row.id === id)
    return site && seesRegion(person, site.region) ? site : null
  }
  async function board(person: Pick<HqPerson, 'regions'>): Promise<BoardSeen> {
    const [all, { copies }] = await Promise.all([hq.board(), hq.health()])
    return seenBy(all, copies, person)
  }
  /** Which of these one may not see; empty: none. */
  async function hidden(sites: readonly string[], person: HqPerson): Promise<readonly string[]> {
    const known = new Set(within(await hq.sites(), person).map(({ id }) => id))
    return sites.filter((id) => !known.has(id))
  }
  const administrators = async (): Promise<readonly string[]> =>
    (await store.people())
      .filter(({ role, regions, endedAt }) => role === 'administrator' && !regions && !endedAt)
      .map(({ name }) => name)
  const isLast = async (name: string): Promise<boolean> => {
    const left = await administrators()
    return left.length === 1 && left[0] === name
  }

  const handlers: Handlers = {
    'me/read': async (_, person) => done(person),
    async 'me/password'({ before, password }, person) {
      if (!(await people.verify(person.name, before))) return refuse('wrong-password')
      await people.changePassword(person, password)
      return done()
    },
    'board/read': async (_, person) => done(await board(person)),
    async 'site/read'({ site: id }, person) {
      const site = await siteOf(id, person)
      if (!site) return refuse('unknown-site')
      const differences = (await hq.differences()).filter((row) => row.site === id)
      const { incidents } = await board(person)
      return done({
        site,
        differences,
        incidents: incidents.filter((row) => row.site === id),
      })
    },
    async 'incident/read'({ site, id }, person) {
      if (!(await siteOf(site, person))) return refuse('unknown-site')
      const incident = await hq.incident(site, id)
      return incident ? done(incident) : refuse('unknown-incident')
    },
    async 'incident/timeline'({ site, id }, person) {
      if (!(await siteOf(site, person))) return refuse('unknown-site')
      const timeline = await hq.timeline(site, id)
      return timeline ? done(timeline) : refuse('unknown-incident')
    },
    async 'month/read'({ month, sites }, person) {
      const sum = await hq.monthFor(person, month, sites ?? null)
      return sum ? done(sum) : refuse('unknown-site')
    },
    async 'orders/read'(_, person) {
      const mine = new Set(within(await hq.sites(), person).map(({ id }) => id))
      const orders = await hq.handedOrders(ORDERS)
      return done(
        orders.flatMap((order) => {
          const sites = order.sites.filter(({ site }) => mine.has(site))
          return sites.length > 0 ? [{ ...order, sites }] : []
        }),
      )
    },
    async 'order/hand-down'({ sites, ...order }, person) {
      if ((await hidden(sites, person)).length > 0) return refuse('unknown-site')
      const id = await hq.handDown({ ...order, sites: [...new Set(sites)], by: person.name })
      await people.deed(person.name, 'handed-down', {
        id,
        title: order.title,
        sites: sites.length,
      })
      return done({ id })
    },
    async 'order/withdraw'({ order, why }, person) {
      const mine = new Set(within(await hq.sites(), person).map(({ id }) => id))
      const withdrawn = await hq.withdraw({ order, why, by: person.name }, (site) => mine.has(site))
      if (!withdrawn) return refuse('unknown-order')
      const { sites } = withdrawn
      if (sites === 0) return refuse('not-to-withdraw')
      await people.deed(person.name, 'withdrew', {
        ...{ id: order, title: withdrawn.order.title, sites, why },
      })
      return done({ sites })
    },
    async 'site/code'({ region, site }, person) {
      if (!seesRegion(person, region)) return refuse('unknown-site')
      if (site !== undefined && !(await siteOf(site, person))) return refuse('unknown-site')
      const code = await hq.code(region, person.name, site ?? null)
      await people.deed(person.name, 'made-code', { region, site: site ?? null })
      return done({ code, ...here })
    },
    async 'site/unpair'({ site, why }, person) {
      if (!(await siteOf(site, person))) return refuse('unknown-site')
      await hq.unpair(site)
      await people.deed(person.name, 'unpaired', { site, why })
      return done()
    },
    async 'fork/decide'({ site, seq, came, choice, why }, person) {
      if (!(await siteOf(site, person))) return refuse('unknown-site')
      const decision = { seq, came, choice, why, by: person.name }
      if (!(await hq.decideFork(site, decision))) return refuse('fork-changed')
      await people.deed(person.name, 'fork-decided', { site, seq, choice, why })
      return done()
    },
    'people/read': async (_, person) =>
      person.regions ? refuse('not-yours') : done(await store.people()),
    async 'people/appoint'({ password, ...appointed }, person) {
      if (person.regions) return refuse('not-yours')
      const isKnown = (await store.people()).some(({ name }) => name === appointed.name)
      if (!isKnown && password === null) return refuse('unknown-person')
      const stays = appointed.role === 'administrator' && appointed.regions === null
      if (!stays && (await isLast(appointed.name))) return refuse('last-administrator')
      await people.appoint(appointed, password, person.name)
      return done()
    },
    async 'people/dismiss'({ name }, person) {
      if (person.regions) return refuse('not-yours')
      if (!(await store.people()).some((row) => row.name === name)) return refuse('unknown-person')
      if (await isLast(name)) return refuse('last-administrator')
      await people.dismiss(name, person.name)
      return done()
    },
    'deeds/read': async ({ before }, person) =>
      person.regions ? refuse('not-yours') : done(await store.deeds(DEEDS, before ?? null)),
    ...wallHandlers(walls, people),
    ...reportHandlers(reports, people, () => hq.sites()),
  }
  return { answer: (name, input, person) => handlers[name](input, person) }
}
