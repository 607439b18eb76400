/**
 * Compares the numbers of a text in its two languages: 30 分钟 beside 20 minutes is a limit that
 * one of the two readers gets wrong. What is certainly a number must stand in the other language
 * in some form; a one is left out, since 一 and “a” are mostly no number.
 */
import { hanNumber } from '../../han-numbers.ts'
import { isLocalizedText, type LocalizedText } from '../../text.ts'
import { warning, type FindingDraft, type PlanRule } from './finding.ts'

/** `sure`: in figures, or counted out before a unit. `maybe`: whatever else may be a number. */
type Numbers = { sure: ReadonlySet<number>; maybe: ReadonlySet<number> }

const CLAUSE = /\bS\d{2}-\d+(\.\d+)*|\{[^}]*\}/g // the ids of clauses, and blanks
const FIGURES = /\d[\d,]*(?:\.\d+)?/g
const HAN_NUMBER = /[〇零一二两三四五六七八九十百千]+/g
const UNIT_AFTER = /^(?:个)?(?:秒|分钟|小时|天|日|周|星期|个月|年|次|遍|人|名|元|米|公里|层|倍)/
const WORDS: Readonly<Record<string, number>> = {
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
}
const WORD = new RegExp(`\\b(${Object.keys(WORDS).join('|')})\\b`, 'gi')
const UNIT_WORD =
  /^[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|people|persons|yuan|metres?|kilometres?|floors?)\b/i
const SERVICES: ReadonlySet<number> = new Set([110, 119, 120, 122])
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * 5,000 → 5000; 5万 → 50000, with the 5 as `plain`, since the other language may have the unit, too.
 */
function figuresIn(text: string): readonly { value: number; plain: number; after: string }[] {
  return [...text.matchAll(FIGURES)].map((match) => {
    const plain = Number(match[0].replaceAll(',', ''))
    const after = text.slice(match.index + match[0].length).trimStart()
    const times = /^(万|ten thousand)/.test(after) ? 10_000 : /^(亿)/.test(after) ? 1e8 : 1
    return { value: plain * times, plain, after }
  })
}

/** What is written in figures. A number to ring names a service: 120 is “an ambulance”, too. */
function inFigures(text: string): { sure: Set<number>; maybe: Set<number> } {
  const sure = new Set<number>()
  const maybe = new Set<number>()
  for (const { value, plain, after } of figuresIn(text)) {
    maybe.add(plain)
    const isService = SERVICES.has(value) && !UNIT_AFTER.test(after) && !UNIT_WORD.test(` ${after}`)
    ;(isService ? maybe : sure).add(value)
  }
  return { sure, maybe }
}

function chineseNumbers(text: string): Numbers {
  const { sure, maybe } = inFigures(text)
  for (const match of text.matchAll(HAN_NUMBER)) {
    const value = hanNumber(match[0])
    if (value === null) continue
    const after = text.slice(match.index + match[0].length)
    const isCounted = UNIT_AFTER.test(after) && text[match.index - 1] !== '第'
    if (isCounted) sure.add(value)
    else maybe.add(value)
    if (after.startsWith('万')) maybe.add(value * 10_000)
  }
  if (/半(?:个)?(?:小时|钟头)/.test(text)) sure.add(30)
  if (/一个半小时/.test(text)) maybe.add(90)
  return { sure, maybe }
}

function englishNumbers(text: string): Numbers {
  const { sure, maybe } = inFigures(text)
  for (const match of text.matchAll(WORD)) {
    const value = WORDS[match[0].toLowerCase()] ?? 0
    if (UNIT_WORD.test(text.slice(match.index + match[0].length))) sure.add(value)
    else maybe.add(value)
  }
  if (/\bhalf[ -](?:an )?hour/i.test(text)) sure.add(30)
  for (const [index, month] of MONTHS.entries())
    if (new RegExp(`\\b${month}`, 'i').test(text)) maybe.add(index + 1)
  return { sure, maybe }
}

const missingFrom = (from: Numbers, other: Numbers): readonly number[] =>
  [...from.sure].filter((value) => value > 1 && !other.sure.has(value) && !other.maybe.has(value))

/** The numbers that stand in one language only: Chinese ones first. */
export function differingNumbers({ zh, en }: LocalizedText): {
  zh: readonly number[]
  en: readonly number[]
} {
  if (zh === en) return { zh: [], en: [] }
  const [chinese, english] = [
    chineseNumbers(zh.replace(CLAUSE, ' ')),
    englishNumbers(en.replace(CLAUSE, ' ')),
  ]
  return { zh: missingFrom(chinese, english), en: missingFrom(english, chinese) }
}

/** Every text below a value, with its path as the linter writes it: steps by their ids. */
function textsIn(value: unknown, path: string): readonly (readonly [string, LocalizedText])[] {
  if (typeof value !== 'object' || value === null) return []
  if (isLocalizedText(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${path}.${key}`))
}

function finding([path, text]: readonly [string, LocalizedText]): readonly FindingDraft[] {
  const { zh, en } = differingNumbers(text)
  if (zh.length + en.length === 0) return []
  const list = (numbers: readonly number[], none: string, join: string): string =>
    numbers.length > 0 ? numbers.join(join) : none
  return [
    warning(
      'numbers-differ',
      path,
      `中英文的数不一致：只在中文里有${list(zh, '（无）', '、')}，只在英文里有${list(en, '（无）', '、')}`,
      `The numbers differ: only in Chinese ${list(zh, 'none', ', ')}, only in English ${list(en, 'none', ', ')}`,
    ),
  ]
}

/**
 * The plan's own texts; what its document gives to it (posts, levels, clauses) is not its fault,
 * and nothing runs by an open point.
 */
export const numbers: PlanRule = ({ title, short, facts, steps, start }) =>
  [
    ...textsIn(title, 'title'),
    ...textsIn(short, 'short'),
    ...textsIn(start ?? [], 'start'),
    ...facts.flatMap(({ key, options, ...fact }) => [
      ...textsIn(fact, `facts.${key}`),
      ...options.flatMap(({ value, label }) => textsIn(label, `facts.${key}.options.${value}`)),
    ]),
    ...steps.flatMap(({ id, ...step }) => textsIn(step, `steps.${id}`)),
  ].flatMap(finding)
