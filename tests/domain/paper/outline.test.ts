/** Given paragraphs, when they are cut at the numbers printed in them, then each has its place. */
import { describe, expect, it } from 'vitest'
import { numberOfPlaces } from '#shared/domain/paper/nesting.ts'
import { outlineOf, titleOfPaper } from '#shared/domain/paper/outline.ts'
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { sentenceSpans } from '#shared/domain/paper/sentences.ts'
import { rootsOf } from '#shared/domain/paper/roots.ts'

const paragraphs = (...lines: readonly (string | PaperParagraph)[]): readonly PaperParagraph[] =>
  lines.map((line) => (typeof line === 'string' ? { text: line } : line))
/** Each as its place and words; a heading has a mark before it. */
const cut = (...lines: readonly (string | PaperParagraph)[]): readonly string[] =>
  outlineOf(paragraphs(...lines), '').map(
    ({ places, isHeading, isContents, text }) =>
      `${isContents ? '~' : isHeading ? '#' : ''}${numberOfPlaces(places)} ${text}`,
  )

describe('numbers before the parts of a paper', () => {
  it('nest in the usual order: 一、 （一） 1. （1） ①', () => {
    expect(
      cut(
        '一、处置',
        '（一）火灾',
        '1. 报警',
        '（1）先报警。',
        '①拨打119。',
        '（2）再报告。',
        '（二）停电',
        '二、善后',
      ),
    ).toEqual([
      '#一 处置',
      '#一（一） 火灾',
      '#一（一）1 报警',
      '一（一）1（1） 先报警。',
      '一（一）1（1）① 拨打119。',
      '一（一）1（2） 再报告。',
      '一（二） 停电',
      '二 善后',
    ])
  })

  it('of articles go under their chapter', () => {
    expect(cut('第二章 处置', '第五条 发现火情应报警。', '（一）拨打119；')).toEqual([
      '#第二章 处置',
      '第二章第五条 发现火情应报警。',
      '第二章第五条（一） 拨打119；',
    ])
  })

  it('of several values name their place by themselves', () => {
    expect(cut('3 处置', '3.1 报告', '3.1.1 立即报告。', '3.2 响应', '立即响应。')).toEqual([
      '#3 处置',
      '#3.1 报告',
      '3.1.1 立即报告。',
      '#3.2 响应',
      '3.2 立即响应。',
    ])
  })

  it('cut lines that have run together, and headings that have', () => {
    expect(
      cut('一、编制目的为规范处置，制定本预案。', '二、流程1. 报告(1)立即报告。(2)续报。'),
    ).toEqual([
      '#一 编制目的',
      '一 为规范处置，制定本预案。',
      '#二 流程',
      '#二1 报告',
      '二1（1） 立即报告。',
      '二1（2） 续报。',
    ])
  })

  it.each([
    ['拨打110、119、120电话求助。'],
    ['按照第（六）项处理，见表1、表2。'],
    ['水深1.5米以上的，停止使用。'],
    ['第一、二候车室同时疏散。'],
  ])('are not every number: %s', (line) => {
    expect(cut(line)).toEqual([` ${line}`])
  })

  it('of a list of contents are no parts', () => {
    expect(
      cut('目录', '一、总则……1', '二、处置……3', '一、总则', '为规范处置，制定本预案。'),
    ).toEqual([
      '~ 目录',
      '~ 一、总则……1',
      '~ 二、处置……3',
      '#一 总则',
      '一 为规范处置，制定本预案。',
    ])
  })

  it('may be missing: styled headings hold what is under them', () => {
    const heading = (text: string, level: number): PaperParagraph => ({
      text,
      style: 'heading',
      level,
    })
    const blocks = outlineOf(
      paragraphs(heading('处置', 1), heading('火灾', 2), '拨打119。', heading('善后', 1)),
      '',
    )
    expect(blocks[2]?.places.map(({ title }) => title)).toEqual(['处置', '火灾'])
    expect(blocks[3]?.places.map(({ title }) => title)).toEqual(['善后'])
  })
})

describe('the name of a paper', () => {
  it.each([
    [['XX商场', '停电应急预案', '一、总则'], '停电应急预案'],
    [[{ text: '泳池管理', style: 'heading' as const, level: 1 }, '正文。'], '泳池管理'],
    [['第一条 立即报告。'], ''],
  ])('is its first line that can be one', (lines, title) => {
    expect(titleOfPaper(paragraphs(...lines))).toBe(title)
  })
})

describe('sentences', () => {
  const split = (text: string): readonly string[] =>
    sentenceSpans(text).map(([start, end]) => text.slice(start, end))
  it('end at 。；！？, and the marks after it belong to them', () => {
    expect(split('立即报告。再疏散；完毕！')).toEqual(['立即报告。', '再疏散；', '完毕！'])
  })
  it('do not end within what somebody says, unless all ends there', () => {
    expect(split('广播：“有火情。请离开。”然后疏散。')).toEqual([
      '广播：“有火情。请离开。”然后疏散。',
    ])
    expect(split('广播：“请离开。”值班员报告。')).toEqual(['广播：“请离开。”', '值班员报告。'])
  })
  it('are not swallowed by a mark that never closes', () => {
    expect(split('他说“报告。然后疏散。')).toEqual(['他说“报告。', '然后疏散。'])
  })
})

describe('kinds of incident in a paper', () => {
  const roots = (title: string, ...lines: string[]): readonly string[] =>
    rootsOf(outlineOf(paragraphs(...lines), title), title).map(
      ({ title: name, kind }) => `${name}/${kind?.key}`,
    )

  it('side by side are plans', () => {
    expect(
      roots(
        '商场突发事件应急预案',
        '三、处置',
        '（一）火灾',
        '1.报警。',
        '（二）停电事件处置程序',
        '1.报告。',
      ),
    ).toEqual(['火灾/fire', '停电事件/power'])
  })
  it('may be items that begin with what happened', () => {
    expect(
      roots(
        '客服预案',
        '一、处置',
        '1、客户摔倒时，应安抚。',
        '（1）报告。',
        '2、发生火灾时，应报警。',
        '（1）疏散。',
      ),
    ).toEqual(['客户摔倒/illness', '火灾/fire'])
  })
  it('that the whole paper is about open no plan of their own', () => {
    expect(roots('火灾应急预案', '一、火灾报警', '1.报警。', '二、火灾扑救', '1.扑救。')).toEqual(
      [],
    )
  })
  it('under the duties of posts are none', () => {
    expect(
      roots('预案', '一、组织职责', '（一）火灾扑救组', '1.扑救。', '（二）停电抢修组', '1.抢修。'),
    ).toEqual([])
  })
})
