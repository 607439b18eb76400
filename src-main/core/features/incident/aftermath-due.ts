/**
 * What of the aftermath is still owed by incidents that have left the board: aftercare that nobody
 * has finished, and evaluations of plans whose term is near or over. Their own record is no place
 * where anybody looks.
 */
import type { AftermathDue } from '#shared/contract/aftermath.ts'
import { localDate, localMonth } from '#shared/domain/calendar.ts'
import { owingOf, type Owing } from '#shared/domain/incident/obligations.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { EVALUATION_DAYS } from '#shared/domain/incident/rules/aftermath-due.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthsOf } from '#shared/domain/statistics/period.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Memory } from '../../engine/memory.ts'
import type { QueryContext } from '../handler.ts'

/** Incidents of the last two years; an evaluation from a week before its term to 60 days after. */
const LOOKED_BACK_MS = 731 * DAY_MS
const [BEFORE_MS, AFTER_MS] = [7 * DAY_MS, 60 * DAY_MS]

type Context = Pick<QueryContext, 'memory' | 'journal' | 'now'>

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

/** What a plan that ran in an incident is called, in the revision that ran last. */
export const titleIn =
  (incident: Incident, memory: Pick<Memory, 'plan'>) =>
  (planId: string): LocalizedText => {
    const revision = incident.runs.findLast((run) => run.planId === planId)?.revision ?? ''
    return memory.plan(revision)?.title ?? localized(planId, planId)
  }

async function owingNow(incident: Incident, memory: Memory, now: number): Promise<Owing> {
  for (const { revision } of incident.runs) await memory.hasPlan(revision)
  const number = memory.numbering.of(incident) ?? ''
  const titleOf = titleIn(incident, memory)
  const owing = owingOf(incident, { number, titleOf, world: {} })
  return { ...owing, evaluations: owing.evaluations.filter(({ dueAt }) => isNear(dueAt, now)) }
}

type OwedInMonth = { version: number; today: string; items: Promise<readonly OwedAway[]> }
/** Of each month as it was read last; again when its stats may be others, or a day has begun. */
const known = new WeakMap<Memory, Map<string, OwedInMonth>>()

/** What an incident that has left the board still owes; `place` as in a sentence. */
type OwedAway = { incident: Incident; owing: Owing }

async function readMonth(
  month: string,
  { memory, journal }: Context,
  at: number,
): Promise<readonly OwedAway[]> {
  const all: OwedAway[] = []
  for (const stats of await journal.incidentStats(month, month)) {
    if (!mayOwe(stats, at)) continue
    const incident = await memory.incident(stats.incidentId)
    if (incident?.state !== 'archived') continue
    const owing = await owingNow(incident, memory, at)
    if (owing.entries.length + owing.evaluations.length > 0) all.push({ incident, owing })
  }
  return all
}

/** The months that are looked at, up to the one of `at` (UTC ms). */
function monthsLookedAt(memory: Memory, at: number): readonly string[] {
  const { zone } = memory.site
  const [first, last] = [localMonth(at - LOOKED_BACK_MS, zone), localMonth(at, zone)]
  return monthsOf({ from: `${first}-01`, to: `${last}-01` })
}

/** Changes whenever what archived incidents owe may have become another within the day. */
export const owedAwayVersions = (memory: Memory, at: number): readonly number[] =>
  monthsLookedAt(memory, at).map((month) => memory.monthVersion(month))

/** What incidents that have left the board still owe, by the report, the latest last. */
export async function owedAway(context: Context): Promise<readonly OwedAway[]> {
  const { memory, now } = context
  const at = now()
  const today = localDate(at, memory.site.zone)
  const months = known.get(memory) ?? new Map<string, OwedInMonth>()
  known.set(memory, months)
  const all: OwedAway[] = []
  for (const month of monthsLookedAt(memory, at)) {
    const version = memory.monthVersion(month)
    const before = months.get(month)
    if (before?.version !== version || before.today !== today) {
      const items = readMonth(month, context, at)
      months.set(month, { version, today, items })
      items.catch(() => months.delete(month))
    }
    all.push(...((await months.get(month)?.items) ?? []))
  }
  return all
}

/**
 * By the report, the latest last. Names stand in it as in a sentence, sealed: whoever shows it puts
 * them there.
 */
export const aftermathDue = async (context: Context): Promise<readonly AftermathDue[]> =>
  (await owedAway(context)).map(({ incident, owing: { id, number, entries, evaluations } }) => ({
    incidentId: id,
    ...(number === '' ? {} : { number }),
    place: inSentence(incident.place),
    entries: entries.map(({ kind, whom, dueOn }) => ({ kind, whom: inSentence(whom), dueOn })),
    evaluations,
  }))
