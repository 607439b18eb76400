/**
 * Handlers for incidents of the past: rows that a page has read become incidents, once each; a
 * whole import is withdrawn. Personal values are sealed here.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { KnownRow, RowKey } from '#shared/contract/import.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import type { IncidentCommand, IncidentTypeRef } from '#shared/domain/incident/record/commands.ts'
import { unknownType } from '#shared/domain/incident/record/refusals.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { localized } from '#shared/domain/text.ts'
import { decideIncident, incidentStream, type Changes } from '../../engine/changes.ts'
import { sealer, type StationContext, type Handler } from '../handler.ts'
import {
  afterImportEvent,
  importKept,
  importStream,
  incidentIdOf,
  isWithdrawing,
  summaryOf,
  type ImportDocument,
} from './record.ts'
import type { Json, NewEvent, Vault } from '../../ports.ts'
import type { QueryHandler } from '../handler.ts'

type Row = Parsed<'import/rows'>['rows'][number]
type Finding = (id: string) => Promise<Incident | null>

const noImport = (): Refusal =>
  refuse(
    'unknown-import',
    localized(
      '没有这次补录，请刷新后重选',
      'There is no such import: choose it again from the list',
    ),
  )
const importWithdrawn = (): Refusal =>
  refuse(
    'import-withdrawn',
    localized(
      '这次补录已经撤回，请重新选择文件另行导入',
      'This import was withdrawn: choose the file again and begin another',
    ),
  )
const stillWithdrawing = (): Refusal =>
  refuse(
    'import-withdrawing',
    localized('正在撤回一次补录，片刻后再导入', 'An import is being withdrawn: go on in a moment'),
  )
const unknownCategory = (code: string): Refusal =>
  refuse('unknown-category', localized(`没有事件类别“${code}”`, `There is no category "${code}"`))
const atRow = (row: number, { code, message }: Refusal): Refusal =>
  refuse(code, localized(`第${row}行：${message.zh}`, `Row ${row}: ${message.en}`), [String(row)])

/** The incident of a row that counts, and the id of the next one if there is none. */
async function standing(
  key: RowKey,
  find: Finding,
  vault: Vault,
): Promise<{ id: string; incident: Incident | null }> {
  for (let time = 0; ; time++) {
    const id = incidentIdOf(key, time, vault)
    const incident = await find(id)
    if (!incident?.imported?.withdrawn) return { id, incident }
  }
}

/** What a row says it was; types and categories are the site's own, or none. */
function kindIn(
  { type, category }: Row,
  { library }: StationContext,
): { incidentType: IncidentTypeRef | null; category: string | null } | Refusal {
  const found = type ? library.types().find(({ code }) => code === type) : null
  if (found === undefined) return unknownType(type ?? '')
  if (category && !library.categories().some(({ code }) => code === category))
    return unknownCategory(category)
  return {
    incidentType: found && { code: found.code, category: found.category, legal: found.legal },
    category: category ?? null,
  }
}

function commandOf(
  row: Row,
  kind: { incidentType: IncidentTypeRef | null; category: string | null },
  from: { importId: string; fileName: string },
  seal: ReturnType<typeof sealer>['seal'],
): IncidentCommand {
  return {
    type: 'ImportIncident',
    source: { ...from, row: row.row },
    ...kind,
    place: row.place,
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt ?? null,
    narrative: row.narrative ? seal(row.narrative) : null,
    reporter: row.reporter ? seal(row.reporter) : null,
    channel: row.channel ?? null,
    level: row.level ?? null,
    severity: row.severity ?? null,
    state: row.falseReport ? 'falseReport' : 'archived',
    drill: row.drill ?? false,
    moments: said(row.moments ?? {}),
    casualties: said(row.casualties ?? {}),
    loss: row.loss ?? null,
  }
}
const said = <K extends string>(
  numbers: Partial<Record<K, number | undefined>>,
): Partial<Record<K, number>> =>
  Object.fromEntries(Object.entries(numbers).filter(([, one]) => one !== undefined)) as Partial<
    Record<K, number>
  >

