/**
 * The lines in which a wall tells what has changed: one at a time for twelve seconds, the most
 * urgent first. None takes the place of another; where too many wait the rest is told in a sum.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { BoardWarning } from '#shared/domain/board/warnings.ts'
import { SECOND_MS } from '#shared/domain/units.ts'
import { byColour } from '#shared/domain/warning/warning.ts'
import { rankOfNews, type NewsItem, type NewsKind } from './news.ts'

/** What is an alert, and sounds, and that somebody knows of it are no changes of the incident. */
export type ChangeKind = Exclude<NewsKind, OfAlert>
type OfAlert = 'untaken' | 'late' | 'known'

/** `several`: by kind how many changes that no line of their own is left for. */
export type ChangeLine =
  | { of: 'incident'; kind: ChangeKind; incident: BoardIncident } // as it was then
  | { of: 'warning'; warning: BoardWarning }
  | { of: 'several'; counts: Readonly<Partial<Record<ChangeKind, number>>> }

/** `since`: when `shown` came, on the scale of performance.now(). */
export type ChangeLines = {
  shown: ChangeLine | null
  since: number
  waiting: readonly ChangeLine[] // the next one first
}

/** A line stands so long (ms). */
export const LINE_MS = 12 * SECOND_MS
/** So many wait for a line of their own: the last is told within a minute. */
const MOST_WAITING = 3

export const NO_LINES: ChangeLines = { shown: null, since: 0, waiting: [] }

const OF_ALERTS: ReadonlySet<NewsKind> = new Set<OfAlert>(['untaken', 'late', 'known'])
const isChange = (kind: NewsKind): kind is ChangeKind => !OF_ALERTS.has(kind)

type Single = Extract<ChangeLine, { of: 'incident' }>
const isSingle = (line: ChangeLine): line is Single => line.of === 'incident'

type OfWarning = Extract<ChangeLine, { of: 'warning' }>
const isOfWarning = (line: ChangeLine): line is OfWarning => line.of === 'warning'

const isAbout = (line: ChangeLine, { kind, incident }: Single): boolean =>
  isSingle(line) && line.kind === kind && line.incident.id === incident.id

/** Those that wait, in the order in which they are told; what is too many becomes a sum. */
function bounded(lines: readonly ChangeLine[], order: readonly string[]): readonly ChangeLine[] {
  const place = ({ incident }: Single): number => {
    const index = order.indexOf(incident.id)
    return index < 0 ? order.length : index
  }
  const rank = ({ kind, incident: { drill } }: Single): number => rankOfNews({ kind, drill })
  const singles = lines.filter(isSingle).sort((a, b) => rank(a) - rank(b) || place(a) - place(b))
  const sum = lines.find((line) => line.of === 'several')
  const most = sum ? MOST_WAITING : MOST_WAITING + 1 // a sum of a single change says less than it
  if (singles.length <= most) return [...singles, ...(sum ? [sum] : [])]
  const counts = { ...sum?.counts }
  for (const { kind } of singles.slice(MOST_WAITING)) counts[kind] = (counts[kind] ?? 0) + 1
  return [...singles.slice(0, MOST_WAITING), { of: 'several', counts }]
}

/** Warnings wait behind what happens here, the newest colour of each, the highest first. */
function withWarnings(
  waiting: readonly ChangeLine[],
  warned: readonly BoardWarning[],
): readonly ChangeLine[] {
  const fresh = new Set(warned.map(({ id }) => id))
  const lines: readonly OfWarning[] = [
    ...waiting.filter(isOfWarning).filter(({ warning }) => !fresh.has(warning.id)),
    ...warned.map((warning) => ({ of: 'warning', warning }) as const),
  ]
  const first = lines.toSorted((a, b) => byColour(a.warning, b.warning)).slice(0, MOST_WAITING)
  return [...waiting.filter((line) => !isOfWarning(line)), ...first]
}

/**
 * The lines at this look. `fresh`: what has changed since the last one; `incidents`: all of the
 * board; `order`: their ids by urgency; `now` on the scale of performance.now(); `warned`: warnings
 * from outside that are new or got a higher colour. The same lines where nothing changes.
 */
export function linesAfter(
  before: ChangeLines,
  fresh: readonly NewsItem[],
  incidents: ReadonlyMap<string, BoardIncident>,
  order: readonly string[],
  now: number,
  warned: readonly BoardWarning[] = [],
): ChangeLines {
  const added = fresh.flatMap(({ incidentId, kind, gone }): Single[] => {
    const incident = gone ?? incidents.get(incidentId)
    return incident && isChange(kind) ? [{ of: 'incident', kind, incident }] : []
  })
  const others = before.waiting.filter((line) => !added.some((next) => isAbout(line, next)))
  const isSame = added.length + warned.length === 0
  const waiting = isSame
    ? before.waiting
    : withWarnings(
        [...bounded([...others, ...added], order), ...before.waiting.filter(isOfWarning)],
        warned,
      )
  if (before.shown && now - before.since < LINE_MS) return isSame ? before : { ...before, waiting }
  const [next = null, ...rest] = waiting
  return next === null && before.shown === null
    ? before
    : { shown: next, since: now, waiting: rest }
}
