/**
 * What HQ answers to its pages, and what its stream of the board brings. Instants are UTC ms.
 */
import type { BoardIncident } from '../domain/board/types.ts'
import type { HandedOrder } from '../domain/hand-up/order.ts'
import type { Head } from '../domain/hand-up/point.ts'
import type { CodeNames } from '../domain/hq/figure-words.ts'
import type { GroupChange, GroupPaper } from '../domain/hq/group-report.ts'
import type { MonthSum } from '../domain/hq/group-month.ts'
import type { IncidentLine } from '../domain/hq/incident-line.ts'
import type { HqPerson } from '../domain/hq/scope.ts'
import type { Tally } from '../domain/statistics/tally.ts'
import type { LocalizedText } from '../domain/text.ts'
import type { HqRequestName } from './hq.ts'

/** The last that was heard of a site. `offset`: its clock less HQ's, ms. */
export type Heard = {
  at: number
  offset: number
  station: { epoch: number; seq: number }
  waiting: number
  wholeAt: number | null // when HQ was last known to have all that the site had
}
/**
 * A record that came with another event than `held` at `seq`. `decided`: the one that came goes on,
 * and its machine has not begun its new epoch yet.
 */
export type Fork = {
  seq: number
  held: string
  came: string
  firstAt: number
  lastAt: number
  decided: { at: number; by: string; reason: string } | null
}
/** A site as HQ has it. `head`: of what is held of its record. */
export type SiteRow = {
  id: string
  name: LocalizedText
  zone: string
  kinds: readonly string[]
  program: string
  region: string
  pairedAt: number
  head: Head
  heard: Heard | null
  fork: Fork | null
  unpairedAt: number | null // since then none of its stations is let in
}

/** A month whose stated tally differs from what HQ counts at the same position. */
export type Difference = { month: string; seq: number; stated: Tally; counted: Tally }

export type { MissingSite, MissingWhy, MonthPart, MonthSum } from '../domain/hq/group-month.ts'

/** How many copies a commit waits for: 1 is 只有一份; null: the database did not say. */
export type Copies = 1 | 2 | null

/**
 * `differs`: a month is stated otherwise than HQ counts it. `early`: some events of it came without
 * their text, 早期记录未上交正文.
 */
export type BoardSite = SiteRow & {
  outOfTouch: boolean
  stuck: boolean
  differs: boolean
  early: boolean
}
/** The board as one sees it: sites that need somebody first, incidents by urgency. */
export type BoardSeen = {
  at: number
  copies: Copies
  sites: readonly BoardSite[]
  incidents: readonly IncidentLine[]
}

/**
 * `order`: the ids of all that stand there, in their order; `sites` and `incidents`: those that are
 * new or have changed. A frame without them says that HQ is there.
 */
export type BoardFrame = {
  at: number
  copies: Copies
  order: { sites: readonly string[]; incidents: readonly string[] } | null
  sites: readonly BoardSite[]
  incidents: readonly IncidentLine[]
}

/**
 * How far an order has come at a site, by its own events: waiting until it is asked for, received,
 * accepted or declined by a person there. `fetched`: asked for, and not handed up as received yet.
 * `withdrawn`: the site knows that it was taken back before anybody there answered it.
 */
export type OrderState = 'waiting' | 'fetched' | 'received' | 'accepted' | 'declined' | 'withdrawn'
/**
 * An order that was handed down, without its body. `withdrawals`: who has taken it back, why, and
 * at how many sites; `withdrawn`: at this one, whatever its `state`.
 */
export type SentOrder = Pick<HandedOrder, 'id' | 'kind' | 'title' | 'at'> & {
  by: string
  withdrawals: readonly { at: number; by: string; why: string; sites: number }[]
  sites: readonly { site: string; state: OrderState; withdrawn: boolean }[]
}

/** `endedAt`: they may not sign in any more. */
export type PersonRow = HqPerson & { madeAt: number; madeBy: string; endedAt: number | null }
/**
 * `person`: who did it; of a pairing who made its code, of a sign-in that failed the name if there
 * is such a person, else ''. `detail`: what it was about; never a password, a code or a token.
 */
export type Deed = {
  id: number
  at: number
  person: string
  deed: string
  detail: Readonly<Record<string, unknown>>
}

/** A screen that shows the board of its regions, null: of all. `enteredAt`: its code was spent. */
export type HqWallRow = {
  id: string
  name: string
  regions: readonly string[] | null
  madeAt: number
  madeBy: string
  enteredAt: number | null
  seenAt: number | null
  endedAt: number | null
}
/** What happened in an incident, in words; what is sealed at the site is left out of them. */
export type HqTimelineLine = {
  seq: number
  at: number
  by: string
  says: LocalizedText
  /** Somebody said more at the site: words, a name, a number. */
  sealed: boolean
  undone: boolean
}

/** A site with what differs there, and its incidents that run. */
export type SiteSeen = {
  site: SiteRow
  differences: readonly (Difference & { site: string; foundAt: number })[]
  incidents: readonly IncidentLine[]
}

/**
 * What the text for pairing is made of (`pairingTextOf`). `address`: as stations reach HQ; null: as
 * the page itself reached it. `fingerprint`: of HQ's certificate; null: the system's authorities.
 */
export type PairingParts = { code: string; address: string | null; fingerprint: string | null }

/**
 * A monthly report over some sites. `serial`: its number among those of its month, which the first
 * issue gives; null: a draft. An issue's `number`: 0 the report, from 1 on its corrections;
 * `sha256`: of the bytes that were issued.
 */
export type GroupReportLine = {
  id: string
  month: string
  name: string
  sites: readonly string[]
  madeAt: number
  madeBy: string
  serial: number | null
  issues: readonly {
    number: number
    at: number
    by: string
    reason: string | null
    sha256: string
  }[]
}
/**
 * `paper`: of the issue that was asked for, else as of now. `check`: of now, to issue it by.
 * `changes`: what is otherwise now than the last issue says. `corrected`: what the issue that was
 * asked for says otherwise than the one before. `names`: of the codes that sites count by.
 */
export type GroupReportSeen = GroupReportLine & {
  paper: GroupPaper
  check: string
  changes: readonly GroupChange[]
  corrected: readonly GroupChange[]
  names: CodeNames
}

type Done = Readonly<Record<string, never>>
type Replies = {
  'me/read': HqPerson
  'me/password': Done
  'board/read': BoardSeen
  'site/read': SiteSeen
  'incident/read': BoardIncident
  'incident/timeline': readonly HqTimelineLine[]
  'month/read': MonthSum
  'orders/read': readonly SentOrder[]
  'order/hand-down': { id: string }
  'order/withdraw': { sites: number }
  'site/code': PairingParts
  'site/unpair': Done
  'fork/decide': Done
  'people/read': readonly PersonRow[]
  'people/appoint': Done
  'people/dismiss': Done
  'deeds/read': readonly Deed[]
  'walls/read': readonly HqWallRow[]
  'wall/add': { code: string }
  'wall/end': Done
  'reports/read': readonly GroupReportLine[]
  'report/read': GroupReportSeen
  'report/draft': { id: string }
  'report/drop': Done
  'report/issue': { serial: number; number: number; sha256: string }
}
export type HqReply<N extends HqRequestName> = Replies[N]
