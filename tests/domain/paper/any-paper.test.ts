/**
 * Whatever is read, plan or not: every sentence has one place, together they are the text without
 * its blanks, and no number is in a draft that its sentence does not have.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOfPaper, titleOfPaper } from '#shared/domain/paper/draft.ts'
import { limitIn } from '#shared/domain/paper/durations.ts'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'
import { withoutBlanks } from '#shared/domain/paper/signs.ts'
import { inventedIn } from './invented.ts'

const PIECES = [
  ...[
    '第一章 总则',
    '第三条',
    '一、',
    '（二）',
    '2.',
    '3、',
    '（4）',
    '⑤',
    '1.1',
    '2.3.1 ',
    '目录',
    '•',
  ],
  ...['如火势较大，', '当发现停电时，', '超过30分钟仍未恢复的，', '10分钟内', '半小时内', '一日内'],
  ...[
    '值班员应',
    '保安部',
    '总指挥：',
    '由综合科负责',
    '（含外包人员）',
    '“请不要乘坐电梯。”',
    '向上级',
  ],
  ...[
    '拨打119',
    '报告经理',
    '立即疏散',
    '不得',
    '严禁烟火',
    '关闭总阀',
    '每两小时续报一次',
    '留存录像30天',
  ],
  ...[
    '。',
    '；',
    '，',
    '：',
    '！',
    ' ',
    '\n',
    '本预案适用于',
    '特制定本预案',
    '每半年演练一次',
    '电话：62010000',
  ],
]
const line = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anyLines = fc.array(
  fc.record({
    text: line,
    style: fc.constantFrom('heading' as const, 'body' as const, 'cell' as const),
    level: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 12 },
)

type Lines = readonly { text: string; style: 'heading' | 'body' | 'cell'; level: number }[]
const draftOf = (lines: Lines): PaperDraft =>
  draftOfPaper(lines, {
    documentId: 'any',
    title: titleOfPaper(lines),
    posts: [],
    siteKinds: ['company'],
  })

describe('any paper', () => {
  it('is its sentences, each in one place, in their order', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { sentences } = draftOf(lines)
        const texts = lines.map((_, index) =>
          sentences
            .filter(({ paragraph }) => paragraph === index)
            .map(({ label, text }) => label + text)
            .join(''),
        )
        expect(texts.map(withoutBlanks)).toEqual(lines.map(({ text }) => withoutBlanks(text)))
        expect(sentences.map(({ paragraph }) => paragraph)).toEqual(
          sentences.map(({ paragraph }) => paragraph).toSorted((first, second) => first - second),
        )
        expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length)
      }),
      { numRuns: 150 },
    )
  })

  it('has no number in its draft that the sentence does not have', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(inventedIn(draftOf(lines))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each(['一千二百分钟', '三千六百五十天', '一百二十二十四小时', '62010000十五日'])(
    'has no limit of the end of a number that it cannot read: %s',
    (span) => {
      expect(limitIn(`${span}内`)).toBeNull()
    },
  )

  it('is the same draft whenever it is read', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(draftOf(lines)).toEqual(draftOf(lines))
      }),
      { numRuns: 30 },
    )
  })

  it.each(['立即疏散，', '“', '值班员、', '（一', '1.', '30分钟', '由综合科', '如果发生', '火'])(
    'of one endless line of %s is open, and held up by none of the rules',
    (piece) => {
      const text = piece.repeat(piece === '火' ? 200_000 : 20_000)
      const { sentences } = draftOf([{ text, style: 'body', level: 1 }])
      expect(sentences.map(({ kind, uses }) => [kind, uses])).toEqual([['other', []]])
    },
  )

  it.each(['.', '…', ' ', '《', '：', '①', '一、', '时1，', '0-', '。'])(
    'of one paragraph full of %j is its sentences, too',
    { timeout: 20_000 },
    (sign) => {
      const text = `值班员${sign.repeat(Math.floor(60_000 / sign.length))}立即`
      const { sentences } = draftOf([{ text, style: 'body', level: 1 }])
      expect(withoutBlanks(sentences.map((part) => part.label + part.text).join(''))).toBe(
        withoutBlanks(text),
      )
    },
  )

  it('of thousands of lines is drafted all the same', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      text: `${index}. 值班员应报告经理。`,
      style: 'body' as const,
      level: 1,
    }))
    expect(draftOf(many).sentences.length).toBeGreaterThanOrEqual(2_000)
  })
})
