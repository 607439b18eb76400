/**
 * Notices what is new or worse between two looks at the board, and remembers it until it was really
 * shown. Times in ms.
 */
import { isPast } from '#shared/domain/board/late.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { InNeed } from '#shared/domain/incident/record/scales.ts'
import { isTerminal, type IncidentState } from '#shared/domain/incident/record/state.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'

export type NewsKind =
  | 'new'
  | 'raised'
  | 'casualties'
  | 'graver' // a plan for more has taken the place of its own
  | 'switched' // another plan has, which is no graver
  | 'warning'
  | 'untaken' // what life hangs on has been left alone for a minute
  | 'late' // a limit has passed
  | 'known' // somebody has acknowledged one of its alerts
  | 'contained'
  | 'falseReport'

/**
 * `shownMs`: for how long its row has really stood on the wall since. `gone`: it has left the board
 * and is drawn as it last stood, so that the room sees what became of it.
 */
export type NewsItem = {
  incidentId: string
  kind: NewsKind
  drill: boolean
  discreet: boolean
  shownMs: number
  gone: BoardIncident | null
}

/** News stands on the wall so long before anything else may take its place. */
export const SEEN_AFTER_MS = 8 * SECOND_MS
/**
 * So many that have left the board wait to be shown, a page of each within a minute; where more
 * leave it the earlier ones have had their line, and a wall does not fill with what is over.
 */
const MOST_GONE = 6
/** Left alone for so long, what life hangs on is worse than it was. */
const UNTAKEN_MS = MINUTE_MS

/** What is compared. `people`: dead, missing, trapped, badly hurt, hurt. */
type Standing = {
  state: IncidentState
  level: number
  people: readonly number[]
  warning: number
  superseded: number
  running: ReadonlySet<string> // ids of plans
  lifeSteps: number
  danger: boolean
  untaken: readonly string[]
  late: readonly string[] // steps
  known: ReadonlySet<string> // alerts that somebody has acknowledged
  unknown: ReadonlySet<string>
}

const UNGRADED = 5
/** Graded for the first time it is news only where it is grave. */
const GRAVE = 2
const COLOURS = { red: 4, orange: 3, yellow: 2, blue: 1 } as const

/** What life hangs on and nobody has taken for a minute: ids of steps, and the question. */
function untakenIn({ steps, facts, asks }: BoardIncident, now: number): string[] {
  const late = steps
    .filter(({ state, lifeSafety }) => state === 'open' && lifeSafety)
    .filter(({ openedAt }) => openedAt !== null && now >= openedAt + UNTAKEN_MS)
    .map(({ id }) => id)
  const question = facts.find(({ key, planId }) => key === asks?.key && planId === asks.planId)
  const deciding = question?.decides.some((id) =>
    steps.some((step) => step.id === id && step.lifeSafety),
  )
  return question && deciding && question.nudgeAt !== null && now >= question.nudgeAt
    ? [...late, `${question.planId}/${question.key}`]
    : late
}

function standingOf(incident: BoardIncident, now: number): Standing {
  const { casualties, atLeastOne, plans, steps, warning, level, alerts } = incident
  const alertsWhere = (isKnown: boolean): ReadonlySet<string> =>
    new Set(
      alerts.flatMap(({ id, acknowledgedAt }) =>
        (acknowledgedAt !== null) === isKnown ? [id] : [],
      ),
    )
  const count = (kind: InNeed): number =>
    atLeastOne.includes(kind) ? 1 : (casualties?.[kind] ?? 0)
  const running = new Set(
    plans.flatMap(({ planId, supersededBy }) => (supersededBy === null ? [planId] : [])),
  )
  return {
    state: incident.state,
    level: level ?? UNGRADED,
    people: [
      count('dead'),
      count('missing'),
      count('trapped'),
      count('serious'),
      count('serious') + count('minor'),
    ],
    warning: warning ? COLOURS[warning] : 0,
    superseded: plans.length - running.size,
    running,
    lifeSteps: steps.filter(({ lifeSafety, planId }) => lifeSafety && running.has(planId)).length,
    danger: incident.danger,
    untaken: untakenIn(incident, now),
    late: steps.filter((step) => isPast(step, now)).map(({ id }) => id),
    known: alertsWhere(true),
    unknown: alertsWhere(false),
  }
}

/** The gravest of what has changed for the worse, or ended; null where nothing has. */
function changeOf(before: Standing, after: Standing): NewsKind | null {
  if (after.people.some((count, i) => count > (before.people[i] ?? 0))) return 'casualties'
  const isGraded = before.level !== UNGRADED || after.level <= GRAVE
  if (after.level < before.level && isGraded) return 'raised'
  const isSwitched =
    after.superseded > before.superseded &&
    [...after.running].some((planId) => !before.running.has(planId))
  const isForMore = after.lifeSteps > before.lifeSteps || (after.danger && !before.danger)
  if (isSwitched && isForMore) return 'graver'
  if (after.warning > before.warning) return 'warning'
  if (after.untaken.some((id) => !before.untaken.includes(id))) return 'untaken'
  if (after.late.some((id) => !before.late.includes(id))) return 'late'
  if (after.state === 'contained' && before.state !== 'contained') return 'contained'
  if (isSwitched) return 'switched'
  return [...after.known].some((id) => before.unknown.has(id)) ? 'known' : null
}

const GRAVE_KINDS: ReadonlySet<NewsKind> = new Set(['new', 'raised', 'casualties', 'graver'])
const ENDS: ReadonlySet<NewsKind> = new Set(['contained', 'falseReport', 'known'])

