/**
 * The posts of a paper: those that it names in two ways are one, whoever approves acts, and what a
 * chapter of duties says never stands before the procedure.
 */
import { describe, expect, it } from 'vitest'
import { draftOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft, PaperParagraph, PaperPost } from '#shared/domain/paper/paper.ts'
import { stepsOfSentence } from '#shared/domain/paper/sentence-steps.ts'
import { paragraphs } from './lift-paper.ts'

type Text = { zh: string }
type Step = { title: Text; role: string }
type Role = { name: Text; aliases?: string[]; duty?: Text; kind?: string }

const cells = (...row: string[]): PaperParagraph[] =>
  row.map((text, column) => ({ text, style: 'cell', column }))
const draftOf = (read: readonly PaperParagraph[], posts: readonly PaperPost[] = []): PaperDraft =>
  draftOfPaper(read, {
    ...{ documentId: 'site', title: read[0]?.text ?? '', posts, siteKinds: ['mall'] },
  })
const draftOfLines = (lines: readonly string[], posts: readonly PaperPost[] = []): PaperDraft =>
  draftOf(paragraphs(lines), posts)
const stepsOf = ({ plans }: PaperDraft): readonly Step[] =>
  plans.flatMap((plan) => plan['steps'] as Step[])
const titlesOf = (draft: PaperDraft): readonly string[] =>
  stepsOf(draft).map(({ title }) => title.zh)
const rolesOf = ({ document }: PaperDraft) => document['roles'] as Record<string, Role>
const postOf = (draft: PaperDraft, words: string): string | undefined => {
  const step = stepsOf(draft).find(({ title }) => title.zh.includes(words))
  return step && rolesOf(draft)[step.role]?.name.zh
}
const namesOf = (draft: PaperDraft): readonly string[] =>
  Object.values(rolesOf(draft)).map(({ name, aliases = [] }) => [name.zh, ...aliases].join('＝'))
const pointsOf = ({ document }: PaperDraft): string => JSON.stringify(document['openPoints'])

const ESCALATOR = [
  '自动扶梯夹人应急预案',
  '一、职责',
  '总指挥：值班经理',
  '总指挥职责：决定停梯，批准恢复运行。',
  '保安职责：维持秩序。',
  '二、处置程序',
  '1. 巡逻保安发现夹人，立即按下急停按钮，报告值班经理。',
  '2. 保安员3分钟内到场，安抚伤者；保安人员拨打120。',
  '3. 经理通知维保单位。',
  '4. 检验合格后，经值班经理批准方可恢复运行。',
]

describe('a chapter of duties', () => {
  const draft = draftOfLines(ESCALATOR)

  it('brings no step before those of the procedure', () => {
    const titles = titlesOf(draft)
    expect(titles[0]).toContain('按下急停按钮')
    expect(titles.indexOf('维持秩序')).toBeGreaterThan(titles.findIndex((t) => t.includes('恢复')))
  })

  it('brings none that the procedure says in other words', () => {
    expect(titlesOf(draft).filter((title) => title.includes('恢复'))).toEqual([
      '检验合格后：批准恢复运行',
    ])
  })

  it('names its post before its colon, also on a line above its items', () => {
    const listed = draftOfLines([
      '停电应急预案',
      '一、职责',
      '总指挥职责：',
      '（1）下达启动命令；',
      '（2）批准恢复营业。',
      '二、处置程序',
      '1. 电工检查配电房。',
    ])
    expect(Object.values(rolesOf(listed))[0]).toMatchObject({
      name: { zh: '总指挥' },
      duty: { zh: expect.stringContaining('批准恢复营业') as unknown },
    })
    expect(titlesOf(listed)[0]).toBe('检查配电房')
  })

  it('of a table gives each row to its post', () => {
    const table = draftOf([
      ...paragraphs(['会场断电处置方案', '一、职责']),
      ...cells('岗位', '人员', '职责'),
      ...cells('总指挥', '会务部经理', '决定会议中止'),
      ...cells('技术组', '音响师、网络工程师', '切换备用线路'),
      ...paragraphs(['二、处置程序', '1. 电工启动发电机。', '2. 音响师播放暖场片。']),
    ])
    expect(namesOf(table)).toEqual(
      expect.arrayContaining(['会务部经理＝总指挥', '技术组', '音响师', '网络工程师', '电工']),
    )
    expect(titlesOf(table)[0]).toBe('启动发电机')
    const team = Object.values(rolesOf(table)).find(({ name }) => name.zh === '技术组')
    expect(team?.duty?.zh).toContain('切换备用线路')
    expect(
      table.sentences.filter(({ kind, uses }) => kind === 'duty' && uses.length === 0),
    ).toEqual([])
  })
})

