/**
 * Reads numbers, yes and no, and codes as people write them into a table. What is not understood is
 * said, never taken for zero.
 */
import { SEVERITIES, SEVERITY_NAMES } from '../incident/record/scales.ts'
import type { LocalizedText } from '../text.ts'

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
const EMPTY = ['', '-', '--', '—', '/', '无', '没有', 'none', 'n/a', 'na', 'null']
export const isEmpty = (text: string): boolean => EMPTY.includes(plain(text))

/**
 * A number of people: `2`, `2人`; null where nothing is said, undefined if it is not understood. `无`
 * is zero.
 */
export function readCount(text: string): number | null | undefined {
  const words = plain(text)
  if (words === '无' || words === '没有' || words === 'none') return 0
  if (isEmpty(words)) return null
  const [, digits = ''] =
    /^(\d{1,8})(?:\.0+)? ?(?:人|名|persons?|people)?$/.exec(words.replace(/,/g, '')) ?? []
  return digits === '' ? undefined : Number(digits)
}

const UNITS: Readonly<Record<string, number>> = {
  元: 1,
  万: 10_000,
  万元: 10_000,
  亿元: 100_000_000,
  '': 1,
  yuan: 1,
  rmb: 1,
  cny: 1,
}

/** An amount in yuan, to the cent: `1,200.50元`, `1.2万`, `¥800`; as {@link readCount} else. */
export function readMoney(text: string): number | null | undefined {
  const words = plain(text)
    .replace(/[,\s]/g, '')
    .replace(/^(?:¥|rmb|cny|约)/, '')
  if (words === '无' || words === '没有' || words === 'none') return 0
  if (isEmpty(words)) return null
  const [, digits = '', unit = ''] = /^(\d{1,13}(?:\.\d+)?)([^\d.]*)$/.exec(words) ?? []
  const times = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined
  return digits === '' || times === undefined
    ? undefined
    : Math.round(Number(digits) * times * 100) / 100
}

const YES = [
  '是',
  '有',
  '对',
  '√',
  '✓',
  '✔',
  '1',
  'y',
  'yes',
  'true',
  't',
  'x',
  '误报',
  '演练',
  '演习',
  'drill',
  'exercise',
  'false report',
  'false alarm',
]
const NO = ['否', '不是', '×', '0', 'n', 'no', 'false', 'f', '真实', '属实', '实战', 'real']

/** Whether something is so; a cell that says nothing means no; null if it is not understood. */
export function readYes(text: string): boolean | null {
  const words = plain(text)
  return YES.includes(words) ? true : NO.includes(words) || isEmpty(words) ? false : null
}

export type Choice = { code: string; names: readonly LocalizedText[] }

/**
 * The code that a value names by itself: its code or one of its names in either language, whatever
 * the case; null if none does.
 */
export function proposeCode(value: string, choices: readonly Choice[]): string | null {
  const text = plain(value).replace(/事件$|类$/, '')
  return (
    choices.find(
      ({ code, names }) =>
        plain(code) === text ||
        names.some(
          ({ zh, en }) =>
            plain(zh) === plain(value) ||
            plain(zh).replace(/事件$|类$/, '') === text ||
            plain(en) === text,
        ),
    )?.code ?? null
  )
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/**
 * The level that a value says by its numeral: `Ⅱ级`, `二级`, `2`, `level 2` → `2`; null if it says
 * none.
 */
export function proposeLevel(value: string): string | null {
  const text = plain(value).replace(/响应|预警|level|级|\s/g, '')
  const at = Math.max(
    NUMERALS.indexOf(text),
    ROMAN.indexOf(text),
    /^[1-9]$/.test(text) ? Number(text) - 1 : -1,
  )
  return at < 0 ? null : String(at + 1)
}

export const severityChoices: readonly Choice[] = SEVERITIES.map((code) => ({
  code,
  names: [SEVERITY_NAMES[code]],
}))
