/**
 * Reads the rows of a table of checks that were made on paper: by which list, when, by whom, and
 * what was not good.
 */
import {
  inUse,
  latest,
  versionAt,
  type Checklist,
  type ChecklistVersion,
  type CheckItem,
} from '../checklist/checklist.ts'
import type { ImportedRow } from '../imported-row.ts'
import { localized, type LocalizedText } from '../text.ts'
import { isGood, signOf, type Check } from './check.ts'

/** `at`: UTC ms. `failed`: items by their texts or numbers, with what was wrong behind a colon. */
export type ResultRow = {
  row: number
  list: string
  at: number
  person: string
  place?: string | null | undefined
  failed?: readonly string[] | null | undefined
}
/** `reading`: of an item that asks for a number, as it was written; null: of any other. */
export type TakenResult = {
  list: Checklist
  version: ChecklistVersion
  row: {
    at: number
    person: string
    place: string | null
    failed: readonly { itemId: string; words: string; reading: number | null }[]
  }
}

const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const noList = (name: string): LocalizedText =>
  localized(`没有在用的检查表“${name}”`, `No checklist "${name}" is in use`)
const noItem = (text: string): LocalizedText =>
  localized(`表里没有检查项“${text}”`, `The list has no item "${text}"`)
const noReading = (text: string): LocalizedText =>
  localized(
    `“${text}”要写读数，例如“${text}：0.05”`,
    `"${text}" asks for a number: write it behind a colon`,
  )
const goodReading = (text: string, reading: number): LocalizedText =>
  localized(
    `“${text}”的读数${reading}在范围内，不是不合格`,
    `${reading} of "${text}" lies within its range: it did not fail`,
  )
const AHEAD = localized('时间晚于现在', 'Its time lies ahead of now')

/** `门有杂物：已清走` → the text and what was wrong. */
const partsOf = (text: string): { name: string; words: string } => {
  const [name = '', ...rest] = text.split(/[:：]/)
  return { name, words: rest.join('：').trim() || text.trim() }
}

/** The number in what was written, as `0.05MPa`; null: there is none. */
function readingIn(words: string): number | null {
  const written = /[-+]?\d+(?:\.\d+)?/.exec(words.normalize('NFKC'))
  return written ? Number(written[0]) : null
}

/** Why an item cannot have failed with these words; null: it can. */
function refusedItem(item: CheckItem, words: string): LocalizedText | null {
  if (item.kind !== 'number') return null
  const reading = readingIn(words)
  if (reading === null) return noReading(item.text.zh)
  return isGood(item, reading) ? goodReading(item.text.zh, reading) : null
}

/**
 * An item that asks for a number fails by the number that was written, else its row is refused.
 * `now`: UTC ms. A check of the same list at the same instant is there already, in the record or by
 * a row above.
 */
export function resultReader(
  checklists: readonly Checklist[],
  checks: readonly Check[],
  now: number,
): { read: (row: ResultRow) => ImportedRow; taken: readonly TakenResult[] } {
  const used = inUse(checklists)
  const there = new Set(
    checks.flatMap((check) => {
      const sign = signOf(check)
      return sign ? [`${check.checklistId} ${sign.doneAt}`] : []
    }),
  )
  const taken: TakenResult[] = []
  const read = ({ row, list: name, at, person, place, failed }: ResultRow): ImportedRow => {
    const refused = (message: LocalizedText): ImportedRow => ({ row, outcome: 'refused', message })
    const list = used.find((each) =>
      [latest(each).name.zh, latest(each).name.en].map(spelled).includes(spelled(name)),
    )
    if (!list) return refused(noList(name))
    if (at > now) return refused(AHEAD)
    const version = versionAt({ ...list, withdrawn: null }, at) ?? list.versions[0] ?? latest(list)
    const parts = (failed ?? []).map(partsOf)
    const items = parts.map((part) =>
      version.items.find(
        ({ text }, index) =>
          String(index + 1) === part.name.trim() ||
          [text.zh, text.en].map(spelled).includes(spelled(part.name)),
      ),
    )
    const missing = parts[items.indexOf(undefined)]
    if (missing) return refused(noItem(missing.name))
    const impossible = parts.flatMap(({ words }, index) => {
      const item = items[index]
      return (item && refusedItem(item, words)) ?? []
    })[0]
    if (impossible) return refused(impossible)
    if (there.has(`${list.id} ${at}`)) return { row, outcome: 'same', message: null }
    there.add(`${list.id} ${at}`)
    taken.push({
      ...{ list, version },
      row: {
        ...{ at, person, place: place ?? null },
        failed: parts.map(({ words }, index) => ({
          ...{ itemId: items[index]?.id ?? '', words },
          reading: items[index]?.kind === 'number' ? readingIn(words) : null,
        })),
      },
    })
    return { row, outcome: 'new', message: null }
  }
  return { read, taken }
}

/** All of them at once. */
export function resultRows(
  rows: readonly ResultRow[],
  ...around: Parameters<typeof resultReader>
): { rows: readonly ImportedRow[]; taken: readonly TakenResult[] } {
  const { read, taken } = resultReader(...around)
  return { rows: rows.map(read), taken }
}
