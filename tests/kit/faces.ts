/**
 * What every face says of the same months: screens, lists, papers and files, each asked for itself.
 * Where they are one figure they must be one number.
 */
import type { DocumentOrder, DocumentWriter, StoredEvent, TempFiles } from '#main/core/ports.ts'
import type { Table } from '#shared/domain/document/document.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { countPlainly } from './plain-count/count.ts'
import { readPlainly } from './plain-count/read.ts'
import type { Kit } from './station.ts'
import { until } from './until.ts'

/** Takes every document and writes none. */
export function takenDocuments(): {
  orders: DocumentOrder[]
  papers: DocumentWriter
  tempFiles: TempFiles
} {
  const orders: DocumentOrder[] = []
  const whole = { ok: true as const, bytes: 1, rows: 1, sha256: 'x' }
  return {
    orders,
    papers: {
      check: async () => null,
      write(order) {
        orders.push(order)
        return { done: Promise.resolve(whole), cancel: () => undefined }
      },
    },
    tempFiles: { place: (name) => `/${name}`, remove: () => undefined, clear: () => undefined },
  }
}

type Counts = { incidents: number; limits: Limits }
type Limits = { due: number; met: number; late: number }
const limitsOf = ({ due, met, late }: Limits): Limits => ({ due, met, late })
const rowsOf = (tables: readonly Table[], id: string): number =>
  tables.find((table) => table.id === id)?.rows.length ?? 0

/** The tables of the file that a period is exported as. */
export async function exported(
  kit: Kit,
  orders: readonly DocumentOrder[],
  period: { from: string; to: string },
): Promise<readonly Table[]> {
  const before = orders.length
  await kit.ask('export/start', { what: period, format: 'xlsx', language: 'zh' })
  await until(() => {
    if (orders.length === before) throw new Error('no document yet')
  })
  return orders.at(-1)!.document.sections.flatMap(({ tables }) => tables)
}

/**
 * Incidents, their limits, and where a face says it how many are in a list, by the name of the
 * face. `month`: `2026-11`, all of whose days the record is of.
 */
export async function facesOf(
  kit: Kit,
  orders: readonly DocumentOrder[],
  month: string,
): Promise<{
  counts: Record<string, Counts>
  incidents: Record<string, number>
  late: Record<string, number>
  nudges: Record<string, number>
}> {
  const period = { from: `${month}-01`, to: `${month}-30` }
  const ofMonth = await kit.ask('statistics/month', { month })
  const { now } = await kit.ask('statistics/figures', period)
  const whole = (await kit.ask('statistics/period', period)).now
  const board = await kit.ask('board/read', null)
  const { incidents, zone } = readPlainly(kit.file)
  const plain = countPlainly(incidents, period, kit.clock.wall(), zone) as typeof now
  const behind = async (metric: 'incidents' | 'limits.late' | 'nudges.due') =>
    (await kit.ask('statistics/incidents', { ...period, metric })).rows
  const times = async (metric: 'limits.late' | 'nudges.due'): Promise<number> =>
    (await behind(metric)).reduce((sum, row) => sum + row.times, 0)
  const searched = (await kit.ask('history/search', { drill: 'real', limit: 200 })).rows
  const report = (await kit.ask('report/read', { month })).paper
  const ofPaper = report.sections.flatMap(({ tables }) => tables)
  const ofFile = await exported(kit, orders, period)
  return {
    counts: {
      month: { incidents: ofMonth.incidents, limits: limitsOf(ofMonth.limits) },
      figures: { incidents: now.incidents, limits: limitsOf(now.limits) },
      period: { incidents: whole.incidents, limits: limitsOf(whole.limits) },
      board: { incidents: board.month.incidents, limits: limitsOf(board.month.limits) },
      plain: { incidents: plain.incidents, limits: limitsOf(plain.limits) },
    },
    incidents: {
      figures: now.incidents,
      drillDown: (await behind('incidents')).length,
      history: searched.filter(({ state }) => state !== 'falseReport' && state !== 'merged').length,
      report: rowsOf(ofPaper, 'register'),
      file: rowsOf(ofFile, 'register'),
    },
    late: {
      figures: now.limits.late,
      list: now.lateList.length,
      drillDown: await times('limits.late'),
      report: rowsOf(ofPaper, 'overruns'),
      file: rowsOf(ofFile, 'late'),
    },
    nudges: {
      figures: now.nudges.due,
      period: whole.nudges.due,
      plain: plain.nudges.due,
      drillDown: await times('nudges.due'),
    },
  }
}

/** The report, whoever joined it and was not filed apart, and those of what is merged into it. */
function callersOf(id: string, events: readonly StoredEvent[]): number {
  const merged = new Map<string, string | null>()
  const undone = events.flatMap(({ type, body }) =>
    type === 'CommandUndone' ? [(body as { undone: string }).undone] : [],
  )
  const valid = events.filter(({ commandId }) => !undone.includes(commandId ?? ''))
  for (const { stream, type, body } of valid) {
    if (type === 'IncidentMerged') merged.set(stream, (body as { into: string }).into)
    if (type === 'IncidentMovedBack') merged.set(stream, null)
  }
  const count = (type: string): number =>
    valid.filter((event) => event.stream === `incident.${id}` && event.type === type).length
  return [...merged].reduce(
    (sum, [stream, into]) =>
      into === id ? sum + callersOf(stream.slice('incident.'.length), events) : sum,
    1 + count('CallerJoined') - count('CallerParted'),
  )
}

/** Of every incident on the board, what its callers and calls come to on each face. */
export async function telephonesOf(
  kit: Kit,
): Promise<Record<string, Record<string, readonly [callers: number, calls: number]>>> {
  const events = await kit.events()
  const { incidents } = await kit.ask('board/read', null)
  const telephones: Record<string, Record<string, readonly [number, number]>> = {}
  for (const incident of incidents.filter(({ state }) => !isTerminal(state))) {
    const { id } = incident
    const ofIncident = events.filter(({ stream }) => stream === `incident.${id}`)
    const of = (type: string): number => ofIncident.filter((event) => event.type === type).length
    const read = (await kit.ask('history/read', { incidentId: id })).incident
    telephones[id] = {
      board: [incident.callerCount ?? 1, incident.calls.length],
      record: [read.callerCount ?? 1, read.calls.length],
      plain: [callersOf(id, events), of('CallRecorded')],
    }
  }
  return telephones
}
