/** What an archive package of an incident has besides its record as a page. */
import type { Parsed } from '#shared/contract/contract.ts'
import { badExport } from './refusals.ts'
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { seriesOf } from '#shared/domain/incident/record/bulletins.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { PURGED, withValues } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'
import { attachmentsAt } from '#shared/domain/plan-attachment/draw.ts'
import type { DocumentSource, Enclosed } from '../../ports.ts'
import { attachmentsOf } from '../attachment/data.ts'
import type { QueryContext } from '../handler.ts'
import { recordOf } from '../history/queries.ts'
import { opened } from '../opened.ts'

type Subject = Parsed<'export/start'>['what']

const NAME_SIGNS = 12 // of the digest

const notOver = (): Refusal =>
  refuse(
    'incident-not-over',
    localized(
      '事件还没有结案，档案包在结案以后导出；现在可以导出HTML或PDF',
      'The incident is not closed yet, and its archive package is made after that: HTML and PDF can be exported now',
    ),
  )
const fileGone = (name: string): Refusal =>
  refuse(
    'unknown-file',
    localized(
      `附件${name}不在了，档案包没有做。请先从备份找回`,
      `The attached file ${name} is missing, and no package was made: take it from a backup first`,
    ),
  )

/**
 * Where these lie, under names in ASCII that begin with their `id`. Each file once; also one that
 * was withdrawn, for it stands in the record; none purged. Refused: `unknown-file`.
 */
export async function filesOf(
  files: readonly BoardFile[],
  store: QueryContext['files'],
): Promise<Enclosed['files'] | Refusal> {
  const enclosed: Enclosed['files'][number][] = []
  const once = new Map(files.map((file) => [file.fileId, file]))
  for (const { id: number, fileId, format, name } of once.values()) {
    const stored = await store?.look(fileId)
    if (!stored && name.startsWith(PURGED.zh)) continue // it went by rule, and its name with it
    if (!stored) return fileGone(name)
    const within = `${number}-${fileId.slice(0, NAME_SIGNS)}.${format}`
    enclosed.push({ name: within, path: stored.path, id: fileId })
  }
  return enclosed
}

type PlanFile = BoardFile & { planId: string }

/** What belonged to the plans when they were activated, numbered in ASCII. */
async function filesOfPlans(
  plans: readonly { planId: string; activatedAt: number }[],
  memory: QueryContext['memory'],
): Promise<readonly PlanFile[]> {
  const files = plans.flatMap(({ planId, activatedAt }) =>
    attachmentsAt(attachmentsOf({ planId }, { memory }), activatedAt).map((file, index) => ({
      ...file,
      ...{ planId, id: `plan-${planId}-${index + 1}` },
    })),
  )
  return opened(files, { memory })
}

/** Without personal values there are neither files nor papers: they are somebody's words. */
export async function enclosedOf(
  subject: Subject,
  source: DocumentSource,
  context: QueryContext,
): Promise<({ ok: true } & Enclosed) | Refusal> {
  if (!('incidentId' in subject) || 'bulletin' in subject) return badExport()
  const { incidentId, personal = false } = subject
  const { memory, now } = context
  const read = await recordOf(incidentId, context, personal ? null : 'data')
  if (!read.ok) return read
  const record = withValues(read.reply, memory.value)
  const { incident } = record
  if (!isTerminal(incident.state)) return notOver()
  const planFiles = personal ? await filesOfPlans(incident.plans, memory) : []
  const attached = [
    ...(incident.files ?? []),
    ...(record.actions ?? []).flatMap(({ number, files: ofAction }) =>
      // names of files are in ASCII: 整2026-004 is action-2026-004
      ofAction.map((file) => ({ ...file, id: `action-${number.replace(/\D+/, '')}-${file.id}` })),
    ),
    ...planFiles,
  ]
  const files = personal ? await filesOf(attached, context.files) : []
  if ('ok' in files) return files
  const texts = (personal ? (incident.bulletins ?? []) : []).flatMap(({ kind, number, text }) =>
    text === null ? [] : [{ name: `${seriesOf(kind)}-${number}`, text }],
  )
  const { site } = memory
  const json = {
    package: 'vigil-incident',
    version: 1,
    site: site.name,
    zone: site.zone,
    readAt: now(),
    personal,
    source,
    ...record,
    ...(planFiles.length > 0 ? { planFiles } : {}),
  }
  return { ok: true, json: `${JSON.stringify(json, null, 1)}\n`, papers: texts, files }
}
