/**
 * Takes along what an incident that is merged has of reports to the authorities: when the head of
 * the unit knew, the first report if it is still due, what was late, and what went out.
 */
import { limitResult } from '../../statistics/limit.ts'
import { ofSeries } from '../record/bulletins.ts'
import type { SentElsewhere, TakenIn, TakenReports } from '../record/callers.ts'
import { isRunning, type ReportClock } from '../record/report-clocks.ts'
import type { Counts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'

/** Everything that went to the authorities, what merged incidents had sent among it, in order. */
export const sentToAuthorities = ({
  bulletins,
  takenIn = [],
}: Pick<Incident, 'bulletins' | 'takenIn'>): readonly SentElsewhere[] =>
  [
    ...takenIn.flatMap(({ reports }) => reports?.sent ?? []),
    ...ofSeries(bulletins, 'authorities').map(({ kind, number, at, by }) => ({
      ...{ kind, number, at, by },
    })),
  ].toSorted((a, b) => a.at - b.at)

/** The casualties as the last of these reports told them. */
export function lastReported(incident: Incident): Counts | undefined {
  const { reportedPeople, takenIn = [] } = incident
  const last = sentToAuthorities(incident).at(-1)
  const merged = takenIn.findLast(({ reports }) =>
    reports?.sent?.some((sent) => sent.at === last?.at && sent.number === last.number),
  )
  const isHere = ofSeries(incident.bulletins, 'authorities').some(({ at }) => at === last?.at)
  return isHere ? reportedPeople : (merged?.reports?.people ?? reportedPeople)
}

const firstOf = ({ reportClocks = [] }: Incident): ReportClock | undefined =>
  reportClocks.find(({ kind }) => kind === 'first')

/**
 * What goes from `merged` (as it stands before the merge) to `incident`; null: nothing. A first
 * report that is late and still due is late here from now on, so it is not counted twice; where one
 * is late here already, it has ended.
 */
export function reportsToTake(
  incident: Incident,
  merged: Incident,
  at: number,
): TakenReports | null {
  const { headInformedAt, reportClocks = [], takenIn = [] } = merged
  const [first, other] = [firstOf(merged), firstOf(incident)]
  const isLate = (clock: ReportClock): boolean => limitResult(clock, at) === 'late'
  const areBothLate = first !== undefined && other !== undefined && isLate(first) && isLate(other)
  const isFirstDue = first !== undefined && isRunning(first) && !areBothLate
  const late = [
    ...reportClocks
      .filter((clock) => isLate(clock) && !(isFirstDue && clock === first))
      .map((clock) => (isRunning(clock) ? { ...clock, endedAt: at } : clock)),
    ...takenIn.flatMap(({ reports }) => reports?.late ?? []),
  ]
  const sent = sentToAuthorities(merged)
  const people = lastReported(merged)
  const reports: TakenReports = {
    ...(headInformedAt === undefined ? {} : { headInformedAt }),
    ...(isFirstDue
      ? {
          first: {
            ...{ ruleId: first.ruleId, source: first.source },
            ...{ startedAt: first.startedAt, dueAt: first.dueAt },
          },
        }
      : {}),
    ...(late.length > 0 ? { late } : {}),
    ...(sent.length > 0 ? { sent } : {}),
    ...(sent.length > 0 && people ? { people } : {}),
  }
  return Object.keys(reports).length > 0 ? reports : null
}

/** When the head knew: as told here last, or of something merged since, if that is earlier. */
function headOf({ headInformedAt, headTold, takenIn = [] }: Incident): number | undefined {
  if (!headTold) return headInformedAt
  const earliest = Math.min(
    headTold.at ?? Infinity,
    ...takenIn.flatMap(({ incidentId, reports }) =>
      headTold.over.includes(incidentId) ? [] : (reports?.headInformedAt ?? []),
    ),
  )
  return earliest === Infinity ? undefined : earliest
}

function withHead(incident: Incident): Incident {
  const headInformedAt = headOf(incident)
  if (headInformedAt !== undefined) return { ...incident, headInformedAt }
  const unknown = { ...incident }
  delete unknown.headInformedAt
  return unknown
}

/** The incident with one that was merged into it, and with what that had of reports. */
export function withReports(incident: Incident, merged: TakenIn): Incident {
  const { headTold, headInformedAt = null, takenIn = [], reportClocks } = incident
  const [first] = merged.reports?.sent ?? []
  return withHead({
    ...incident,
    headTold: headTold ?? { at: headInformedAt, over: [] },
    takenIn: [...takenIn, merged],
    ...(first && reportClocks
      ? {
          reportClocks: reportClocks.map((clock) =>
            clock.kind === 'first' && isRunning(clock) ? { ...clock, doneAt: first.at } : clock,
          ),
        }
      : {}),
  })
}

/** Whether the first report is due by what came along, and by nothing that is still here. */
function isTheirs({ startedAt, dueAt }: ReportClock, gone: TakenReports, left: Incident): boolean {
  const isOf = ({ first }: TakenReports): boolean =>
    first !== undefined && startedAt === first.startedAt && dueAt === first.dueAt
  const isHere =
    startedAt === left.headInformedAt ||
    (left.takenIn ?? []).some(({ reports = {} }) => isOf(reports))
  return !isHere && (isOf(gone) || startedAt === gone.headInformedAt)
}

/** What the clock would have been without these: met or begun by what has gone out here since. */
function clockWithout(
  clock: ReportClock,
  gone: TakenReports,
  left: Incident,
): readonly ReportClock[] {
  const sent = sentToAuthorities(left)
  const isTheirSent = (at: number | null): boolean =>
    gone.sent?.some((theirs) => theirs.at === at) === true && sent.every((ours) => ours.at !== at)
  if (clock.kind === 'first') {
    if (isTheirs(clock, gone, left)) return []
    return [isTheirSent(clock.doneAt) ? { ...clock, doneAt: sent[0]?.at ?? null } : clock]
  }
  if (sent.length === 0) return [] // nothing was told, so nothing had to follow
  if (clock.kind === 'changes' || !isTheirSent(clock.startedAt)) return [clock]
  const before = sent.findLast(({ at }) => at < (clock.doneAt ?? clock.endedAt ?? Infinity))
  const dueAt = (before?.at ?? 0) + clock.dueAt - clock.startedAt
  return before ? [{ ...clock, startedAt: before.at, dueAt, lateAt: null }] : []
}

/**
 * The incident without what `gone` brought, as far as it is not among `takenIn` any more: what was
 * due here by that alone was never due, also where it is late by now. Where the incident has to
 * report something itself, the rules begin its clock anew.
 */
export function withoutReports(incident: Incident, gone: TakenIn): Incident {
  const { headTold, takenIn = [] } = incident
  const isHere = takenIn.some(({ incidentId }) => incidentId === gone.incidentId)
  const left = withHead({
    ...incident,
    ...(headTold && !isHere
      ? { headTold: { ...headTold, over: headTold.over.filter((id) => id !== gone.incidentId) } }
      : {}),
  })
  const { reports } = gone
  return reports && left.reportClocks
    ? {
        ...left,
        reportClocks: left.reportClocks.flatMap((clock) => clockWithout(clock, reports, left)),
      }
    : left
}
