/**
 * Evidence that is kept, and whose keeping ends soon or was over lately, of incidents on the board
 * and long archived.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import { evidenceOf } from '#shared/domain/incident/record/select.ts'
import type { Evidence } from '#shared/domain/incident/record/slices.ts'
import {
  isEndingSoon,
  mayBeHandled,
  retained,
  retainUntil,
} from '#shared/domain/incident/rules/evidence.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { nextMonth } from '#shared/domain/monthly-report/as-of.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Memory } from '../../engine/memory.ts'
import type { QueryContext } from '../handler.ts'

export type EndingSoon = ReturnType<typeof retained>[number] & { incident: Incident }

/**
 * The nearest first; `at` in UTC ms. Of incidents that have left the board, only those with
 * evidence that has a clock are at hand.
 */
export async function endingSoon(memory: Memory, at: number): Promise<readonly EndingSoon[]> {
  const away = [...memory.pending]
    .filter(([, deadlines]) =>
      deadlines.some(({ fires, dueAt }) => fires === 'kept' && isEndingSoon(dueAt, at)),
    )
    .map(([id]) => id)
  const incidents = [...memory.incidents.values()]
  for (const id of away) {
    const incident = await memory.incident(id)
    if (incident) incidents.push(incident)
  }
  await memory.fetchValues(incidents)
  return incidents
    .flatMap((incident) => retained(incident).map((item) => ({ ...item, incident })))
    .filter(({ until }) => isEndingSoon(until, at))
    .sort((a, b) => a.until - b.until)
}

/**
 * `until` (UTC ms): null while its incident is not over, and in a drill; `mayGo`: that has come.
 */
export type InHand = {
  incident: Incident
  evidence: Evidence
  until: number | null
  mayGo: boolean
}
type Context = Pick<QueryContext, 'memory' | 'journal' | 'now'>

/**
 * What nobody has handed out of the incidents since a month (`2026-11`) that have a piece for which
 * `isMeant`. They are looked up month by month, so that other work has its turn. What an incident
 * has that goes on as another one is kept as evidence of that.
 */
async function inHandSince(
  since: string,
  { memory, journal, now }: Context,
  isMeant: (pieces: { kept: number; mayGo: number }) => boolean,
): Promise<readonly InHand[]> {
  const incidents = new Map(memory.incidents)
  const last = localMonth(now(), memory.site.zone)
  for (let month = since; month <= last; month = nextMonth(month))
    for (const { incidentId, evidence } of await journal.incidentStats(month, month)) {
      if (!evidence || !isMeant(evidence) || incidents.has(incidentId)) continue
      const incident = await memory.incident(incidentId)
      if (incident) incidents.set(incidentId, incident)
    }
  return [...incidents.values()]
    .filter(({ continued }) => !continued)
    .flatMap((incident) =>
      evidenceOf(incident)
        .filter(({ released }) => !released)
        .map((evidence) => ({
          incident,
          evidence,
          until: retainUntil(incident, evidence),
          mayGo: mayBeHandled(incident, evidence),
        })),
    )
}
const valuesOf = ({ incident, evidence }: InHand): unknown => [
  incident.place,
  evidence,
  (incident.files ?? []).filter(({ evidenceId }) => evidenceId === evidence.id),
]
/** What ends at no time that is known comes last, and of that what proves nothing. */
const placeOf = ({ incident, until }: InHand): number =>
  incident.drill ? Number.MAX_VALUE : (until ?? Number.MAX_SAFE_INTEGER)

/** What nobody has handed out yet: by when its keeping ends, then the oldest first. */
export async function evidenceInHand(context: Context): Promise<readonly InHand[]> {
  const { memory, journal, now } = context
  const first = (await journal.firstMonth()) ?? localMonth(now(), memory.site.zone)
  const items = [...(await inHandSince(first, context, () => true))]
  await memory.fetchValues(items.map(valuesOf))
  return items.sort((a, b) => placeOf(a) - placeOf(b) || a.evidence.at - b.evidence.at)
}

/** For a week after its end it is told; of incidents of the last year. */
const TOLD_AFTER_MS = 7 * DAY_MS
const LOOKED_BACK_MS = 366 * DAY_MS

/** What may be handled since lately, and nobody has handed out: the oldest end first. */
export async function endedLately(context: Context): Promise<readonly EndingSoon[]> {
  const { memory, now } = context
  const since = localMonth(now() - LOOKED_BACK_MS, memory.site.zone)
  const items = await inHandSince(since, context, ({ mayGo }) => mayGo > 0)
  const ended = items.flatMap(({ incident, evidence, until, mayGo }) =>
    mayGo && until !== null && now() - until <= TOLD_AFTER_MS
      ? [{ incident, evidence, until }]
      : [],
  )
  await memory.fetchValues(ended.map(({ incident, evidence }) => [incident.place, evidence]))
  return ended.sort((a, b) => a.until - b.until)
}
