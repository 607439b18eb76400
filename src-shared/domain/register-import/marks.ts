/** Reads the marks of a roster: 白 中 夜 休, √, letters; and what its notes say of them. */
import { plainText } from './sheet.ts'

/** Nobody is on duty: days off, leave, training. */
const OFF =
  /^(?:休|休息|轮休|公休|例休|倒休|调休|补休|存休|下夜|下夜班|年休|年休假|年假|病假?|事假?|产假|陪产假|婚假|丧假|探亲假?|请假|假|出差|培训|学习|off|rest|leave|[-—–/\\]+)$/i
/** On duty, in whichever shift there is. */
const ON = /^(?:[√✓✔☑●★■]|值|值班|班|上班|当班|上|on)$/i
const SHIFTS =
  /^(?:[白早中夜晚日]班?|大夜班?|小夜班?|前夜班?|后夜班?|行政班?|正常班?|备班?|常白班?)$/

export type MarkWord = 'off' | 'on'

export const isOff = (mark: string): boolean => OFF.test(plainText(mark))
export const isOn = (mark: string): boolean => ON.test(plainText(mark))

/** Whether a cell looks like a mark and not like a name. */
export function isMark(cell: string): boolean {
  const parts = markParts(cell)
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        OFF.test(part) ||
        ON.test(part) ||
        SHIFTS.test(part) ||
        /^[a-z]{1,2}\d?$|^\d{1,2}$|^.$/i.test(part),
    )
  )
}

/** The marks of a cell: `白/夜` are two; `/` alone is one. */
export function markParts(cell: string): readonly string[] {
  const text = plainText(cell)
    .replace(/\(.*?\)/g, '')
    .trim()
  if (text === '' || OFF.test(text)) return text === '' ? [] : [text]
  return text
    .split(/[/、,+;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const LEGEND = /([^\s,;、:=()]{1,4})\s*=\s*([^\s,;、:=()]{1,10})/g
const LEGEND_COLON = /(?:^|[\s,;、(])([a-z]{1,2}\d?|[√✓●★■]):\s*([^\s,;、:=()\d]{1,10})/gi

/** What notes say of marks: `D=白班`, `N：夜班`. By the mark in capitals. */
export function legendIn(notes: readonly string[]): ReadonlyMap<string, string> {
  const legend = new Map<string, string>()
  for (const text of notes.map(plainText))
    for (const pattern of [LEGEND, LEGEND_COLON])
      for (const [, mark = '', word = ''] of text.matchAll(pattern))
        legend.set(mark.toUpperCase(), word)
  return legend
}
