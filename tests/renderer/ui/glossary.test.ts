/**
 * One glossary: the words of every page agree with it in both languages, page by page and term by
 * term.
 */
import { describe, expect, it } from 'vitest'
import type { Messages } from '#renderer/i18n/index.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import * as glossary from '#renderer/ui/glossary.ts'

const files = import.meta.glob<Record<string, Messages>>(
  '../../../src-renderer/i18n/*.{zh,en}.ts',
  { eager: true },
)
const pages = [
  ...new Set(Object.keys(files).map((path) => /([a-z-]+)\.(zh|en)\.ts$/.exec(path)?.[1] ?? '')),
]
const wordsOf = (page: string, language: 'zh' | 'en'): ReadonlyMap<string, string> => {
  const module =
    Object.entries(files).find(([path]) => path.endsWith(`/${page}.${language}.ts`))?.[1] ?? {}
  return new Map(
    Object.values(module).flatMap((messages) =>
      typeof messages === 'object' ? flat(messages) : [],
    ),
  )
}
const flat = (messages: Messages, before = ''): (readonly [string, string])[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )

const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
const named = (value: unknown, before: string): (readonly [string, LocalizedText])[] =>
  isText(value)
    ? [[before, value] as const]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => named(inner, `${before}.${key}`))
      : []

/** Everything that is said in both languages: where, in Chinese, in English. */
const texts: readonly (readonly [string, string, string])[] = [
  ...pages.flatMap((page) =>
    [...wordsOf(page, 'zh')].map(
      ([key, zh]) => [`${page}: ${key}`, zh, wordsOf(page, 'en').get(key) ?? ''] as const,
    ),
  ),
  ...named(glossary, 'glossary').map(([where, { zh, en }]) => [where, zh, en] as const),
]

describe.each(pages)('the words of %s', (page) => {
  it('have the same keys in both languages, each with words in it; a unit may be said in one of them only', () => {
    const [zh, en] = [wordsOf(page, 'zh'), wordsOf(page, 'en')]
    expect(zh.size).toBeGreaterThan(0)
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    expect([...zh].filter(([key, value]) => `${value}${en.get(key) ?? ''}`.trim() === '')).toEqual(
      [],
    )
  })
})

/** Terms that stand as a label by themselves: one Chinese word, one English. */
const TERMS: readonly (readonly [string, RegExp])[] = [
  ['特别重大', /^especially serious$/i],
  ['重大', /^serious$/i],
  ['较大', /^major$/i],
  ['一般', /^ordinary$/i],
  ['自然灾害', /^natural disasters?$/i],
  ['事故灾难', /^accident disasters?$/i],
  ['公共卫生', /^public health$/i],
  ['社会安全', /^public security$/i],
  ['响应级别', /^response levels?$/i],
  ['直接经济损失（元）', /^direct economic loss \((yuan|CNY)\)$/i],
  ['事件等级', /^severity$/i],
  ['预警', /^(warnings?|pre-alert)$/i],
  ['告警', /^alerts?$/i],
  ['时限', /^(time )?limits?$/i],
  ['总指挥', /^commander$/i],
  ['核实', /^verify$/i],
  ['解除响应', /\blift/i],
  ['结案', /^close$/i],
  ['归档', /^archive$/i],
  ['应急处置卡', /^action cards?$/i],
  ['月报', /^monthly reports?$/i],
  ['处置过程', /^timeline$/i],
  ['值班表', /^(duty )?roster$/i],
  ['按时率', /^on[- ]time( rate|, %)$/i],
  ['应急物资', /^supplies$/i],
  ['物资', /^suppl(y|ies)$/i],
  ['大屏', /^(the )?walls?$/i],
]

describe('a term', () => {
  it.each(TERMS)('%s', (zh, en) => {
    expect(texts.filter(([, chinese, english]) => chinese === zh && !en.test(english))).toEqual([])
  })
})

/** 预警 is a forecast, 报警 a call for help or a device, 告警 the program's own. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['预警', /warning|pre-alert/i],
  ['报警', /alarm|call|police|report/i],
  ['告警', /alert|alarm|sounds|\{count\} unacknowledged/i],
]

describe('warning, alarm and alert', () => {
  it.each(KINDS)('%s is said as such', (zh, en) => {
    expect(
      texts.filter(([, chinese, english]) => chinese.includes(zh) && !en.test(english)),
    ).toEqual([])
  })

  it('never share one label', () => {
    expect(
      texts.filter(
        ([, zh]) => zh.length < 12 && KINDS.filter(([word]) => zh.includes(word)).length > 1,
      ),
    ).toEqual([])
    const labels = KINDS.map(
      ([word]) =>
        new Set(texts.filter(([, zh]) => zh === word).map(([, , en]) => en.toLowerCase())),
    )
    for (const [at, entry] of labels.entries())
      for (const other of labels.slice(at + 1))
        expect([...entry].filter((label) => other.has(label))).toEqual([])
  })
})

describe('what is late', () => {
  const sources = import.meta.glob<string>(
    ['../../../src-shared/domain/**/*.ts', '!../../../src-shared/domain/paper/**'],
    { eager: true, query: '?raw', import: 'default' },
  )
  /** It reads what papers say of a limit, in whatever words. */
  const READS_PAPERS = /\/plan\/title-words\.ts$/

  it('is 逾期 where a day is over and 超时 where a limit is, never a third word', () => {
    expect(texts.filter(([, zh]) => /超期|逾时/.test(zh))).toEqual([])
    expect(Object.keys(sources).length).toBeGreaterThan(100)
    expect(
      Object.entries(sources)
        .filter(([file, text]) => !READS_PAPERS.test(file) && /超期|逾时/.test(text))
        .map(([file]) => file),
    ).toEqual([])
  })
  it('counts no days of a limit and no minutes of a duty', () => {
    expect(texts.filter(([, zh]) => /超时\{days\}|逾期\{time\}/.test(zh))).toEqual([])
  })
})
