/**
 * Says of a file that somebody hands over why it is no paper that can be read, before it is sent:
 * by its name and size alone. What is in it the station judges.
 */
import type { Refused } from '#shared/contract/contract.ts'
import { PAPER_BYTES } from '#shared/domain/paper/refusals.ts'
import { MOST_PAPER_SIGNS } from '#shared/domain/plan-paper/paper.ts'

export const PAPER_ENDS = '.docx,.txt,.pdf'

/** Keys of `refused` in the words of papers. */
export type NotPaper =
  'word' | 'macros' | 'sheet' | 'slides' | 'picture' | 'code' | 'other' | 'large' | 'empty'

const OTHERS: readonly (readonly [RegExp, NotPaper])[] = [
  [/\.(docm|dotm)$/i, 'macros'],
  [/\.(doc|dot|wps|rtf|odt|pages)$/i, 'word'],
  [/\.(html?|xml|js|svg)$/i, 'code'],
  [/\.(xlsx?|xlsm|et|ods|csv)$/i, 'sheet'],
  [/\.(pptx?|dps|odp)$/i, 'slides'],
  [/\.(png|jpe?g|gif|bmp|tiff?|webp|heic)$/i, 'picture'],
]

/** Null: it may be one. */
export function notPaper({ name, size }: { name: string; size: number }): NotPaper | null {
  const [, other] = OTHERS.find(([end]) => end.test(name)) ?? []
  if (other) return other
  if (!/\.(docx|txt|text|md|pdf)$/i.test(name)) return 'other'
  if (size === 0) return 'empty'
  return size > PAPER_BYTES ? 'large' : null
}

/** The station takes files of many kinds for incidents; of a paper it says what this page says. */
export const notTakenAsPaper = ({ code }: Refused): NotPaper | null => NOT_TAKEN.get(code) ?? null
const NOT_TAKEN: ReadonlyMap<string, NotPaper> = new Map([
  ['file-format', 'other'],
  ['file-macros', 'macros'],
  ['file-code', 'code'],
  ['file-empty', 'empty'],
])

export const isTooMuch = (words: string): boolean => words.length > MOST_PAPER_SIGNS

/** Pasted words go the way of a file. */
export const pastedFile = (words: string, name: string): File =>
  new File([words], `${name}.txt`, { type: 'text/plain' })
