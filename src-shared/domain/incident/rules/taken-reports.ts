/**
 * Takes along what an incident that is merged has of reports to the authorities: when the head of
 * the unit knew, the first report if it is still due, what was late, and what went out.
 */
import { limitResult } from '../../statistics/limit.ts'
import { ofSeries } from '../record/bulletins.ts'
import type { SentElsewhere, TakenReports } from '../record/callers.ts'
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
 * report that is late and still due is late here from now on, so it is not counted twice.
 */
export function reportsToTake(
  incident: Incident,
  merged: Incident,
  at: number,
): TakenReports | null {
  const { headInformedAt, reportClocks = [], takenIn = [] } = merged
  const [first, other] = [firstOf(merged), firstOf(incident)]
  const isLate = (clock: ReportClock): boolean => limitResult(clock, at) === 'late'
  const isFirstDue = first !== undefined && isRunning(first) && !(other && isLate(other))
  const late = [
    ...reportClocks
      .filter((clock) => isLate(clock) && !(isFirstDue && clock === first))
      .map((clock) => (isRunning(clock) ? { ...clock, endedAt: at } : clock)),
    ...takenIn.flatMap(({ reports }) => reports?.late ?? []),
  ]
  const sent = sentToAuthorities(merged)
  const people = lastReported(merged)
  const isEarlier =
    headInformedAt !== undefined && headInformedAt < (incident.headInformedAt ?? Infinity)
  const reports: TakenReports = {
    ...(isEarlier ? { headInformedAt } : {}),
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

const withFirst = (
  incident: Incident,
  change: (clock: ReportClock) => ReportClock,
): Pick<Incident, 'reportClocks'> =>
  incident.reportClocks
    ? {
        reportClocks: incident.reportClocks.map((clock) =>
          clock.kind === 'first' ? change(clock) : clock,
        ),
      }
    : {}

/** The incident with what came along; when the head knew before is remembered beside it. */
export function withReports(incident: Incident, reports: TakenReports | undefined): Incident {
  const [first] = reports?.sent ?? []
  return {
    ...incident,
    ...(reports?.headInformedAt === undefined ? {} : { headInformedAt: reports.headInformedAt }),
    ...(first
      ? withFirst(incident, (clock) => (isRunning(clock) ? { ...clock, doneAt: first.at } : clock))
      : {}),
  }
}

/** Whether the first report of an incident was due by what came with a merged one. */
const isDrawnFrom = (
  { kind, startedAt, dueAt }: ReportClock,
  { first, headInformedAt }: TakenReports,
  isHeadTheirs: boolean,
): boolean =>
  kind === 'first' &&
  ((first !== undefined && startedAt === first.startedAt && dueAt === first.dueAt) ||
    (isHeadTheirs && startedAt === headInformedAt))

/** What came later and told an earlier time gives back what was known before both. */
function withBefore(
  incident: Incident,
  gone: TakenReports | undefined,
  headBefore: number | null,
): Incident {
  const { takenIn } = incident
  return takenIn
    ? {
        ...incident,
        takenIn: takenIn.map((merged) =>
          merged.headBefore === gone?.headInformedAt && merged.headBefore !== undefined
            ? { ...merged, headBefore }
            : merged,
        ),
      }
    : incident
}

/**
 * The incident without it: `merged` goes on by itself and with its own reports, and what was due
 * here by them alone was never due, also where it is late by now. Where the incident has to report
 * something itself, the rules begin its clock anew.
 */
export function withoutReports(
  incident: Incident,
  { reports, headBefore }: { reports?: TakenReports; headBefore?: number | null },
): Incident {
  const [first] = reports?.sent ?? []
  const isSentHere = sentToAuthorities(incident).length > 0
  const back: Incident = {
    ...incident,
    ...(first && !isSentHere
      ? withFirst(incident, (clock) =>
          clock.doneAt === first.at ? { ...clock, doneAt: null } : clock,
        )
      : {}),
  }
  const isHeadTheirs = headBefore !== undefined && back.headInformedAt === reports?.headInformedAt
  if (reports && back.reportClocks)
    back.reportClocks = back.reportClocks.filter(
      (clock) => !isDrawnFrom(clock, reports, isHeadTheirs),
    )
  if (!isHeadTheirs) return headBefore === undefined ? back : withBefore(back, reports, headBefore)
  if (headBefore === null) delete back.headInformedAt
  else back.headInformedAt = headBefore
  return back
}
