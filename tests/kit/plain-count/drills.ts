/**
 * The figures of drills from raw events, written down from docs/figures.md. Nothing of the product
 * may be imported here, not even a type.
 */
import { localOf } from './days.ts'
import { plusMonths } from './terms.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Body = {
  planId?: string
  form?: string
  participants?: readonly { id: string }[]
  planIds?: readonly string[]
  brokenOff?: unknown
  findingId?: string
  participantId?: string
  grade?: string
  startedAt?: number
}
/** A plan as the policies know it: drilled every so many months, at the site since that day. */
export type PlainPlan = { id: string; months: number; since: string }

type Drill = {
  arrangedFor: string
  form: string
  people: readonly string[]
  began: number | null
  ran: readonly string[] | null
  brokenOff: boolean
  calledOff: boolean
  findings: Set<string>
  grade: string | null
  seen: Set<string>
  reported: boolean
  atTable: boolean
}

function drillOf(events: readonly RawEvent[]): Drill {
  const drill: Drill = {
    ...{ arrangedFor: '', form: '', people: [], began: null, ran: null, brokenOff: false },
    ...{ calledOff: false, findings: new Set(), grade: null, seen: new Set(), reported: false },
    atTable: false,
  }
  for (const { type, at, body } of events) {
    const content = body as Body
    if (content.participants) drill.people = content.participants.map(({ id }) => id)
    if (content.form) drill.form = content.form
    if (content.planId) drill.arrangedFor = content.planId
    if (type === 'DrillCounted') {
      drill.began = content.startedAt ?? 0
      drill.ran = content.planIds ?? []
    }
    if (type === 'DrillStarted') drill.began = at
    if (type === 'DrillCalledOff') drill.calledOff = true
    if (type === 'DrillEnded') {
      drill.ran = content.planIds ?? []
      drill.brokenOff = content.brokenOff !== null
    }
    if (type === 'FindingRecorded') drill.findings.add(content.findingId ?? '')
    if (type === 'FindingWithdrawn') drill.findings.delete(content.findingId ?? '')
    if (type === 'DrillEvaluated') {
      drill.grade = content.grade ?? null
      drill.seen.clear()
    }
    if (type === 'DrillAcknowledged') drill.seen.add(content.participantId ?? '')
    if (type === 'AcknowledgementUndone') drill.seen.delete(content.participantId ?? '')
    if (type === 'DrillDeclared') drill.atTable = true
    if (type === 'DrillDeclarationUndone') drill.atTable = false
    if (type === 'DrillReportedOut') drill.reported = true
  }
  return drill
}

/** `from`, `to`: local dates. */
export function plainDrills(
  events: readonly RawEvent[],
  plans: readonly PlainPlan[],
  { from, to }: { from: string; to: string },
  zone: string,
): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (name: string, count = 1): void => {
    sums[name] = (sums[name] ?? 0) + count
  }
  const dayOf = ({ began }: Drill): string => (began === null ? '' : localOf(began, zone).date)
  const drills = [...Map.groupBy(events, ({ stream }) => stream).values()].map(drillOf)
  const begun = drills.filter((drill) => dayOf(drill) >= from && dayOf(drill) <= to)
  const toTheEnd = ({ ran, brokenOff, calledOff, atTable }: Drill): boolean =>
    ran !== null && (ran.length > 0 || atTable) && !brokenOff && !calledOff
  const isOf = ({ ran, arrangedFor }: Drill, plan: string): boolean =>
    ran !== null && ran.length > 0 ? ran.includes(plan) : arrangedFor === plan
  for (const drill of begun) {
    if (drill.brokenOff && !drill.calledOff) add('brokenOff')
    if (!toTheEnd(drill)) continue
    add('held')
    add(`form.${drill.form}`)
    add('participants', drill.people.length)
    add('findings', drill.findings.size)
    if (drill.reported) add('reportedOut')
    if (drill.grade === null) continue
    add('evaluated')
    add(`grade.${drill.grade}`)
    if (drill.people.every((id) => drill.seen.has(id))) add('acknowledged')
  }
  for (const { id, months, since } of plans) {
    const days = drills.filter((drill) => toTheEnd(drill) && isOf(drill, id)).map(dayOf)
    const before = days.filter((day) => day < from).sort()
    if (plusMonths(before.at(-1) ?? since, months) > to) continue
    add('due')
    if (days.some((day) => day >= from && day <= to)) add('done')
  }
  return sums
}
