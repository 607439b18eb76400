/**
 * Runs the clocks of the law for reports to the authorities: the first from when the head of the
 * unit came to know, the next from the last report, and a change of casualties until its days are
 * over. They are no limits of a plan, none stops anybody from sending, and none is of a drill.
 */
import { DAY_MS } from '../../units.ts'
import { localized, type LocalizedText } from '../../text.ts'
import type { AlertCleared, AlertRaised, Recorded } from '../record/events.ts'
import {
  isRunning,
  runningClock,
  type ReportClock,
  type ReportClockDropped,
  type ReportClockEvent,
  type ReportClockKind,
  type ReportClockSet,
  type ReportLate,
  type ReportRule,
} from '../record/report-clocks.ts'
import { PEOPLE, CASUALTIES } from '../record/scales.ts'
import { countsOf } from '../record/select.ts'
import type { Counts } from '../record/slices.ts'
import { isOnBoard, isTerminal, type Incident, type IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { ladderOf } from './escalation.ts'
import { suggestSeverity } from './severity.ts'
import { lastReported, sentToAuthorities } from './taken-reports.ts'

const isBelow = (code: string, above: string): boolean =>
  code === above || code.startsWith(`${above}.`)

/** Nobody counted is nobody reached: a rule begins with a number that somebody has told. */
const isReached = (people: NonNullable<ReportRule['people']>, counts: Counts): boolean =>
  PEOPLE.some((kind) => {
    const [least, count] = [people[kind], counts[kind]]
    return least !== undefined && count !== undefined && count !== null && count >= least
  })

const severityOf = (incident: Incident) =>
  incident.severity ??
  suggestSeverity(countsOf(incident), incident.loss ?? null, incident.legalCategory)

function isFor(rule: ReportRule, incident: Incident, kinds: readonly string[]): boolean {
  const { types, siteKinds, legal, severities, exceptSeverities, people } = rule
  const { type, legalCategory } = incident
  const severity = severities ? severityOf(incident) : null
  return (
    (!types || (type !== null && types.some((above) => isBelow(type, above)))) &&
    (!siteKinds || siteKinds.some((kind) => kinds.includes(kind))) &&
    (!legal || legal === legalCategory) &&
    (!severities || (severity !== null && severities.includes(severity))) &&
    // what nobody has judged may be as bad as the law means
    (!exceptSeverities || !incident.severity || !exceptSeverities.includes(incident.severity)) &&
    (!people || isReached(people, countsOf(incident)))
  )
}

type Rules = Pick<World, 'reportRules' | 'siteKinds'>

/** The rule that holds for it now; null where none is about it, and of a drill. */
export const reportRuleFor = (
  incident: Incident,
  { reportRules = [], siteKinds = [] }: Rules,
): ReportRule | null =>
  incident.drill ? null : (reportRules.find((rule) => isFor(rule, incident, siteKinds)) ?? null)

type Wanted = Omit<ReportClockSet, 'type'> | null

type Due = Pick<ReportClock, 'ruleId' | 'source' | 'startedAt' | 'dueAt'>

/**
 * One that begins once it was sent is met or late by when it went out. What an incident that was
 * merged into this one had to report is to be reported here, by whichever is due earlier.
 */
function firstWanted(incident: Incident, rule: ReportRule | null): Wanted {
  const { headInformedAt, takenIn = [] } = incident
  const here: readonly Due[] =
    rule && headInformedAt !== undefined
      ? [
          {
            ...{ ruleId: rule.id, source: rule.source, startedAt: headInformedAt },
            dueAt: headInformedAt + rule.withinMs,
          },
        ]
      : []
  const [due] = [...here, ...takenIn.flatMap(({ reports }) => reports?.first ?? [])].toSorted(
    (a, b) => a.dueAt - b.dueAt,
  )
  return due ? { kind: 'first', ...due, doneAt: sentToAuthorities(incident)[0]?.at ?? null } : null
}

const ENDED: ReadonlySet<IncidentState> = new Set(['lifted', 'recovering'])

function followUpWanted(incident: Incident, { id, source, everyMs }: ReportRule): Wanted {
  const last = sentToAuthorities(incident).at(-1)
  const isOver = ENDED.has(incident.state) || isTerminal(incident.state)
  if (everyMs === undefined || !last || last.kind === 'final' || isOver) return null
  return {
    ...{ kind: 'followUp', ruleId: id, source, startedAt: last.at },
    ...{ dueAt: last.at + everyMs, doneAt: null },
  }
}

const isSame = (counts: Counts, before: Counts): boolean =>
  CASUALTIES.every((kind) => (counts[kind] ?? null) === (before[kind] ?? null))

function changesWanted(incident: Incident, rule: ReportRule, at: number): Wanted {
  const { occurredAt, receivedAt } = incident
  const reportedPeople = lastReported(incident)
  if (rule.changesDays === undefined || reportedPeople === undefined) return null
  if (isSame(countsOf(incident), reportedPeople)) return null
  const running = runningClock(incident.reportClocks, 'changes')
  const startedAt = running?.startedAt ?? at
  const dueAt = (occurredAt ?? receivedAt) + rule.changesDays * DAY_MS
  return startedAt > dueAt
    ? null
    : {
        ...{ kind: 'changes', ruleId: rule.id, source: rule.source },
        ...{ startedAt, dueAt, doneAt: null },
      }
}

/** The clock of the kind as it stands: the only first one, else the one that runs. */
const clockOf = (incident: Incident, kind: ReportClockKind): ReportClock | undefined =>
  kind === 'first'
    ? incident.reportClocks?.find((clock) => clock.kind === 'first')
    : runningClock(incident.reportClocks, kind)

const isAsWanted = (clock: ReportClock, due: NonNullable<Wanted>): boolean =>
  clock.ruleId === due.ruleId && clock.startedAt === due.startedAt && clock.dueAt === due.dueAt

function changeOf(
  incident: Incident,
  kind: ReportClockKind,
  due: Wanted,
): readonly ReportClockEvent[] {
  const clock = clockOf(incident, kind)
  // lateness once recorded stays, and so does what went out by a clock that nobody puts right
  if (clock && clock.lateAt !== null) return []
  if (!due) return clock && isRunning(clock) ? [{ type: 'ReportClockDropped', kind }] : []
  // one that was dropped by mistake begins again
  const stands = clock && clock.endedAt === null ? clock : undefined
  if (stands && isAsWanted(stands, due)) return []
  if (stands && !isRunning(stands) && stands.startedAt === due.startedAt) return []
  return [{ type: 'ReportClockSet', ...due }]
}

const GONE: ReadonlySet<IncidentState> = new Set(['falseReport', 'merged'])

/**
 * Clocks that begin, are put right, or are no longer needed. Of what is over a first report is due
 * as of any other, whenever somebody says when the head knew, and so is that casualties have
 * changed. `at` in UTC ms.
 */
export function reportClockChanges(
  incident: Incident,
  world: Rules,
  at: number,
): readonly ReportClockEvent[] {
  if (incident.version === 0 || incident.imported) return []
  const rule = GONE.has(incident.state) ? null : reportRuleFor(incident, world)
  const first = GONE.has(incident.state) ? null : firstWanted(incident, rule)
  if (!rule && !first && !incident.reportClocks) return []
  return [
    ...changeOf(incident, 'first', first),
    ...changeOf(incident, 'followUp', rule && followUpWanted(incident, rule)),
    ...changeOf(incident, 'changes', rule && changesWanted(incident, rule, at)),
  ]
}

const NAMES: Readonly<Record<ReportClockKind, LocalizedText>> = {
  first: localized('首报', 'First report'),
  followUp: localized('续报', 'Follow-up report'),
  changes: localized('伤亡变化补报', 'Report of changed casualties'),
}

/** Those that sound when their time is over, and have not yet: never the change of casualties. */
export const soundingClocks = ({ reportClocks }: Incident): readonly ReportClock[] =>
  (reportClocks ?? []).filter(
    (clock) => clock.kind !== 'changes' && isRunning(clock) && clock.lateAt === null,
  )

export const reportLate = (incident: Incident, kind: string, dueAt: number): ReportLate | null => {
  const clock = soundingClocks(incident).find((known) => known.kind === kind)
  return clock ? { type: 'ReportLate', kind: clock.kind, dueAt } : null
}

/**
 * What is late is one alert of the incident, until it went out or nobody needs it. The law asks no
 * less of what is closed; once it has left the board there is no screen for it.
 */
export function reportAlerts(
  incident: Incident,
  world: World,
): readonly (AlertRaised | AlertCleared)[] {
  const alert = incident.alerts.find(({ kind }) => kind === 'report')
  const late = (incident.reportClocks ?? []).find(
    (clock) => clock.kind !== 'changes' && clock.lateAt !== null && isRunning(clock),
  )
  const isOver = !isOnBoard(incident.state)
  if (alert && (!late || isOver))
    return [{ type: 'AlertCleared', alertId: alert.id, why: isOver ? 'over' : 'finished' }]
  if (alert || !late || isOver) return []
  const [run] = incident.runs
  const name = NAMES[late.kind]
  return [
    {
      type: 'AlertRaised',
      alert: {
        id: `${incident.id}.${incident.alertCount + 1}`,
        kind: 'report',
        stepId: null,
        priority: 2,
        cause: localized(`${name.zh}超时，已是迟报`, `${name.en} is late`),
        action: localized(
          `马上${late.kind === 'first' ? '报出首报' : '续报'}`,
          `Send the ${late.kind === 'first' ? 'first' : 'follow-up'} report now`,
        ),
        owner: 'duty-officer',
        dueAt: late.dueAt,
        ladder: ladderOf('duty-officer', run ? world.plan(run.revision) : null, incident),
      },
    },
  ]
}

export const reportClockSet = (
  incident: Incident,
  { kind, ruleId, source, startedAt, dueAt, doneAt }: Recorded<ReportClockSet>,
): Incident => {
  const replaced = clockOf(incident, kind)
  const others = (incident.reportClocks ?? []).filter((clock) => clock !== replaced)
  return {
    ...incident,
    reportClocks: [
      ...others,
      { kind, ruleId, source, startedAt, dueAt, doneAt, endedAt: null, lateAt: null },
    ],
  }
}

const withRunning = (
  incident: Incident,
  isMeant: (clock: ReportClock) => boolean,
  part: Partial<ReportClock>,
): Incident =>
  incident.reportClocks
    ? {
        ...incident,
        reportClocks: incident.reportClocks.map((clock) =>
          isMeant(clock) && isRunning(clock) ? { ...clock, ...part } : clock,
        ),
      }
    : incident

export const reportClockDropped = (
  incident: Incident,
  { kind, at }: Recorded<ReportClockDropped>,
): Incident => withRunning(incident, (clock) => clock.kind === kind, { endedAt: at })

export const reportTurnedLate = (
  incident: Incident,
  { kind, at }: Recorded<ReportLate>,
): Incident => withRunning(incident, (clock) => clock.kind === kind, { lateAt: at })

/** Whatever runs is met by a report that goes out, and the casualties are those that it told. */
export const clocksMet = (incident: Incident, at: number): Incident => ({
  ...withRunning(incident, () => true, { doneAt: at }),
  reportedPeople: countsOf(incident),
})
