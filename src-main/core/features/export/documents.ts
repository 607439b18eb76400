/**
 * The paper of whatever somebody wants as a file, and what in the record it stands on. One way for
 * pages, command line and copies; it writes nothing.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Paper } from '#shared/domain/document/document.ts'
import { incidentPaper } from '#shared/domain/document/incident-document.ts'
import { periodPaper } from '#shared/domain/document/period-document.ts'
import { historyQueries } from '../history/queries.ts'
import type { PaperSource } from '../../ports.ts'
import type { Reading } from '../queries.ts'
import { reportQueries } from '../monthly-report/queries.ts'
import { filterOf, statisticsQueries } from '../statistics/queries.ts'

export type Wanted = Parsed<'export/start'>['what']
export type Drawn = { ok: true; paper: Paper; source: PaperSource }

const ALL = Number.MAX_SAFE_INTEGER

async function on(position: number, paper: Paper, { journal }: Reading): Promise<Drawn> {
  return { ok: true, paper, source: { position, hash: (await journal.hashAt(position)) ?? '' } }
}

/** Without a number: the last issue, and the draft as long as there is none. */
async function ofMonth(
  { month, number, draft = false }: Extract<Wanted, { month: string }>,
  reading: Reading,
): Promise<Drawn | Refusal> {
  const asked = await reportQueries['report/read']({ month, number: number ?? null }, reading)
  const last =
    asked.ok && !draft && asked.reply.issue === null ? asked.reply.issues.at(-1) : undefined
  const read = last
    ? await reportQueries['report/read']({ month, number: last.number }, reading)
    : asked
  return read.ok ? on(read.reply.position, read.reply.paper, reading) : read
}

async function ofPeriod(
  asked: Extract<Wanted, { from: string }>,
  reading: Reading,
): Promise<Drawn | Refusal> {
  const { site } = reading.live
  const figures = await statisticsQueries['statistics/period'](asked, reading)
  if (!figures.ok) return figures
  const behind = await statisticsQueries['statistics/incidents'](
    { ...asked, metric: 'incidents', limit: ALL },
    reading,
  )
  if (!behind.ok) return behind
  const register = [...behind.reply.rows].reverse() // the oldest first
  const paper = periodPaper({
    ...figures.reply,
    register,
    filter: filterOf(asked.filter),
    site: site.name,
    zone: site.zone,
  })
  return on(figures.reply.position, paper, reading)
}

/** Without personal values, unless they are asked for. */
async function ofIncident(
  { incidentId, personal = false }: Extract<Wanted, { incidentId: string }>,
  reading: Reading,
): Promise<Drawn | Refusal> {
  const { live, now } = reading
  const position = live.position
  const read = await historyQueries['history/read']({ incidentId }, reading)
  return read.ok
    ? on(
        position,
        incidentPaper(read.reply, {
          at: now(),
          zone: live.site.zone,
          site: live.site.name,
          personal,
        }),
        reading,
      )
    : read
}

export async function drawPaper(wanted: Wanted, reading: Reading): Promise<Drawn | Refusal> {
  if ('month' in wanted) return ofMonth(wanted, reading)
  return 'from' in wanted ? ofPeriod(wanted, reading) : ofIncident(wanted, reading)
}