/** One entry of the record out of several: all of them or none. */
const together = (
  drafts: readonly Changes[],
): Pick<Changes, 'expect' | 'events' | 'seals' | 'rows'> => ({
  expect: Object.assign({}, ...drafts.map(({ expect }) => expect)) as Changes['expect'],
  events: drafts.flatMap(({ events }) => events),
  seals: drafts.flatMap(({ seals }) => seals),
  rows: drafts.flatMap(({ rows }) => rows),
})

/** The incidents of a draft with the line in their import that says so. */
export function withImport(
  drafts: readonly Changes[],
  importId: string,
  before: ImportDocument | null,
  event: Pick<NewEvent, 'type' | 'at' | 'by' | 'body'>,
  reply: Json,
): Changes {
  const stream = importStream(importId)
  const { expect, events, seals, rows } = together(drafts)
  return {
    ok: true,
    expect: { ...expect, [stream]: before?.version ?? 0 },
    events: [...events, { stream, ...event }],
    seals,
    rows,
    documents: [importKept(importId, afterImportEvent(before, event))],
    reply,
  }
}

/**
 * Rows that are there already are left out: sending a batch again, or the same file, neither
 * doubles nor loses. It is alone in its turn.
 */
const rows: Handler<'import/rows'> = async ({ importId, fileName, rows: given }, context) => {
  const { memory, vault, meta, batch } = context
  const document = memory.imports.get(importId) ?? null
  if (document?.withdrawn) return importWithdrawn()
  if ([...memory.imports.values()].some(isWithdrawing)) return stillWithdrawing()
  const drafts = new Map<string, Changes>()
  for (const row of given) {
    const { id, incident } = await standing(row, batch.incident, vault)
    if (incident || drafts.has(id)) continue
    const kind = kindIn(row, context)
    if ('ok' in kind) return atRow(row.row, kind)
    const { seal, seals } = sealer(vault, incidentStream(id))
    const draft = decideIncident(
      { incident: initialIncident(id), meta, world: batch.world(), seals },
      commandOf(row, kind, { importId, fileName }, seal),
    )
    if (!draft.ok) return atRow(row.row, draft)
    drafts.set(id, draft)
  }
  const reply = { added: drafts.size, known: given.length - drafts.size }
  if (drafts.size === 0)
    return { ok: true, expect: {}, events: [], seals: [], rows: [], documents: [], reply }
  return withImport(
    [...drafts.values()],
    importId,
    document,
    { type: 'RowsImported', ...meta, body: { fileName, ids: [...drafts.keys()] } },
    reply,
  )
}

/**
 * It counts no more from here on: the station reaches its incidents one after another
 * (withdrawing.ts).
 */
const withdraw: Handler<'import/withdraw'> = async ({ importId, reason }, { memory, meta }) => {
  const document = memory.imports.get(importId)
  if (!document) return noImport()
  if (document.withdrawn) return importWithdrawn()
  return withImport(
    [],
    importId,
    document,
    { type: 'ImportWithdrawn', ...meta, body: { reason } },
    {},
  )
}

const list: QueryHandler<'import/list'> = async (_input, { memory }) => ({
  ok: true,
  reply: {
    imports: [...memory.imports]
      .map(([id, document]) => summaryOf(id, document))
      .sort((one, other) => other.begunAt - one.begunAt),
  },
})

const known: QueryHandler<'import/known'> = async ({ rows: asked }, { memory, vault }) => {
  const found: KnownRow[] = []
  for (const [at, key] of asked.entries()) {
    const { id, incident } = await standing(key, memory.incident, vault)
    if (incident?.imported)
      found.push({
        at,
        incidentId: id,
        fileName: incident.imported.fileName,
        row: incident.imported.row,
      })
  }
  return { ok: true, reply: { known: found } }
}

export const importingCommands = { 'import/rows': rows, 'import/withdraw': withdraw }
export const importingQueries = { 'import/list': list, 'import/known': known }
