/**
 * What a wall says aloud, and when: what has happened to an incident of which type and level, never
 * where, to whom, or a word of a caller. At most a sentence in half a minute, the most
 * urgent first, and none of what is over by then. Times in ms of performance.now().
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal, type IncidentState } from '#shared/domain/incident/record/state.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import { WARNINGS } from '../ui/glossary.ts'
import { needsLife } from './brightness.ts'
import { rankOfNews, type NewsItem, type NewsKind } from './news.ts'

/** What is found false is over, and a plan for no more is no matter of life. */
export type SpokenKind = Exclude<NewsKind, 'falseReport' | 'switched' | 'known'>

export const SPOKEN_EVERY_MS = 30 * SECOND_MS
/** What has waited for so long is no news any more. */
const OLDEST_MS = 2 * MINUTE_MS

/** One an incident. */
export type Saying = { incidentId: string; kind: SpokenKind; since: number }
export type Speech = { waiting: readonly Saying[]; spokenAt: number }
export const SILENT: Speech = { waiting: [], spokenAt: -Infinity }

const LEVELS: Readonly<Record<number, LocalizedText>> = {
  1: localized('一级', 'level one'),
  2: localized('二级', 'level two'),
  3: localized('三级', 'level three'),
  4: localized('四级', 'level four'),
}
const HAPPENED: Readonly<Record<SpokenKind, LocalizedText>> = {
  new: localized('新报告', 'New report'),
  raised: localized('升级', 'Raised'),
  casualties: localized('有人员伤亡', 'People are hurt'),
  graver: localized('预案升级', 'A graver plan runs'),
  warning: localized('预警', 'Warning'),
  untaken: localized('保命步骤没人办', 'Nobody is on a step that lives depend on'),
  late: localized('有步骤超时', 'A step is late'),
  contained: localized('已控制', 'Contained'),
}
const UNTYPED = localized('事件', 'incident')

type Spoken = Pick<BoardIncident, 'typeName' | 'level' | 'warning'>

/** `新报告 火警 四级`. By type and level alone: a place, a name, a caller's word is in none of them. */
export function sentenceOf(kind: SpokenKind, { typeName, level, warning }: Spoken): LocalizedText {
  const graded = level === null ? null : (LEVELS[level] ?? null)
  const colour = kind === 'warning' && warning !== null ? WARNINGS[warning] : null
  const parts = [
    colour ?? HAPPENED[kind],
    typeName ?? UNTYPED,
    ...(graded && kind !== 'contained' && !colour ? [graded] : []),
  ]
  return {
    zh: parts.map(({ zh }) => zh).join(' '),
    en: parts.map(({ en }) => en).join(', '),
  }
}

/** What people have not seen yet comes before what they have; a late step ranks with the graver. */
const rankOf = (kind: SpokenKind): number =>
  kind === 'late' ? 1 : rankOfNews({ kind, drill: false })

const AFTER: ReadonlySet<IncidentState> = new Set(['contained', 'lifted', 'recovering'])

/** Nothing of it is true any more, or nobody may hear of it. */
function isOver({ kind }: Saying, incident: BoardIncident | undefined): boolean {
  if (!incident || incident.drill || incident.discreet || isTerminal(incident.state)) return true
  if (kind === 'contained') return incident.state !== 'contained'
  if (AFTER.has(incident.state)) return true
  if (kind === 'untaken') return !needsLife(incident)
  if (kind === 'late')
    return !incident.alerts.some(
      (alert) => alert.kind === 'late' && alert.acknowledgedAt === null && !alert.shelved,
    )
  return false
}

/** What is late is said by its alert, which may be put off. */
const isSpoken = (kind: NewsKind): kind is Exclude<SpokenKind, 'late'> =>
  kind !== 'falseReport' && kind !== 'switched' && kind !== 'late' && kind !== 'known'

/** What there is to say of these news at `at`; none of drills and of what nobody may notice. */
export const sayingsOf = (
  news: readonly Pick<NewsItem, 'incidentId' | 'kind' | 'drill' | 'discreet'>[],
  at: number,
): readonly Saying[] =>
  news.flatMap(({ incidentId, kind, drill, discreet }) =>
    drill || discreet || !isSpoken(kind) ? [] : [{ incidentId, kind, since: at }],
  )

/** Of one incident the graver waits, of equals the later. */
export function withSayings(speech: Speech, fresh: readonly Saying[]): Speech {
  const waiting = new Map(speech.waiting.map((each) => [each.incidentId, each]))
  for (const saying of fresh) {
    const before = waiting.get(saying.incidentId)
    if (!before || rankOf(saying.kind) <= rankOf(before.kind))
      waiting.set(saying.incidentId, saying)
  }
  return { ...speech, waiting: [...waiting.values()] }
}

/**
 * The incident of which something is said now, and what; null: nothing. `incidents` the most urgent
 * first.
 */
export function nextSaying(
  speech: Speech,
  incidents: readonly BoardIncident[],
  at: number,
): { speech: Speech; saying: { kind: SpokenKind; incident: BoardIncident } | null } {
  const waiting = speech.waiting.filter(
    (saying) =>
      at - saying.since < OLDEST_MS &&
      !isOver(
        saying,
        incidents.find(({ id }) => id === saying.incidentId),
      ),
  )
  const [first] = incidents
    .flatMap((incident) =>
      waiting
        .filter(({ incidentId }) => incidentId === incident.id)
        .map(({ kind }) => ({ kind, incident })),
    )
    .toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind))
  if (!first || at - speech.spokenAt < SPOKEN_EVERY_MS)
    return { speech: { ...speech, waiting }, saying: null }
  const rest = waiting.filter(({ incidentId }) => incidentId !== first.incident.id)
  return { speech: { waiting: rest, spokenAt: at }, saying: first }
}
