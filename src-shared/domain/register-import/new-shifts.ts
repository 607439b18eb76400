/**
 * Shifts that a roster names and the register does not have: how they are called, and the times
 * that the sheet says or such a shift usually has. A person looks at them before they are made.
 */
import { localized, type LocalizedText } from '../text.ts'
import { markParts } from './marks.ts'
import { bareLabel, meaningOf, shiftsOf, timesIn, type RosterRegister } from './roster-rows.ts'
import type { RosterSheet } from './roster-sheet.ts'
import { plainText, type CellPlace } from './sheet.ts'

/**
 * `words`: the marks and labels that mean it, as {@link plainText} has them; first at `at`, `count`
 * times. Times null: nothing tells them. `isUsual` false: a mark such as `D`, which may mean
 * anything.
 */
export type NewShift = {
  key: string
  words: readonly string[]
  at: CellPlace
  count: number
  name: LocalizedText
  begins: string | null
  ends: string | null
  isUsual: boolean
}

type Times = readonly [begins: string, ends: string]
/** `day`, `late` and the like: which part of the day it is; its times hang on the others. */
type Part = 'early' | 'late' | 'day' | 'night' | 'evening' | 'office' | 'standby'
const NAMES: ReadonlyMap<string, readonly [part: Part, en: string]> = new Map([
  ['早班', ['early', 'Early shift']],
  ['中班', ['late', 'Late shift']],
  ['白班', ['day', 'Day shift']],
  ['日班', ['day', 'Day shift']],
  ['夜班', ['night', 'Night shift']],
  ['晚班', ['evening', 'Evening shift']],
  ['小夜班', ['late', 'Evening shift']],
  ['前夜班', ['late', 'Evening shift']],
  ['大夜班', ['night', 'Late night shift']],
  ['后夜班', ['night', 'Late night shift']],
  ['行政班', ['office', 'Office hours']],
  ['正常班', ['office', 'Office hours']],
  ['常白班', ['office', 'Office hours']],
  ['备班', ['standby', 'Standby']],
])
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['early', '早班'],
  ['morning', '早班'],
  ['late', '中班'],
  ['afternoon', '中班'],
  ['day', '白班'],
  ['night', '夜班'],
  ['evening', '晚班'],
])
const OFFICE: Times = ['08:30', '17:30']
const HALVES: Readonly<Record<'first' | 'last', Times>> = {
  first: ['08:00', '20:00'],
  last: ['20:00', '08:00'],
}
const THIRDS: Readonly<Record<'first' | 'second' | 'last', Times>> = {
  first: ['08:00', '16:00'],
  second: ['16:00', '00:00'],
  last: ['00:00', '08:00'],
}

/** `白` and `白班` are one shift; what is no usual one is called as the sheet has it. */
function nameOf(word: string): string {
  const plain = bareLabel(word)
  const english = ENGLISH.get(plain.replace(/shift$/, ''))
  if (english !== undefined) return english
  const text = plainText(word)
  if (/^[a-z\d]{1,3}$/i.test(text)) return `${text.toUpperCase()}班`
  return [plain, `${plain}班`].find((name) => NAMES.has(name)) ?? text
}

/** A day of two shifts is halved, one of three is parted in three. */
function timesOf(part: Part, parts: ReadonlySet<Part>): Times | null {
  const isThree =
    parts.has('late') || (parts.has('early') && parts.has('night') && parts.has('evening'))
  switch (part) {
    case 'office':
      return OFFICE
    case 'standby':
      return null
    case 'early':
      return isThree || parts.has('evening') ? THIRDS.first : HALVES.first
    case 'late':
      return THIRDS.second
    case 'day':
      return isThree ? THIRDS.first : HALVES.first
    case 'evening':
      if (parts.has('night') || (parts.has('early') && !parts.has('late'))) return THIRDS.second
      return isThree ? THIRDS.last : HALVES.last
    case 'night':
      return isThree ? THIRDS.last : HALVES.last
  }
}

/** What a note of the sheet says of a shift: `白班8:00-20:00，夜班20:00-次日8:00`. */
const timesInNotes = (name: string, { left }: RosterSheet): ReturnType<typeof timesIn> =>
  left
    .flatMap(({ text }) => plainText(text).split(/[,;。、\s]/))
    .flatMap((part) => (part.includes(name) ? (timesIn(part) ?? []) : []))[0] ?? null

type Word = { text: string; means: string; at: CellPlace; isMark: boolean }

/** Every mark and label that may mean a shift and means none of the register's, where it stands. */
function unknownWords(sheet: RosterSheet, register: RosterRegister): readonly Word[] {
  const ofCells = sheet.body.flatMap(({ person, text, at }) =>
    person === null
      ? []
      : markParts(text)
          .filter((mark) => shiftsOf(mark, register, sheet.legend) === null)
          .map((mark) => {
            const means = sheet.legend.get(mark.toUpperCase()) ?? mark
            return { text: mark, means, at, isMark: true }
          }),
  )
  const ofLabels = sheet.body.flatMap(({ labels }) =>
    labels
      .filter(({ text }) => meaningOf(text, register) === null)
      .map(({ text, at }) => ({ text: plainText(text), means: text, at, isMark: false })),
  )
  return [...ofCells, ...ofLabels]
}

/**
 * The shifts that the sheet names and the register lacks, in the order in which they stand. A label
 * counts only if it reads like a shift: others are posts more often.
 */
export function newShifts(sheet: RosterSheet, register: RosterRegister): readonly NewShift[] {
  const drafts = new Map<string, NewShift>()
  for (const { text, means, at, isMark } of unknownWords(sheet, register)) {
    const name = nameOf(means)
    const times = timesIn(means) ?? timesInNotes(name, sheet)
    const known = NAMES.get(name)
    if (!known && times === null && !isMark) continue
    const before = drafts.get(name)
    drafts.set(name, {
      key: name,
      words: [...new Set([...(before?.words ?? []), text])],
      at: before?.at ?? at,
      count: (before?.count ?? 0) + 1,
      name: localized(name, known?.[1] ?? name),
      begins: before?.begins ?? times?.begins ?? null,
      ends: before?.ends ?? times?.ends ?? null,
      isUsual: known !== undefined || times !== null,
    })
  }
  const names = [...drafts.keys(), ...register.shifts.map(({ name }) => nameOf(name.zh))]
  const parts = new Set(names.flatMap((name) => NAMES.get(name)?.[0] ?? []))
  return [...drafts.values()].map((draft) => {
    const part = NAMES.get(draft.key)?.[0]
    const [begins, ends] = (part && timesOf(part, parts)) ?? [null, null]
    return { ...draft, begins: draft.begins ?? begins, ends: draft.ends ?? ends }
  })
}
