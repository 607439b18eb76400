/**
 * Reads what a shift handover shows now. Personal values stand in it as their seals: whoever shows
 * it puts them there, whoever keeps it leaves them so.
 */
import { localDate } from '#shared/domain/calendar.ts'
import { actionCounts } from '#shared/domain/corrective-action/action.ts'
import { drawFaults } from '#shared/domain/board/faults.ts'
import { byUrgency } from '#shared/domain/board/urgency.ts'
import {
  aftermathOf,
  drawFromBoard,
  drawPageWarnings,
} from '#shared/domain/handover-sheet/draw-page.ts'
import type {
  HandoverPage,
  PageEvidence,
  PageReadiness,
} from '#shared/domain/handover-sheet/page.ts'
import { NO_HANDOVER } from '#shared/domain/handover/stream.ts'
import { briefLines } from '#shared/domain/readiness/brief.ts'
import { countsOf, isDueNow } from '#shared/domain/readiness/obligation.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import type { QueryContext, Sealing } from '../handler.ts'
import { aftermathDue } from '../incident/aftermath-due.ts'
import { endingSoon } from '../incident/keeping.ts'
import { shownObligations } from '../readiness/queries.ts'
import { readDuty } from './duty.ts'
import { readMissing } from './missing.ts'
import { puttingWith, withAuthors, type Putting } from './seals.ts'

async function readKeeping(
  { memory, now }: QueryContext,
  { put, guard }: Putting,
): Promise<readonly PageEvidence[]> {
  const items = await endingSoon(memory, now())
  return items.map(({ incident, evidence, until }) => ({
    incidentId: incident.id,
    ...(memory.numbering.of(incident) ? { number: memory.numbering.of(incident) } : {}),
    incidentPlace: inSentence(guard(incident).place),
    what: put(evidence.what),
    place: put(evidence.place),
    keeper: evidence.keeper && put(evidence.keeper),
    until,
  }))
}

/** A handover has room for no more. */
const MOST_OBLIGATIONS = 8

/** Null where nothing is critical or due; lines that quote somebody are counted, not quoted. */
async function readReadiness(context: QueryContext): Promise<PageReadiness | null> {
  const { obligations, ...at } = await shownObligations(context)
  const counts = countsOf(obligations, at)
  if (counts.critical + counts.due === 0) return null
  const pressing = obligations.filter((line) => line.isCritical || isDueNow(line, at))
  return {
    ...counts,
    worst: briefLines(pressing, [], at)
      .slice(0, MOST_OBLIGATIONS)
      .flatMap(({ line, date, isCritical }) => (line ? [{ line, due: date, isCritical }] : [])),
  }
}

/** `sealing`: of a page that is kept; null: it is only shown. */
export async function readPage(
  context: QueryContext,
  sealing: Pick<Sealing, 'seal'> | null,
): Promise<HandoverPage> {
  const { memory, faults, emergency, drawSealed, now } = context
  const putting = puttingWith(sealing, context)
  const [at, position] = [now(), memory.position]
  const { notes, heard } = memory.documents.get('handover', 'handover') ?? NO_HANDOVER
  const incidents = [...memory.incidents.keys(), ...memory.lost].flatMap(
    (id) => drawSealed(id, putting.guard) ?? [],
  )
  const actions = actionCounts(
    memory.documents.all('action').values(),
    localDate(at, memory.site.zone),
  )
  const board = drawFromBoard(byUrgency(incidents, at), drawFaults(faults.standing()), at)
  const away = await aftermathDue(context)
  const readiness = await readReadiness(context)
  const page: HandoverPage = {
    at,
    position,
    left: emergency.waiting().length,
    ...board,
    ...aftermathOf({
      open: (board.aftermath?.open ?? 0) + away.flatMap(({ entries }) => entries).length,
      reviews: board.aftermath?.reviews ?? 0,
      evaluations:
        (board.aftermath?.evaluations ?? 0) + away.flatMap(({ evaluations }) => evaluations).length,
    }),
    ...drawPageWarnings(context.memory.documents.get('warnings', 'warnings'), at),
    keeping: await readKeeping(context, putting),
    missing: await readMissing(context),
    duty: readDuty(context, putting),
    notes: notes.map(({ id, words, at: since, by }) => ({
      id,
      words: putting.put(words),
      at: since,
      by,
    })),
    heard,
    ...(actions.open > 0 ? { actions } : {}),
    ...(readiness ? { readiness } : {}),
  }
  return withAuthors(page, putting.put)
}
