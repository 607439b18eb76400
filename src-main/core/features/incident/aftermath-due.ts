/**
 * What of the aftermath is still owed by incidents that have left the board: aftercare that nobody
 * has finished, and evaluations of plans whose term is near or over. Their own record is no place
 * where anybody looks.
 */
import type { AftermathDue } from '#shared/contract/aftermath.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import { isOpenAftercare } from '#shared/domain/incident/record/aftermath.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import {
  aftercareOf,
  EVALUATION_DAYS,
  evaluationsOf,
} from '#shared/domain/incident/rules/aftermath-due.ts'
import { nextMonth } from '#shared/domain/monthly-report/as-of.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Memory } from '../../engine/memory.ts'
import type { QueryContext } from '../handler.ts'

/** Incidents of the last two years; an evaluation from a week before its term to 60 days after. */
const LOOKED_BACK_MS = 731 * DAY_MS
const [BEFORE_MS, AFTER_MS] = [7 * DAY_MS, 60 * DAY_MS]

const isNear = (dueAt: number, now: number): boolean =>
  dueAt - BEFORE_MS <= now && now <= dueAt + AFTER_MS

/** Whether it is worth looking up: by its stats alone, which are at hand month by month. */
function mayOwe(stats: IncidentStats, now: number): boolean {
  if (stats.drill || stats.imported || stats.state !== 'archived') return false
  if ((stats.aftermath?.open.length ?? 0) > 0) return true
  const closed = stats.moments['closed']
  return (
    (stats.plans ?? []).length > 0 &&
    closed !== undefined &&
    isNear(closed + EVALUATION_DAYS * DAY_MS, now)
  )
}

async function evaluationsDue(
  incident: Incident,
  memory: Memory,
  now: number,
): Promise<AftermathDue['evaluations']> {
  const due = evaluationsOf(incident).flatMap(({ planId, dueAt, doneAt }) =>
    doneAt === null && dueAt !== null && isNear(dueAt, now) ? [{ planId, dueAt }] : [],
  )
  const all: AftermathDue['evaluations'][number][] = []
  for (const { planId, dueAt } of due) {
    const revision = incident.runs.findLast((run) => run.planId === planId)?.revision ?? ''
    await memory.hasPlan(revision)
    const title = memory.plan(revision)?.title ?? localized(planId, planId)
    all.push({ planId, title, dueAt })
  }
  return all
}

/**
 * By the report, the latest last. Names stand in it as in a sentence, sealed: whoever shows it puts
 * them there.
 */
export async function aftermathDue({
  memory,
  journal,
  now,
}: Pick<QueryContext, 'memory' | 'journal' | 'now'>): Promise<readonly AftermathDue[]> {
  const at = now()
  const last = localMonth(at, memory.site.zone)
  const all: AftermathDue[] = []
  for (
    let month = localMonth(at - LOOKED_BACK_MS, memory.site.zone);
    month <= last;
    month = nextMonth(month)
  )
    for (const stats of await journal.incidentStats(month, month)) {
      if (!mayOwe(stats, at)) continue
      const incident = await memory.incident(stats.incidentId)
      if (incident?.state !== 'archived') continue
      const entries = aftercareOf(incident).filter(isOpenAftercare)
      const evaluations = await evaluationsDue(incident, memory, at)
      if (entries.length + evaluations.length === 0) continue
      const number = memory.numbering.of(incident)
      all.push({
        incidentId: incident.id,
        ...(number === undefined ? {} : { number }),
        place: inSentence(incident.place),
        entries: entries.map(({ kind, whom, dueOn }) => ({ kind, whom: inSentence(whom), dueOn })),
        evaluations,
      })
    }
  return all
}
