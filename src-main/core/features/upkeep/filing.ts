/** What a filing package is made of: read out of the record and the registers, as they are now. */
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Table } from '#shared/domain/document/document.ts'
import { filingParts, type FilingOf } from '#shared/domain/document/filing-documents.ts'
import { planBook, type AnnexTables } from '#shared/domain/document/plan-book.ts'
import { unknownSubject } from '#shared/domain/upkeep/refusals.ts'
import type { AnnexKind } from '#shared/domain/upkeep/supplement.ts'
import { valid, type UpkeepSubject } from '#shared/domain/upkeep/upkeep.ts'
import type { FilingEnclosed } from '../../ports.ts'
import { standingFiles } from '../attachment/data.ts'
import { filesOf } from '../export/package.ts'
import { registerDocument } from '../export/register-documents.ts'
import { readinessAround } from '../readiness/around.ts'
import type { QueryContext } from '../handler.ts'
import { opened } from '../opened.ts'
import { upkeepThing } from './data.ts'
import { drawnUpkeep } from './queries.ts'

/** Registers that can be read as tables; what else an annex names stands there in words. */
const REGISTERS = {
  members: 'people',
  duty: 'duty',
  contacts: 'contacts',
  places: 'places',
  supplies: 'supplies',
} as const

async function annexTables(
  kinds: readonly AnnexKind[],
  context: QueryContext,
): Promise<AnnexTables> {
  const tables = new Map<AnnexKind, readonly Table[]>()
  for (const kind of new Set(kinds)) {
    const register = kind in REGISTERS ? REGISTERS[kind as keyof typeof REGISTERS] : null
    if (!register) continue
    const read = await registerDocument({ register }, context)
    if (read.ok)
      tables.set(
        kind,
        read.document.sections.flatMap((section) => section.tables),
      )
  }
  return (kind) => tables.get(kind) ?? []
}

export async function filingOf(
  subject: UpkeepSubject,
  context: QueryContext,
): Promise<{ ok: true; of: FilingOf } | Refusal> {
  const thing = upkeepThing(subject, context)
  if (!thing) return unknownSubject('planId' in subject ? subject.planId : subject.documentId)
  const { memory } = context
  const { document, plans } = thing
  const drawn = await drawnUpkeep(thing, readinessAround(context))
  const upkeep = await opened(drawn, context)
  const { supplement } = upkeep
  const tablesOf = await annexTables(supplement?.annexes.map(({ kind }) => kind) ?? [], context)
  const book = planBook({ document, plans, supplement }, tablesOf)
  const { name: site, zone } = memory.site
  return { ok: true, of: { upkeep, book, site, zone } }
}

export async function filingEnclosed(
  subject: UpkeepSubject,
  context: QueryContext,
): Promise<({ ok: true } & FilingEnclosed) | Refusal> {
  const read = await filingOf(subject, context)
  if (!read.ok) return read
  const attached = await filesIn(subject, context)
  const files = await filesOf(attached, context.files)
  if ('ok' in files) return files
  const titles = new Map(attached.map(({ fileId, name }) => [fileId, name]))
  return {
    ok: true,
    parts: filingParts(read.of),
    files: files.map((file) => ({ ...file, title: titles.get(file.id) ?? file.name })),
  }
}

/** The files of a document and its plans, or of a plan, and of its filings, as they stand. */
async function filesIn(
  subject: UpkeepSubject,
  context: QueryContext,
): Promise<readonly BoardFile[]> {
  const thing = upkeepThing(subject, context)
  const subjects = [
    ...('documentId' in subject ? [subject] : []),
    ...(thing?.plans ?? []).map(({ id }) => ({ planId: id })),
    ...valid(thing?.upkeep.filings ?? []).map(({ id }) => ({ filingId: id })),
  ]
  const files = subjects
    .flatMap((about) => standingFiles(about, context))
    .map((file, index) => ({ ...file, id: String(index + 1).padStart(2, '0') }))
  return opened(files, context)
}