describe('names of one post', () => {
  it('are one post, and the planner is told', () => {
    const draft = draftOfLines(ESCALATOR)
    expect(namesOf(draft)).toEqual(
      expect.arrayContaining(['值班经理＝经理＝总指挥', expect.stringMatching(/^保安员＝保安/)]),
    )
    expect(pointsOf(draft)).toContain('总指挥＝值班经理')
    expect(pointsOf(draft)).toContain('保安人员＝保安员')
    expect(postOf(draft, '通知维保单位')).toBe('值班经理')
  })

  it('are the post of the register where it has one', () => {
    const draft = draftOfLines(ESCALATOR, [
      { id: 'duty', name: '值班经理' },
      { id: 'guard', name: '安保员', aliases: ['保安队员'] },
    ])
    expect(rolesOf(draft)['duty']).toMatchObject({ name: { zh: '值班经理' } })
    expect(rolesOf(draft)['guard']).toMatchObject({ name: { zh: '安保员' } })
    expect(draft.document['commander']).toBe('duty')
  })

  it.each([
    ['two that the register has', '总指挥：值班经理', ['值班经理', '总指挥']],
    ['a deputy', '副总指挥：物业经理', ['副总指挥', '总指挥']],
  ])('stay two: %s', (_, line, names) => {
    const draft = draftOfLines(
      [
        '停电应急预案',
        '一、职责',
        line,
        '二、程序',
        '1. 总指挥决定疏散。',
        '2. 值班经理报告总指挥。',
      ],
      [
        { id: 'head', name: '总指挥' },
        { id: 'duty', name: '值班经理' },
      ],
    )
    const ids = names.map((name) =>
      Object.entries(rolesOf(draft)).find(
        ([, role]) => role.name.zh === name || (role.aliases ?? []).includes(name),
      ),
    )
    expect(new Set(ids.map((entry) => entry?.[0])).size).toBe(2)
  })

  it('stay apart where the short one may be either', () => {
    const draft = draftOfLines([
      '停电应急预案',
      '一、程序',
      '1. 值班经理报告电力公司。',
      '2. 大堂经理安抚客人。',
      '3. 经理决定疏散。',
    ])
    expect(namesOf(draft)).toEqual(expect.arrayContaining(['值班经理', '大堂经理', '经理']))
  })
})

describe('whoever approves', () => {
  const nobody: readonly PaperPost[] = []
  it.each([
    ['检验合格后，经值班经理批准方可恢复运行。', '值班经理', '检验合格后：批准恢复运行'],
    ['恢复供电须经会务部经理批准。', '会务部经理', '批准恢复供电'],
    ['经总指挥同意后，方可对外发布信息。', '总指挥', '同意对外发布信息'],
    ['窗口恢复办理业务，经总指挥同意后执行。', '总指挥', '同意窗口恢复办理业务'],
    ['值班经理批准后方可重新开门。', '值班经理', '批准重新开门'],
    ['恢复营业由店长批准。', '店长', '批准恢复营业'],
    ['恢复供水须报值班经理同意。', '值班经理', '同意恢复供水'],
    ['恢复运行前，须经值班经理书面批准。', '值班经理', '恢复运行前：批准'],
    ['待水退后经值班经理、工程部经理共同确认方可送电。', '值班经理', '确认送电'],
  ])('acts: %s', (sentence, name, title) => {
    const written = stepsOfSentence(sentence, nobody)
    const [step] = written?.steps ?? []
    const posts = (written?.posts ?? {}) as Record<string, Role>
    expect(posts[String(step?.['role'])]?.name.zh).toBe(name)
    expect(step?.['title']).toEqual({ zh: title })
  })

  it.each([
    ['经总指挥批准，保管员将藏品转移至库房。', '保管员'],
    ['工程部经值班经理批准后恢复供电。', '工程部'],
    ['经工程部检查、值班经理批准后恢复供电。', '工程部'],
  ])('does not where somebody else is to act: %s', (sentence, name) => {
    const written = stepsOfSentence(sentence, nobody)
    const posts = (written?.posts ?? {}) as Record<string, Role>
    expect(posts[String(written?.steps[0]?.['role'])]?.name.zh).toBe(name)
  })

  it('forbids nothing less than before: 未经批准，不得…', () => {
    const [step] = stepsOfSentence('未经值班经理批准，不得恢复运行。', nobody)?.steps ?? []
    expect(step).toMatchObject({ prohibits: true })
  })
})
