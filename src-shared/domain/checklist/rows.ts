/**
 * Reads the rows of a table of checklists as offices keep it, one item a row, and decides what each
 * list becomes: one that goes by the name already keeps its points and its rhythm.
 */
import type { ImportedRow } from '../imported-row.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  CHECKLIST_KINDS,
  ITEM_KINDS,
  latest,
  type Checklist,
  type CheckItem,
  type ChecklistKind,
  type ItemKind,
} from './checklist.ts'
import type { ChecklistSaved } from './stream.ts'

/** Texts as they are written in the table: `kind` and `answer` by their names. */
export type ChecklistRow = {
  row: number
  list: string
  kind?: string | null | undefined
  name: string
  answer?: string | null | undefined
  unit?: string | null | undefined
  min?: number | null | undefined
  max?: number | null | undefined
  critical?: boolean | null | undefined
  photo?: boolean | null | undefined
}

export const CHECKLIST_KIND_NAMES: Readonly<Record<ChecklistKind, LocalizedText>> = {
  site: localized('场所', 'Site'),
  patrol: localized('巡查', 'Patrol'),
  equipment: localized('设备设施', 'Equipment'),
  event: localized('会务活动', 'Event'),
}
export const ITEM_KIND_NAMES: Readonly<Record<ItemKind, LocalizedText>> = {
  'yes-no': localized('是否', 'Yes or no'),
  number: localized('数值', 'Number'),
  words: localized('文字', 'Words'),
}

type Content = Omit<ChecklistSaved, 'type'>
type Names<T extends string> = Readonly<Record<T, LocalizedText>>

const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
const both = (text: string): LocalizedText => localized(text, text)

/** Undefined: no such name. */
const named = <T extends string>(text: string, all: readonly T[], names: Names<T>): T | undefined =>
  all.find((code) => [code, names[code].zh, names[code].en].map(spelled).includes(spelled(text)))

const unknownKind = (text: string): LocalizedText =>
  localized(`没有“${text}”这类检查表`, `There is no kind of checklist "${text}"`)
const unknownAnswer = (text: string): LocalizedText =>
  localized(
    `填法“${text}”看不懂，请写是否、数值或文字`,
    `"${text}" is none of yes or no, number, words`,
  )
const WRONG_RANGE = localized('下限高于上限', 'The lowest is above the highest')
const POINTS_NEEDED = localized(
  '巡查表要先在页面上设好点位，再导入检查项',
  'A round needs its points first: set them on the page, then take its items in',
)

function itemOf(row: ChecklistRow, before: CheckItem | null, newId: () => string): CheckItem {
  const kind = row.answer ? named(row.answer, ITEM_KINDS, ITEM_KIND_NAMES) : undefined
  return {
    id: before?.id ?? newId(),
    text: before?.text ?? both(row.name),
    kind: kind ?? before?.kind ?? 'yes-no',
    unit: row.unit ? both(row.unit) : (before?.unit ?? null),
    min: row.min ?? before?.min ?? null,
    max: row.max ?? before?.max ?? null,
    critical: row.critical ?? before?.critical ?? false,
    photo: row.photo ?? before?.photo ?? false,
  }
}

const fault = (row: ChecklistRow, before: Checklist | null): LocalizedText | null => {
  const kind = row.kind ? named(row.kind, CHECKLIST_KINDS, CHECKLIST_KIND_NAMES) : null
  if (kind === undefined) return unknownKind(row.kind ?? '')
  if (row.answer && !named(row.answer, ITEM_KINDS, ITEM_KIND_NAMES))
    return unknownAnswer(row.answer)
  const { min, max } = row
  if (typeof min === 'number' && typeof max === 'number' && min > max) return WRONG_RANGE
  return kind === 'patrol' && !before ? POINTS_NEEDED : null
}

/**
 * Row by row, what becomes of it, and what each list says then. A list has the items of the table
 * and no others, in their order.
 */
export function decideChecklistRows(
  known: readonly Checklist[],
  rows: readonly ChecklistRow[],
  newId: () => string,
): { rows: readonly ImportedRow[]; lists: readonly { checklistId: string; content: Content }[] } {
  const called = (name: string): Checklist | null =>
    known.find((list) =>
      [latest(list).name.zh, latest(list).name.en].map(spelled).includes(spelled(name)),
    ) ?? null
  const outcomes: ImportedRow[] = []
  const grouped = [...Map.groupBy(rows, ({ list }) => spelled(list)).values()].map((ofList) => {
    const [first] = ofList
    const before = called(first?.list ?? '')
    const version = before && latest(before)
    const items = ofList.map((row): CheckItem => {
      const same = version?.items.find(({ text }) =>
        [text.zh, text.en].map(spelled).includes(spelled(row.name)),
      )
      const item = itemOf(row, same ?? null, newId)
      const message = fault(row, before)
      const isSame = same !== undefined && JSON.stringify(same) === JSON.stringify(item)
      const outcome = message ? 'refused' : isSame ? 'same' : same ? 'changed' : 'new'
      outcomes.push({ row: row.row, outcome, message })
      return item
    })
    const kind = ofList.flatMap((row) =>
      row.kind ? (named(row.kind, CHECKLIST_KINDS, CHECKLIST_KIND_NAMES) ?? []) : [],
    )[0]
    const content: Content = {
      shippedId: before?.shippedId ?? null,
      source: before?.source ?? null,
      reason: null,
      name: version?.name ?? both(first?.list ?? ''),
      kind: kind ?? version?.kind ?? 'site',
      items,
      points: version?.points ?? [],
      rhythm: version?.rhythm ?? { every: 'hand' },
      owner: version?.owner ?? null,
      reportsItself: version?.reportsItself ?? false,
    }
    return { checklistId: before?.id ?? newId(), content }
  })
  const order = new Map(rows.map(({ row }, index) => [row, index]))
  outcomes.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0))
  return { rows: outcomes, lists: grouped }
}
