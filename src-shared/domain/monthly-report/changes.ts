/** Compares two documents of one month: figure by figure and section by section. */
import { localized, type LocalizedText } from '../text.ts'
import type { ReportDocument, Section, Table, Value } from '../document/document.ts'

/**
 * A figure that has changed; `before` or `after` is null where there was no such line. A zero in a
 * line that came or went is no change.
 */
export type FigureChange = {
  section: string
  table: LocalizedText
  row: LocalizedText
  column: LocalizedText
  kind: Table['columns'][number]['kind']
  before: Value
  after: Value
}
export type DocumentChanges = {
  figures: readonly FigureChange[]
  words: readonly { section: string; title: LocalizedText }[]
}

const isText = (value: Value): value is LocalizedText => typeof value === 'object' && value !== null
const asText = (value: Value): LocalizedText =>
  isText(value) ? value : localized(String(value ?? '—'), String(value ?? '—'))
/** A document from the record has its keys in another order than one that was just drawn. */
const spelt = (value: Value): string =>
  isText(value) ? JSON.stringify([value.zh, value.en]) : JSON.stringify(value)
/** Definitions are words, though they stand in a table: put better, they are no other figure. */
const isAllWords = ({ columns }: Table): boolean => columns.every(({ kind }) => kind === 'text')
const wordsOf = (section: Section | undefined): readonly string[] | undefined =>
  section && [
    ...section.words.map(spelt),
    ...section.tables
      .filter(isAllWords)
      .flatMap(({ rows }) => rows.flatMap((row) => row.map(({ value }) => spelt(value)))),
  ]
const sameWords = (item: Section | undefined, other: Section | undefined): boolean =>
  JSON.stringify(wordsOf(item)) === JSON.stringify(wordsOf(other))
const NUMBERS: readonly string[] = ['count', 'difference', 'share', 'duration', 'yuan']

/**
 * What a line of a table is about: everything in it that is no figure, so that a line is found
 * again though others came before it.
 */
const keyOf = (table: Table, row: Table['rows'][number]): string =>
  JSON.stringify(
    row.map(({ value, incidentId }, index) =>
      NUMBERS.includes(table.columns[index]?.kind ?? '')
        ? null
        : [spelt(value), incidentId ?? null],
    ),
  )

type Line = { name: LocalizedText; cells: Table['rows'][number] }
function linesOf(table: Table): ReadonlyMap<string, Line> {
  const rows = table.total ? [...table.rows, table.total] : table.rows
  const lines = new Map<string, Line>()
  for (const cells of rows) {
    const name =
      cells.find(({ value }, index) => table.columns[index]?.kind === 'text' && value !== null)
        ?.value ?? null
    let key = keyOf(table, cells)
    while (lines.has(key)) key += '+'
    lines.set(key, { name: asText(name), cells })
  }
  return lines
}

function figuresIn(
  section: string,
  before: Table | undefined,
  after: Table | undefined,
): readonly FigureChange[] {
  const shown = after ?? before
  if (!shown || isAllWords(shown)) return []
  const [old, now] = [
    before ? linesOf(before) : new Map<string, Line>(),
    after ? linesOf(after) : new Map<string, Line>(),
  ]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const row = (is ?? was)?.name ?? localized('', '')
    const cell = (line: Line | undefined, table: Table | undefined, id: string): Value =>
      line?.cells[table?.columns.findIndex((column) => column.id === id) ?? -1]?.value ?? null
    const changed = shown.columns
      .filter(({ kind }) => NUMBERS.includes(kind))
      .flatMap(({ id, title, kind }) => {
        const [item, other] = [cell(was, before, id), cell(is, after, id)]
        return spelt(item) === spelt(other) || (!item && !other)
          ? []
          : [{ section, table: shown.title, row, column: title, kind, before: item, after: other }]
      })
    if (changed.length > 0 || (was && is)) return changed
    return [
      {
        section,
        table: shown.title,
        row,
        column: localized('整行', 'Whole line'),
        kind: 'text' as const,
        before: was ? localized('有', 'there') : null,
        after: is ? localized('有', 'there') : null,
      },
    ]
  })
}

function inSection(
  before: Section | undefined,
  after: Section | undefined,
): readonly FigureChange[] {
  const section = (after ?? before)?.id ?? ''
  const ids = new Set([...(after?.tables ?? []), ...(before?.tables ?? [])].map(({ id }) => id))
  return [...ids].flatMap((id) =>
    figuresIn(
      section,
      before?.tables.find((table) => table.id === id),
      after?.tables.find((table) => table.id === id),
    ),
  )
}

/** What `after` says that `before` did not, and the other way round. */
export function documentChanges(before: ReportDocument, after: ReportDocument): DocumentChanges {
  const ids = [...new Set([...after.sections, ...before.sections].map(({ id }) => id))]
  const pairs = ids.map(
    (id) =>
      [
        before.sections.find((section) => section.id === id),
        after.sections.find((section) => section.id === id),
      ] as const,
  )
  return {
    figures: pairs.flatMap(([item, other]) => inSection(item, other)),
    words: pairs.flatMap(([item, other]) =>
      sameWords(item, other)
        ? []
        : [
            {
              section: (other ?? item)?.id ?? '',
              title: (other ?? item)?.title ?? localized('', ''),
            },
          ],
    ),
  }
}