/**
 * What comes before what: new and graver, then the rest that gets worse or changes, then what
 * ended, drills last.
 */
export const rankOfNews = ({ kind, drill }: Pick<NewsItem, 'kind' | 'drill'>): number =>
  drill ? 3 : GRAVE_KINDS.has(kind) ? 0 : ENDS.has(kind) ? 2 : 1

/** Comes forward by itself; drills wait for their page. */
export const isForward = ({ drill }: Pick<NewsItem, 'drill'>): boolean => !drill

/** Worth a tone of its own; who must not notice would hear it, too. */
export const hasTone = (item: Pick<NewsItem, 'kind' | 'drill' | 'discreet'>): boolean =>
  rankOfNews(item) === 0 && !item.discreet

/** `incidents`: those of the last look, as they were drawn. */
export type News = {
  standings: ReadonlyMap<string, Standing>
  incidents: ReadonlyMap<string, BoardIncident>
  items: readonly NewsItem[]
}

/** What is told of an incident right after its report is no news beside "new". */
const isOfItsStart = (kind: NewsKind, last: Standing | undefined): boolean =>
  kind === 'untaken' ||
  kind === 'late' ||
  (kind === 'raised' && last?.level === UNGRADED) ||
  (kind === 'warning' && last?.warning === 0)

/**
 * What is new at this look at all incidents of the board. What a wall finds when it is opened is no
 * news (`before` null). Of one incident there is one item, the latest.
 */
export function newsSince(
  before: News | null,
  incidents: readonly BoardIncident[],
  now: number,
): { news: News; fresh: readonly NewsItem[] } {
  const standings = new Map(incidents.map((each) => [each.id, standingOf(each, now)]))
  const drawn = new Map(incidents.map((each) => [each.id, each]))
  if (!before) return { news: { standings, incidents: drawn, items: [] }, fresh: [] }
  const isNew = new Set(
    before.items.filter(({ kind }) => kind === 'new').map(({ incidentId }) => incidentId),
  )
  const waits = new Set(before.items.map(({ incidentId }) => incidentId))
  const changed = incidents.flatMap(({ id, drill, discreet }): NewsItem[] => {
    const [last, next] = [before.standings.get(id), standings.get(id)]
    const kind = next && last ? changeOf(last, next) : 'new'
    // that somebody knows takes the place of nothing that is to be seen
    if (kind === 'known' && waits.has(id)) return []
    return kind && !(isNew.has(id) && isOfItsStart(kind, last))
      ? [{ incidentId: id, kind, drill, discreet, shownMs: 0, gone: null }]
      : []
  })
  // one that leaves the board while it goes on was found false
  const left = [...before.incidents.values()].flatMap((incident): NewsItem[] =>
    drawn.has(incident.id) || isTerminal(incident.state)
      ? []
      : [
          {
            incidentId: incident.id,
            kind: 'falseReport',
            drill: incident.drill,
            discreet: incident.discreet,
            shownMs: 0,
            gone: { ...incident, state: 'falseReport', alerts: [], notices: [], asks: null },
          },
        ],
  )
  const open = new Set(incidents.flatMap(({ id, state }) => (isTerminal(state) ? [] : [id])))
  const waiting = before.items.filter(({ incidentId, gone }) => gone ?? open.has(incidentId))
  const fresh = [...changed, ...left]
  const replaced = new Set(fresh.map(({ incidentId }) => incidentId))
  const all = [...waiting.filter(({ incidentId }) => !replaced.has(incidentId)), ...fresh]
  // whoever acknowledges one after the other holds up no page but that of the last
  const lastKnown = all.findLast(({ kind }) => kind === 'known')
  const lastGone = all.filter(({ gone }) => gone !== null).slice(-MOST_GONE)
  const items = all.filter((item) =>
    item.gone ? lastGone.includes(item) : item.kind !== 'known' || item === lastKnown,
  )
  return { news: { standings, incidents: drawn, items }, fresh }
}

/** The items that were not shown long enough yet, after `rows` have stood there for `elapsed`. */
export const afterShowing = (
  items: readonly NewsItem[],
  rows: ReadonlySet<string>,
  elapsed: number,
): readonly NewsItem[] =>
  items
    .map((item) =>
      rows.has(item.incidentId) ? { ...item, shownMs: item.shownMs + elapsed } : item,
    )
    .filter(({ shownMs }) => shownMs < SEEN_AFTER_MS)

/**
 * The page to be shown for what has changed: among those with the first of it, the one with the
 * most of it, and rather the `current` one. What is new or graver comes before the rest, and what
 * ended after it. `pages` hold ids of incidents, `order` all of them by urgency; null: nothing has
 * to come forward.
 */
export function pageOfNews(
  items: readonly NewsItem[],
  pages: readonly (readonly string[])[],
  order: readonly string[],
  current: number,
): number | null {
  const forward = items.filter(isForward)
  const unseen = new Map(forward.map((item) => [item.incidentId, rankOfNews(item)]))
  const best = Math.min(...unseen.values())
  const first = order.find((id) => unseen.get(id) === best)
  if (first === undefined) return null
  const worth = pages.map((rows) =>
    rows.includes(first) ? rows.filter((id) => unseen.has(id)).length : 0,
  )
  const most = Math.max(...worth)
  if (most === 0) return null
  return worth[current] === most ? current : worth.indexOf(most)
}
