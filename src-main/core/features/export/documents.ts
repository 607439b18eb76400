/**
 * The document of whatever somebody wants as a file, and what in the record it stands on. One way
 * for pages, command line and copies; it writes nothing.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { ExportedReport } from '#shared/contract/export.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { bulletinDocument } from '#shared/domain/document/bulletin-document.ts'
import { drillDocument } from '#shared/domain/document/drill-document.ts'
import { filingCover } from '#shared/domain/document/filing-documents.ts'
import { handoverDocument } from '#shared/domain/document/handover-document.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { periodDocument } from '#shared/domain/document/period-document.ts'
import { personDocument } from '#shared/domain/document/person-document.ts'
import { purgedLine } from '#shared/domain/document/purged-line.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { ofSeries } from '#shared/domain/incident/record/bulletins.ts'
import { unknownBulletin } from '#shared/domain/incident/record/refusals.ts'
import { withValues } from '#shared/domain/sealed.ts'
import { codeNeeded } from '../admin-code/refusals.ts'
import { drillQueries } from '../drill/queries.ts'
import { handoverQueries } from '../handover/queries.ts'
import { recordOf } from '../history/queries.ts'
import type { DocumentSource } from '../../ports.ts'
import { fileDocument } from './file-document.ts'
import type { QueryContext } from '../handler.ts'
import { registerDocument, type RegisterSubject } from './register-documents.ts'
import { purgeQueries } from '../purge/queries.ts'
import { reportQueries } from '../monthly-report/queries.ts'
import { sheetDocument } from '../power-cut/sheet.ts'
import { filingOf } from '../upkeep/filing.ts'
import { filterOf, incidentsBehind, sealedPeriod } from '../statistics/queries.ts'

export type ExportSubject = Parsed<'export/start'>['what']
/** `report`: which paper it is, of the report of a month. */
export type Drawn = {
  ok: true
  document: ReportDocument
  source: DocumentSource
  report?: ExportedReport
}

const ALL = Number.MAX_SAFE_INTEGER

async function on(
  position: number,
  document: ReportDocument,
  { journal }: QueryContext,
): Promise<Drawn> {
  return { ok: true, document, source: { position, hash: (await journal.hashAt(position)) ?? '' } }
}

/** Without a number: the last issue, and the draft as long as there is none. */
async function ofMonth(
  { month, number, draft = false, personal = false }: Extract<ExportSubject, { month: string }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const draftRead = await reportQueries['report/read']({ month, number: number ?? null }, context)
  const last =
    draftRead.ok && !draft && draftRead.reply.issue === null
      ? draftRead.reply.issues.at(-1)
      : undefined
  const read = last
    ? await reportQueries['report/read']({ month, number: last.number }, context)
    : draftRead
  if (!read.ok) return read
  const { issue, issues, paper, position, purged } = read.reply
  const drawn = await fileDocument(paper, personal, context.memory)
  // its values stand in it already, and those that are left out are missed by nobody
  const line = personal ? purgedLine({ values: purged, files: 0 }) : null
  const document = line ? { ...drawn, lines: [...drawn.lines, line] } : drawn
  return {
    ...(await on(position, document, context)),
    report: {
      month,
      number: issue?.number ?? null,
      issuedAt: issue?.issuedAt ?? null,
      issues: issues.length,
    },
  }
}

async function ofPeriod(
  { personal = false, ...query }: Extract<ExportSubject, { from: string }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { memory } = context
  const { site } = memory
  const figures = await sealedPeriod(query, context)
  if (!figures.ok) return figures
  const behind = await incidentsBehind({ ...query, metric: 'incidents', limit: ALL }, context, true)
  const register = [...behind.reply.rows].reverse() // the oldest first
  const document = periodDocument({
    ...figures.reply,
    register,
    filter: filterOf(query.filter),
    site: site.name,
    zone: site.zone,
  })
  return on(figures.reply.position, await fileDocument(document, personal, memory), context)
}

