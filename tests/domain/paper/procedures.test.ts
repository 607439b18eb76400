/**
 * Papers for several kinds of incident, their chapters of duties, and who calls when a firm does
 * not come.
 */
import { describe, expect, it } from 'vitest'
import { draftOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'
import { paragraphs } from './lift-paper.ts'

type Step = { id: string; title: { zh: string }; role: string; when?: unknown; calls?: unknown[] }
const draftOf = (lines: readonly string[]): PaperDraft =>
  draftOfPaper(paragraphs(lines), {
    ...{ documentId: 'site', title: lines[0] ?? '', posts: [], siteKinds: ['mall'] },
  })
const titlesOf = ({ plans }: PaperDraft): string[] =>
  plans.map((plan) => (plan['title'] as { zh: string }).zh)
const stepsOf = ({ plans }: PaperDraft): readonly Step[] =>
  plans.flatMap((plan) => plan['steps'] as Step[])
const nameOf = ({ document }: PaperDraft, role: string): string | undefined =>
  (document['roles'] as Record<string, { name: { zh: string } }>)[role]?.name.zh
const usesOf = ({ sentences }: PaperDraft, words: string): readonly string[] =>
  sentences.find(({ text }) => text.includes(words))?.uses ?? []
const pointsOf = ({ document }: PaperDraft): string => JSON.stringify(document['openPoints'])

const CINEMA = [
  '星幕影城突发事件处置预案',
  '一、岗位职责',
  '（一）影城经理为现场总指挥，经理不在时由值班经理代行职责。',
  '（二）场务：引导观众撤离，打开疏散门。',
  '（三）保洁：协助清点人数。',
  '二、影厅起火处置流程',
  '1. 场务发现影厅起火，立即打开全部疏散门，引导观众撤离。',
  '2. 值班经理接报后1分钟内通知放映员停止放映。',
  '三、放映中断处置流程',
  '1. 放映员2分钟内查明原因，报告值班经理。',
]

describe('a paper for several kinds of incident', () => {
  it('is a plan for each procedure, also where no list knows the kind', () => {
    const draft = draftOf(CINEMA)
    expect(titlesOf(draft)).toEqual(['影厅起火', '放映中断'])
    expect(draft.plans.map((plan) => 'extends' in plan)).toEqual([false, false])
  })

  it('is one plan where its chapters are parts of one procedure', () => {
    const draft = draftOf([
      '停电应急预案',
      '一、先期处置',
      '1. 电工立即查明原因。',
      '二、现场处置',
      '1. 保安巡查各楼层。',
      '三、善后处理',
      '1. 电工检查设备。',
    ])
    expect(titlesOf(draft)).toEqual(['停电应急预案'])
  })
})

it('a paper of more procedures than a site has plans is one plan', () => {
  const chapters = Array.from({ length: 61 }, (_, at) => [
    `第${at + 1}章 怪事${at}处置程序`,
    '1. 值班员报告经理。',
  ])
  expect(titlesOf(draftOf(['怪事应急预案', ...chapters.flat()]))).toHaveLength(1)
})

describe('a chapter of duties', () => {
  it('brings no step that the procedure has; what nobody else says is told to the planner', () => {
    const draft = draftOf(CINEMA)
    const titles = stepsOf(draft).map(({ title }) => title.zh)
    expect(titles.filter((title) => title.includes('撤离'))).toHaveLength(1)
    expect(titles.join()).not.toMatch(/清点人数|代行/)
    expect(usesOf(draft, '引导观众撤离，打开')).toEqual([expect.stringMatching(/^document:roles/)])
    expect(usesOf(draft, '清点人数')).toEqual([expect.stringMatching(/^document:roles/)])
    expect(pointsOf(draft)).toContain('保洁协助清点人数')
    expect(pointsOf(draft)).not.toContain('疏散门')
  })

  it('names posts before its colons, whatever they end with', () => {
    const draft = draftOf(CINEMA)
    const step = stepsOf(draft).find(({ title }) => title.zh.includes('疏散门'))
    expect(nameOf(draft, step?.role ?? '')).toBe('场务')
  })

  it('keeps its acts as steps where the paper has no other procedure for them', () => {
    const draft = draftOf([
      '商场火灾应急预案',
      '一、职责',
      '（一）保安部负责组织疏散，维持秩序。',
      '二、处置程序',
      '1. 值班员拨打119。',
    ])
    expect(stepsOf(draft).map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining(['组织疏散', '维持秩序', '拨打119']),
    )
  })
})

describe('who calls 119 when a firm does not come', () => {
  const draft = draftOf([
    '电梯困人应急预案',
    '一、处置程序',
    '1. 维保单位应在30分钟内到达现场。未在30分钟内到达，或者乘客昏迷的，拨打119。',
  ])
  const [arrives, calls] = stepsOf(draft)

  it('is not the firm', () => {
    expect(nameOf(draft, arrives?.role ?? '')).toBe('维保单位')
    expect(nameOf(draft, calls?.role ?? '')).toBe('岗位待定')
    expect(calls?.calls).toMatchObject([{ number: '119' }])
  })

  it('waits for its step to be late, or for the answer', () => {
    expect(calls?.when).toMatchObject({
      any: [{ step: arrives?.id, is: 'late' }, { is: 'yes' }],
    })
    expect(calls?.title.zh).toBe('未在30分钟内到达或乘客昏迷：拨打119')
  })
})
