/**
 * Handlers that read reports: the months there are, the report of one as a draft or as it was
 * issued, and an issue drawn once more from its events.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import type { CorrectiveAction } from '#shared/domain/corrective-action/action.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { monthOfTally } from '#shared/domain/statistics/month.ts'
import { monthsOf } from '#shared/domain/statistics/period.ts'
import { isBegun } from '#shared/domain/monthly-report/as-of.ts'
import { documentChanges, type DocumentChanges } from '#shared/domain/monthly-report/changes.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import { DOCUMENT_RULES, ruleChangesSince } from '#shared/domain/monthly-report/rules.ts'
import type { MonthReportData } from '#shared/domain/monthly-report/data.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { placeNames } from '#shared/domain/places/known.ts'
import { registered } from '#shared/domain/places/place.ts'
import { placesStream } from '#shared/domain/places/stream.ts'
import { checkOf, type Digest } from '#shared/domain/monthly-report/check.ts'
import { isSame } from '#shared/domain/canonical.ts'
import { monthNotBegun, unknownIssue } from '#shared/domain/monthly-report/report-refusals.ts'
import { stillHold } from '#shared/domain/monthly-report/issued-figures.ts'
import { statusOf } from '#shared/domain/monthly-report/schedule.ts'
import { issueIn, reportStream, type ReportIssued } from '#shared/domain/monthly-report/stream.ts'
import { referredIn, withValues } from '#shared/domain/sealed.ts'
import type { Memory } from '../../engine/memory.ts'
import { sitePlanStream } from '#shared/domain/site-plan/stream.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { warningsStream } from '#shared/domain/warning/stream.ts'
import type { ReportLine } from '#shared/contract/report.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { StoredEvent, Vault } from '../../ports.ts'
import { purgedOf } from '../export/file-document.ts'
import type { QueryHandler } from '../handler.ts'
import { recordUpTo } from '../readiness/record.ts'
import { recordedSince } from '../statistics/recorded-since.ts'
import { countingMonth, drawMonth, lookedAt, dataOf, type ReportContext } from './data.ts'

// months before the site was founded that are looked at: what was entered later belongs to them
const YEAR_BEFORE = 12
const PAGE = 20 // incidents in one go; between two of them other work has its turn

const digestOf =
  (vault: Vault): Digest =>
  (text) =>
    vault.digest('', text)

const isEmpty = ({ figures, words }: DocumentChanges): boolean =>
  figures.length === 0 && words.length === 0

/**
 * Newest first: from the month in which the site was founded, or from an earlier one that has
 * incidents or a report.
 */
const list: QueryHandler<'report/list'> = async (_input, context) => {
  const { journal, memory, reports, now, canCopy } = context
  const { zone } = memory.site
  const at = now()
  const states = reports.states()
  const current = localMonth(at, zone)
  const first = [localMonth(reports.foundedAt ?? at, zone), ...states.keys()].reduce((a, b) =>
    b < a ? b : a,
  )
  const year = `${Number(first.slice(0, 4)) - YEAR_BEFORE / 12}${first.slice(4)}`
  const months: ReportLine[] = []
  for (const month of monthsOf({ from: `${year}-01`, to: `${current}-01` })) {
    const state = reports.state(month)
    const figures = monthOfTally(month, await journal.tally(month), at)
    const { incidents, drills } = figures
    if (month < first && incidents + drills === 0) continue
    const issued = await reports.issuedFigures(month)
    const changedAt = state.changedAt ?? null
    months.unshift({
      month,
      standing: statusOf(month, state, at, zone),
      corrections: Math.max(0, state.issues.length - 1),
      incidents,
      issuedIncidents: issued?.['incidents'] ?? null,
      changed: issued !== null && (changedAt !== null || !stillHold(issued, figures)),
      preparedAt: state.prepared?.at ?? null,
      issuedAt: state.issues.at(-1)?.issuedAt ?? null,
      changedAt,
    })
  }
  const { hour, copy } = reports.arranged()
  return {
    ok: true,
    reply: { months, arranged: { hour, copy }, next: reports.next(at, zone), canCopy },
  }
}

/** Reports are drawn and issued with seals in their sentences: puts the values there. */
async function valuesIn(
  drawn: unknown,
  memory: Pick<Memory, 'fetchValues' | 'value'>,
): Promise<<T>(part: T) => T> {
  await memory.fetchValues(referredIn(drawn))
  return (part) => withValues(part, memory.value)
}

