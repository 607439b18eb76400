/**
 * The drills of the last year that were reported at the intake and played to their end, and of
 * which nobody has said yet that they count. Closed ones leave the board: they are looked up month
 * by month, again only when a month has changed.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import { planIdsOf, playedOutAt, type UnarrangedDrill } from '#shared/domain/drill/unarranged.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthsOf } from '#shared/domain/statistics/period.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Memory } from '../../engine/memory.ts'
import type { QueryContext } from '../handler.ts'
import { titleIn } from '../incident/aftermath-due.ts'
import { allDrills } from './decided.ts'

const LOOKED_BACK_MS = 366 * DAY_MS

type Context = Pick<QueryContext, 'memory' | 'journal' | 'now'>
type OfMonth = { version: number; drills: Promise<readonly UnarrangedDrill[]> }
const known = new WeakMap<Memory, Map<string, OfMonth>>()

const mayBe = ({ drill, counted, imported, moments }: IncidentStats): boolean =>
  drill && counted && !imported && moments['closed'] !== undefined

/**
 * What of an incident says whether it can count; null: it is no drill that was played to its end.
 */
export async function unarrangedIn(
  incident: Incident,
  memory: Memory,
): Promise<UnarrangedDrill | null> {
  const endedAt = playedOutAt(incident)
  if (endedAt === null) return null
  for (const { revision } of incident.runs) await memory.hasPlan(revision)
  const titleOf = titleIn(incident, memory)
  return {
    incidentId: incident.id,
    number: memory.numbering.of(incident) ?? null,
    startedAt: incident.receivedAt,
    startedBy: incident.reportedBy,
    endedAt,
    plans: planIdsOf(incident).map((id) => ({ id, title: titleOf(id) })),
  }
}

async function readMonth(
  month: string,
  { memory, journal }: Context,
): Promise<readonly UnarrangedDrill[]> {
  const all: UnarrangedDrill[] = []
  for (const stats of (await journal.incidentStats(month, month)).filter(mayBe)) {
    const incident = await memory.incident(stats.incidentId)
    const drill = incident && (await unarrangedIn(incident, memory))
    if (drill) all.push(drill)
  }
  return all
}

/** Those that have a record already: arranged or counted, unless that was taken back. */
export const recordedIncidents = (context: Pick<Context, 'memory'>): ReadonlySet<string> =>
  new Set(
    allDrills(context).flatMap(({ started, calledOff }) =>
      started && !calledOff ? [started.incidentId] : [],
    ),
  )

/** The latest first. */
export async function unarrangedDrills(context: Context): Promise<readonly UnarrangedDrill[]> {
  const { memory, now } = context
  const { zone } = memory.site
  const months = known.get(memory) ?? new Map<string, OfMonth>()
  known.set(memory, months)
  const [first, last] = [localMonth(now() - LOOKED_BACK_MS, zone), localMonth(now(), zone)]
  const all: UnarrangedDrill[] = []
  for (const month of monthsOf({ from: `${first}-01`, to: `${last}-01` })) {
    const version = memory.monthVersion(month)
    if (months.get(month)?.version !== version) {
      const drills = readMonth(month, context)
      months.set(month, { version, drills })
      drills.catch(() => months.delete(month))
    }
    all.push(...((await months.get(month)?.drills) ?? []))
  }
  const recorded = recordedIncidents(context)
  return all
    .filter(({ incidentId }) => !recorded.has(incidentId))
    .toSorted((drill, other) => other.startedAt - drill.startedAt)
}
