/**
 * Reads rows of upkeep dates that were copied out of a spreadsheet, as the table of dates is
 * written: cells divided by tabs, or by commas where there are none; the first row names the
 * columns. A document is known by its id, else by its name.
 */
import { readDate } from '../import/dates.ts'
import { headRowBy, proposeBy, type Heads } from '../import/heads.ts'
import type { LocalizedText } from '../text.ts'
import { subjectOf, type UpkeepSubject } from './upkeep.ts'

const DAYS = ['issued', 'effective', 'filed', 'staff', 'affected', 'evaluated'] as const
const TEXTS = ['number', 'signatory', 'authority', 'receipt', 'how', 'evaluator'] as const
type Field = 'title' | 'id' | (typeof DAYS)[number] | (typeof TEXTS)[number]

const HEADS: Heads<Field> = {
  title: ['预案', '预案名称', '名称', 'plandocument', 'document', 'plan', 'title'],
  id: ['预案标识', '标识', 'id'],
  number: ['编号', '预案编号', 'number'],
  issued: ['印发日期', '公布日期', '发布日期', 'issued', 'published'],
  effective: ['施行日期', '实施日期', '生效日期', 'effective'],
  signatory: ['签发人', '签署人', '批准人', 'signatory', 'signedby'],
  filed: ['备案日期', '报送日期', 'filed'],
  authority: ['备案机关', '备案单位', '受理单位', 'authority'],
  receipt: ['备案编号', '备案号', '回执', 'receiptnumber', 'receipt'],
  staff: ['告知本单位', '告知员工', '内部公布日期', 'stafftold'],
  affected: ['告知周边', '告知周边单位', 'neighbourstold'],
  how: ['告知方式', 'howitwastold', 'how'],
  evaluated: ['评估日期', 'evaluated'],
  evaluator: ['评估人', '评估单位', 'evaluatedby', 'evaluator'],
}
const LOOK = 5

/** As it is sent; what a row leaves empty is left out. Days are local dates. */
export type PastedRow = { row: number; about: UpkeepSubject } & Partial<
  Record<(typeof DAYS)[number] | (typeof TEXTS)[number], string>
>
/** Which row is at fault, numbered as in the text: a document that there is not, no day. */
export type PastedFault = { kind: 'heads' } | { kind: 'unknown' | 'badDay'; row: number }

export function pastedUpkeep(
  text: string,
  known: readonly { key: string; title: LocalizedText }[],
): { rows: readonly PastedRow[]; fault: PastedFault | null } {
  const by = text.includes('\t') ? '\t' : /[,，]/
  const lines = text.split(/\r?\n/).map((line) => line.split(by).map((cell) => cell.trim()))
  const headRow = headRowBy(HEADS, lines, LOOK)
  const columns = proposeBy(HEADS, lines[headRow] ?? [])
  if (!columns.has('title') && !columns.has('id')) return { rows: [], fault: { kind: 'heads' } }
  const rows: PastedRow[] = []
  for (const [index, cells] of lines.entries()) {
    const cell = (field: Field): string => cells[columns.get(field) ?? -1] ?? ''
    const [id, title] = [cell('id'), cell('title')]
    if (index <= headRow || (id === '' && title === '')) continue
    const row = index + 1
    const subject = known.find(
      (entry) => entry.key === id || entry.title.zh === title || entry.title.en === title,
    )
    if (!subject) return { rows, fault: { kind: 'unknown', row } }
    const entry: PastedRow = { row, about: subjectOf(subject.key) }
    for (const field of TEXTS) if (cell(field) !== '') entry[field] = cell(field)
    for (const field of DAYS) {
      if (cell(field) === '' || cell(field) === '—') continue
      const day = readDate(cell(field), null)
      if (typeof day === 'string') return { rows, fault: { kind: 'badDay', row } }
      entry[field] = day.date
    }
    rows.push(entry)
  }
  return { rows, fault: null }
}
