/**
 * Turns what the schema library says into findings for a planner: where, and what is expected
 * there, in both languages.
 */
import type { z } from 'zod'
import type { PlanFinding } from '#main/core/ports.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

/** Keys are the messages of the schemas. */
const EXPECTED: Readonly<Record<string, LocalizedText>> = {
  id: localized(
    '编号：小写字母开头，只含小写字母、数字、点、连字符和下划线',
    'an id: starts with a lower-case letter; lower-case letters, digits, dots, hyphens, underscores',
  ),
  clause: localized('条款编号，如 S09-77', 'the id of a clause, such as S09-77'),
  'clause-number': localized(
    '条款在原文里的编号，最多40个字',
    'the number of the clause in its paper, 40 characters at most',
  ),
  quote: localized(
    '原文的句子，最多2000个字',
    'the sentence of the paper, 2,000 characters at most',
  ),
  says: localized(
    '自己的话（says），或原文的句子（quote）',
    'says in other words, or quote with the sentence of the paper',
  ),
  words: localized('一段不空的文字', 'some words'),
  text: localized(
    '文字：{zh: …, en: …}，可以只写一种语言',
    'a text: {zh: …, en: …}; one language is enough',
  ),
  duration: localized(
    '时长，带单位：30s、15m、4h 或 30d',
    'a duration with its unit: 30s, 15m, 4h or 30d',
  ),
  days: localized('天数，如 30d', 'days, such as 30d'),
  anchor: localized(
    '起算点：occurred、reported、activated、contained、lifted、{step: 步骤编号} 或 {fact: 问题}',
    'where it counts from: occurred, reported, activated, contained, lifted, {step: id} or {fact: key}',
  ),
  condition: localized(
    '条件，含 all、any、not、fact、step、elapsed、calendar、type、level 或 casualties 之一',
    'a condition with one of all, any, not, fact, step, elapsed, calendar, type, level, casualties',
  ),
  conditions: localized('至少一个条件的列表', 'a list of at least one condition'),
  'option-value': localized(
    '选项的值：字母开头，只含字母、数字、点、连字符和下划线',
    'the value of an option: starts with a letter; letters, digits, dots, hyphens, underscores',
  ),
  option: localized('一个选项，或选项的列表', 'an option, or a list of options'),
  answer: localized(
    '一个答案：选项、数，或选项的列表',
    'an answer: an option, a number or a list of options',
  ),
  'in-doubt': localized(
    '{answer: 答案}，或用{none: {zh: …, en: …}}写明为什么没有稳妥的答案',
    '{answer: …}, or {none: {zh: …, en: …}} with the reason why no answer is safe',
  ),
  number: localized('一个数', 'a number'),
  'step-state': localized('done 或 late', 'done or late'),
  day: localized('workday 或 holiday', 'workday or holiday'),
  within: localized(
    '时长，带单位，如15m；或 {workday: 15m, holiday: 45m}；或按答案分 {fact: 问题, is: {选项: 30m, 选项: 60m}}',
    'a duration with its unit, such as 15m, or {workday: 15m, holiday: 45m}, or by answer {fact: question, is: {option: 30m, option: 60m}}',
  ),
  due: localized('时限：{within: 15m, from: reported}', 'a limit: {within: 15m, from: reported}'),
  list: localized('一个列表', 'a list'),
  map: localized('“名称: 值”的一组', 'a group of “name: value”'),
  'yes-no': localized('true 或 false', 'true or false'),
  level: localized(
    '级别，1 到 9 的整数，1 最高',
    'a level: a whole number from 1 (the highest) to 9',
  ),
  legal: localized(
    'naturalDisaster、accidentDisaster、publicHealth 或 socialSecurity',
    'naturalDisaster, accidentDisaster, publicHealth or socialSecurity',
  ),
  'site-kind': localized(
    '单位类型，见docs/plan-format.md',
    'a kind of site, see docs/plan-format.md',
  ),
  'fact-kind': localized(
    'choice、bool、number、estimate 或 calendar',
    'choice, bool, number, estimate or calendar',
  ),
  urgency: localized('immediate 或 prompt', 'immediate or prompt'),
  phone: localized('电话号码', 'a telephone number'),
  stage: localized(
    'report、verify、respond、on-site、inform、recover 或 review',
    'report, verify, respond, on-site, inform, recover or review',
  ),
  'role-kind': localized('person、group、external 或 anyone', 'person, group, external or anyone'),
  casualties: localized(
    'hurt、dead、serious、minor 或 missing',
    'hurt, dead, serious, minor or missing',
  ),
  'reached-state': localized('contained、lifted 或 recovering', 'contained, lifted or recovering'),
  'set-value': localized(
    'loss、level、operating、meeting、contained，或 casualties.dead、serious、minor、missing',
    'loss, level, operating, meeting, contained, or casualties.dead, serious, minor, missing',
  ),
  'list-kind': localized('places 或 persons', 'places or persons'),
  'list-sort': localized('size 或 given', 'size or given'),
  'repeat-until': localized('contained 或 lifted', 'contained or lifted'),
  'report-kind': localized('first、followUp 或 final', 'first, followUp or final'),
  aftercare: localized(
    'comfort、apology、compensation、accountability、legal、inquiry、review 或 evaluation',
    'comfort, apology, compensation, accountability, legal, inquiry, review or evaluation',
  ),
  'start-then': localized('propose 或 activate', 'propose or activate'),
  'readiness-kind': localized(
    'prevention、training、drill、review、check 或 supply',
    'prevention, training, drill, review, check or supply',
  ),
  every: localized('月数，如 6mo', 'months, such as 6mo'),
  'revision-kind': localized('made、revised 或 abolished', 'made, revised or abolished'),
  date: localized('日期，如 2026-11-24', 'a date, such as 2026-11-24'),
  rank: localized(
    'national、provincial、municipal 或 site',
    'national, provincial, municipal or site',
  ),
  'supply-kind': localized(
    'fire、medical、tool、communication、document 或 other',
    'fire, medical, tool, communication, document or other',
  ),
  'contact-kind': localized(
    'fire、police、medical、power、gas、property、media、authority、internal 或 other',
    'fire, police, medical, power, gas, property, media, authority, internal or other',
  ),
  completeness: localized('complete 或 incomplete', 'complete or incomplete'),
}