const read: QueryHandler<'report/read'> = async ({ month, number }, context) => {
  const { journal, memory, now, vault } = context
  if (!isBegun(month, now(), memory.site.zone)) return monthNotBegun(month)
  const issueNumber = number ?? null
  const state = context.reports.state(month)
  const events = state.issues.length > 0 ? await journal.events(reportStream.nameOf(month)) : []
  const last = issueIn(events, state.issues.length - 1)
  const shown = issueNumber === null ? null : issueIn(events, issueNumber)
  if (issueNumber !== null && !shown) return unknownIssue(month, issueNumber)
  const data = await drawMonth(month, context)
  const draft = monthDocument(data, state.written, null)
  const changes = last && documentChanges(last.paper, draft)
  const issue =
    shown && (state.issues.find((candidate) => candidate.number === issueNumber) ?? null)
  const shownChanges = changes && !isEmpty(changes) ? changes : null
  const open = await valuesIn([shown?.paper ?? draft, shownChanges], memory)
  return {
    ok: true,
    reply: {
      month,
      standing: statusOf(month, state, now(), memory.site.zone),
      paper: open(shown?.paper ?? draft),
      issue,
      issues: state.issues,
      position: shown?.position ?? data.position,
      asOf: shown?.asOf ?? data.asOf,
      purged: shown ? await purgedOf(shown.paper, memory) : 0,
      check: shown?.check ?? checkOf(draft, digestOf(vault)),
      signing: state.written.signing,
      written: state.writtenAt,
      changes: open(shownChanges),
      ruleChanges: shownChanges && last ? ruleChangesSince(last.rules) : [],
    },
  }
}

/**
 * The stats of some months as the record had them at a position, each folded from its events alone.
 */
async function statsAt(
  months: readonly string[],
  position: number,
  { journal, memory, pause }: ReportContext,
  add: (allStats: readonly IncidentStats[]) => void,
): Promise<void> {
  for (const month of months) {
    const ids = (await journal.incidentStats(month, month)).map(({ incidentId }) => incidentId)
    for (let from = 0; from < ids.length; from += PAGE) {
      for (const id of ids.slice(from, from + PAGE)) {
        const events = upTo(position, await journal.events(incidentStream.nameOf(id)))
        if (events.length === 0) continue
        const incident = incidentStream.replay(id, events)
        for (const { revision } of incident.runs) await memory.hasPlan(revision)
        add([projectStats(incident, memory.world(null))])
      }
      await pause()
    }
  }
}
const upTo = (position: number, events: readonly StoredEvent[]): readonly StoredEvent[] =>
  events.filter(({ seq }) => seq <= position)

/**
 * What an issue was made of, from the events up to its position, at its instant. Nothing that was
 * folded before is believed, but which incidents there are.
 */
async function drawAgain(
  month: string,
  { position, asOf, recordSince, basis }: ReportIssued,
  context: ReportContext,
): Promise<MonthReportData> {
  const { journal, sitePlans, memory } = context
  const ofStream = async (name: string) => upTo(position, await journal.events(name))
  const places = placesStream.replay('', await ofStream(placesStream.nameOf('')))
  const count = countingMonth(month, asOf, {
    zone: memory.site.zone,
    placeName: placeNames(registered(places ?? [])),
    // what was brought in since of earlier months was not there then
    recordSince: recordSince ?? (await recordedSince(context)),
  })
  const months = [...new Set(lookedAt(month).flatMap(monthsOf))].sort()
  await statsAt(months, position, context, count.add)
  const states = []
  for (const id of sitePlans.ids())
    states.push([
      id,
      sitePlanStream.replay(id, upTo(position, await journal.events(sitePlanStream.nameOf(id)))),
    ] as const)
  const site =
    siteStream.replay('', await ofStream(siteStream.nameOf('')))?.name ?? memory.site.name
  const { adoptions } = stationStream.replay('', await ofStream(stationStream.nameOf('')))
  const actions: CorrectiveAction[] = []
  for (const id of memory.documents.all('action').keys()) {
    const { action } = actionStream.replay(id, await ofStream(actionStream.nameOf(id)))
    if (action) actions.push(action)
  }
  const warnings = await ofStream(warningsStream.nameOf(''))
  const readRecord = recordUpTo(position, context)
  const around = { month, position, asOf, site, states, adoptions, actions, warnings }
  return dataOf(count.end(), { ...around, readRecord, basis }, context)
}

const reproduce: QueryHandler<'report/reproduce'> = async ({ month, number }, context) => {
  const { journal, memory, reports, now, vault } = context
  if (!isBegun(month, now(), memory.site.zone)) return monthNotBegun(month)
  const events = await journal.events(reportStream.nameOf(month))
  const state = reports.state(month)
  const issueNumber = number ?? state.issues.length - 1
  const issued = issueIn(events, issueNumber)
  if (!issued) return unknownIssue(month, issueNumber)
  const { position, asOf, check, rules, paper: document, written } = issued
  const drawn = monthDocument(await drawAgain(month, issued, context), written, {
    number: issued.number,
    reason: issued.reason,
    at: issued.at,
    check,
  })
  const again = checkOf(drawn, digestOf(vault))
  const changes = documentChanges(document, drawn)
  const open = await valuesIn(changes, memory)
  return {
    ok: true,
    reply: {
      same: isSame(drawn, document),
      intact: checkOf(document, digestOf(vault)) === check,
      check,
      drawn: again,
      position,
      asOf,
      rules,
      rulesNow: DOCUMENT_RULES,
      ruleChanges: ruleChangesSince(rules),
      changes: isEmpty(changes) ? null : open(changes),
      purged: await purgedOf(document, memory),
    },
  }
}

export const reportQueries = {
  'report/list': list,
  'report/read': read,
  'report/reproduce': reproduce,
}