/** Without personal values, unless they are asked for. */
async function ofIncident(
  {
    incidentId,
    personal = false,
  }: Exclude<Extract<ExportSubject, { incidentId: string }>, { bulletin: number }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { memory, now } = context
  const position = memory.position
  const read = await recordOf(incidentId, context, personal ? null : 'paper')
  return read.ok
    ? on(
        position,
        withValues(
          incidentDocument(read.reply, {
            at: now(),
            zone: memory.site.zone,
            site: memory.site.name,
            personal,
          }),
          memory.value,
        ),
        context,
      )
    : read
}

/** Who signed stands in it in any case. */
async function ofHandover(
  { handoverId, personal = false }: Extract<ExportSubject, { handoverId: string }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { position, site } = context.memory
  const shown = await handoverQueries['handover/show'](
    { id: handoverId, plain: !personal },
    context,
  )
  if (!shown.ok) return shown
  const of = { zone: site.zone, site: site.name, personal }
  return on(position, handoverDocument(shown.reply, null, of), context)
}

/** A report to those above, word for word as it went out. */
async function ofBulletin(
  { incidentId, bulletin, series = 'authorities' }: Extract<ExportSubject, { bulletin: number }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { position, site } = context.memory
  const read = await recordOf(incidentId, context)
  if (!read.ok) return read
  const { incident } = read.reply
  const sent = ofSeries(incident.bulletins, series).find(({ number }) => number === bulletin)
  if (!sent) return unknownBulletin(bulletin)
  const { number, at, text } = sent
  const sheet = { series, number, at, text: text ?? '', drill: incident.drill, site: site.name }
  const document = bulletinDocument(
    { ...sheet, incidentNumber: incident.number ?? null },
    site.zone,
  )
  return on(position, document, context)
}

/** What runs, as the desk sees it, with the numbers to ring; or a blank sheet. */
async function ofSheet(
  { sheet }: Extract<ExportSubject, { sheet: string }>,
  context: QueryContext,
): Promise<Drawn> {
  const { position } = context.memory
  return on(position, await sheetDocument(sheet, context), context)
}

async function ofRegister(
  request: RegisterSubject,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { position } = context.memory
  const read = await registerDocument(request, context)
  return read.ok ? on(position, read.document, context) : read
}

const needlesOf = ({ name, number }: { name?: string | null; number?: string | null }) =>
  [name, number].filter((text) => typeof text === 'string')

/** The list of what is filed; the package has the rest. */
async function ofFiling(
  { filing }: Extract<ExportSubject, { filing: unknown }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { position } = context.memory
  const drawn = await filingOf(filing, context)
  return drawn.ok ? on(position, filingCover(drawn.of), context) : drawn
}

/** What is held of one person: a console needs the administrator's code, as for the look-up. */
async function ofPerson(
  { person }: Extract<ExportSubject, { person: unknown }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { site } = context.memory
  const { locks, session } = context
  if (session !== null && locks?.isCodeSet() && locks.until(session) === null) return codeNeeded()
  const read = await purgeQueries['retention/find'](person, context)
  if (!read.ok) return read
  const day = localDate(context.now(), site.zone)
  const of = { site: site.name, zone: site.zone, day }
  return on(
    read.reply.position,
    personDocument({ ...read.reply, asked: needlesOf(person) }, of),
    context,
  )
}

async function ofDrill(
  { drillId }: Extract<ExportSubject, { drillId: string }>,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  const { position, site } = context.memory
  const read = await drillQueries['drill/read']({ drillId }, context)
  if (!read.ok) return read
  const { drill, actions } = read.reply
  const document = drillDocument({ drill, actions, site: site.name, zone: site.zone })
  return on(position, document, context)
}

export async function drawDocument(
  request: ExportSubject,
  context: QueryContext,
): Promise<Drawn | Refusal> {
  if ('register' in request) return ofRegister(request, context)
  if ('filing' in request) return ofFiling(request, context)
  if ('sheet' in request) return ofSheet(request, context)
  if ('person' in request) return ofPerson(request, context)
  if ('drillId' in request) return ofDrill(request, context)
  if ('bulletin' in request) return ofBulletin(request, context)
  if ('month' in request) return ofMonth(request, context)
  if ('handoverId' in request) return ofHandover(request, context)
  return 'from' in request ? ofPeriod(request, context) : ofIncident(request, context)
}