const FALLBACK = localized('另一种值', 'another value')

type Issue = z.core.$ZodIssue
export type Fault = { path: string; code: string; message: LocalizedText }

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined

/** `steps.5.due` → `steps.hl-06.due`: a person finds an id, not a number. */
function pathOf(issue: Issue, raw: unknown): string {
  let here = raw
  return issue.path
    .map((key) => {
      here = at(here, key)
      const id = typeof key === 'number' ? at(here, 'id') : undefined
      return typeof id === 'string' ? id : String(key)
    })
    .join('.')
}

const isUnwritten = (value: unknown): boolean =>
  value === undefined || value === '' || value === null

/** Nothing stands there, or a text without a word. */
function isMissing(issue: Issue, raw: unknown): boolean {
  const value = issue.path.reduce<unknown>(at, raw)
  if (value === undefined) return true
  return issue.message === 'text' && isUnwritten(at(value, 'zh')) && isUnwritten(at(value, 'en'))
}

/** Of one file: nobody reads more at once. */
export const MOST_FINDINGS = 100

/** One fault for each thing that the schema refused. `raw` is what stood in the file. */
export function explain(issues: readonly Issue[], raw: unknown): readonly Fault[] {
  const faults = issues.slice(0, MOST_FINDINGS).flatMap((issue): readonly Fault[] => {
    const path = pathOf(issue, raw)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path,
        code: 'unknown-key',
        message: localized(`这里没有“${key}”这一项`, `There is no “${key}” here`),
      }))
    const inner =
      issue.code === 'invalid_union'
        ? issue.errors.flat().find((error) => error.path.length > 0)
        : undefined
    if (inner) return explain([{ ...inner, path: [...issue.path, ...inner.path] }], raw)
    const expected =
      EXPECTED[issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? '') : issue.message] ??
      FALLBACK
    return isMissing(issue, raw)
      ? [
          {
            path,
            code: 'missing',
            message: localized(`没有写；应为${expected.zh}`, `Missing; expected ${expected.en}`),
          },
        ]
      : [
          {
            path,
            code: 'bad-value',
            message: localized(`应为${expected.zh}`, `Expected ${expected.en}`),
          },
        ]
  })
  return faults.slice(0, MOST_FINDINGS)
}

/** The same as findings: what the schema refuses is an error. */
export const explained = (issues: readonly Issue[], raw: unknown): readonly PlanFinding[] =>
  explain(issues, raw).map((fault): PlanFinding => ({ severity: 'error', ...fault }))
