/**
 * Two invented papers of a hotel, in the words that hotels use: what their posts are called, whose
 * a number is, what somebody notices before the first act, and what is no act at all.
 */
import { describe, expect, it } from 'vitest'
import { actsOf } from '#shared/domain/paper/acts-of-sentence.ts'
import type { PaperDraft, WrittenJson } from '#shared/domain/paper/paper.ts'
import { shortOf } from '#shared/domain/paper/shorts.ts'
import { draftOf } from './lift-paper.ts'

const GAS: readonly string[] = [
  '云栖酒店厨房燃气泄漏处置预案',
  '一、职责',
  '（一）厨师长负责关闭灶具阀门，清点厨房人员。',
  '（二）总值班经理任现场总指挥，负责决定疏散和对外联络。',
  '二、处置程序',
  '1. 任何员工闻到燃气味或报警器鸣响，应立即报告消防控制室，电话8119。',
  '2. 消防控制室值班员应在1分钟内派保安员到现场核实。',
  '3. 工程部值班工程师3分钟内到达燃气表间。',
  '4. 在室外拨打燃气公司抢修电话96777。',
  '5. 疏散时不得使用电梯。',
]
const GUEST: readonly string[] = [
  '云栖酒店住客失去联系处置办法',
  '第一章 总则',
  '第一条 本办法所称失去联系，是指住客超过约定时间12小时未露面。',
  '第二章 处置程序',
  '第二条 客房服务员发现门把手挂“请勿打扰”超过24小时的，报告客房主管。',
  '第三条 仍无回应的，由大堂副理、保安员两人共同用紧急钥匙开门，一人不得单独进入。',
  '第四条 大堂副理应在30分钟内联系紧急联系人。',
  '第三章 附则',
  '第五条 本办法由安保部负责解释，自2026年1月1日起施行。',
]

type Text = { zh: string }
type Step = {
  title: Text
  role: string
  helpers?: string[]
  when?: object
  prohibits?: true
  due?: { within: string }
}
const stepsOf = ({ plans }: PaperDraft): readonly Step[] =>
  plans.flatMap((plan) => plan['steps'] as Step[])
const rolesOf = ({ document }: PaperDraft) => document['roles'] as Record<string, WrittenJson>
const nameOf = (draft: PaperDraft, id: string): string => (rolesOf(draft)[id]?.['name'] as Text).zh
const questionsOf = ({ plans }: PaperDraft): readonly string[] =>
  plans.flatMap((plan) =>
    Object.values((plan['facts'] ?? {}) as Record<string, { question: Text }>).map(
      ({ question }) => question.zh,
    ),
  )
function stepWith(draft: PaperDraft, words: string): Step {
  const step = stepsOf(draft).find(({ title }) => title.zh.includes(words))
  if (!step) throw new Error(`no step ${words}`)
  return step
}

describe('a gas paper of a hotel', () => {
  const draft = draftOf(GAS)

  it('makes no step of what somebody notices', () => {
    expect(stepsOf(draft).filter(({ title }) => title.zh.includes('鸣响'))).toEqual([])
    expect(nameOf(draft, stepWith(draft, '报告消防控制室').role)).toContain('员工')
  })

  it('has its control room inside, and each number with whose it is', () => {
    const kinds = Object.values(rolesOf(draft)).map(({ name, kind }) => [(name as Text).zh, kind])
    expect(kinds.filter(([name]) => String(name).startsWith('消防控制室'))).toEqual([
      ['消防控制室', 'group'],
      ['消防控制室值班员', undefined],
    ])
    expect(draft.document['contacts']).toMatchObject([
      { who: { zh: '消防控制室' }, number: '8119', kind: 'internal' },
      { who: { zh: '燃气公司' }, number: '96777', kind: 'gas' },
    ])
  })

  it('knows the engineer of a department, and his limit', () => {
    const step = stepWith(draft, '到达燃气表间')
    expect(nameOf(draft, step.role)).toBe('工程部值班工程师')
    expect(step).toMatchObject({ title: { zh: '到达燃气表间' }, due: { within: '3m' } })
  })

  it('asks nobody whether people are leaving before it forbids the lift', () => {
    expect(questionsOf(draft)).toEqual([])
    expect(stepWith(draft, '不得使用电梯')).toMatchObject({ prohibits: true })
  })

  it('says the duty of a post beside it, though it is a step as well', () => {
    const cook = Object.values(rolesOf(draft)).find(({ name }) => (name as Text).zh === '厨师长')
    expect(cook?.['duty']).toEqual({ zh: '厨师长负责关闭灶具阀门，清点厨房人员。' })
    const head = rolesOf(draft)[String(draft.document['commander'])]
    expect(head).toMatchObject({
      name: { zh: '总值班经理' },
      duty: { zh: '总值班经理任现场总指挥，负责决定疏散和对外联络。' },
    })
  })
})

describe('a paper about a guest who is not heard of', () => {
  const draft = draftOf(GUEST)

  it('takes a sign on a door for no prohibition, and its time for none since the report', () => {
    const step = stepWith(draft, '报告客房主管')
    expect(step.prohibits).toBeUndefined()
    expect(JSON.stringify(step.when)).not.toContain('elapsed')
    expect(questionsOf(draft)).toContain('发现门把手挂“请勿打扰”超过24小时？')
  })

  it('asks 仍无回应, and gives the door to both who open it', () => {
    const opens = stepWith(draft, '开门')
    const names = [opens.role, ...(opens.helpers ?? [])].map((id) => nameOf(draft, id))
    expect(names).toEqual(['大堂副理', '保安员'])
    expect(opens.prohibits).toBeUndefined()
    expect(questionsOf(draft)).toContain('仍无回应？')
    expect(stepWith(draft, '单独进入').prohibits).toBe(true)
  })

  it('knows 大堂副理, and defines the term alone', () => {
    expect(nameOf(draft, stepWith(draft, '联系紧急联系人').role)).toBe('大堂副理')
    expect(draft.document['definitions']).toMatchObject([{ term: { zh: '失去联系' } }])
  })

  it('leaves open who explains the paper', () => {
    const last = draft.sentences.at(-1)
    expect(last).toMatchObject({ kind: 'other', uses: [] })
  })
})

it.each([
  ['关闭所有灶具阀门和厨房总阀', '关闭所有灶具'],
  ['关闭全部灶具阀门', '关闭灶具阀门'],
  ['严禁开关任何电器', '严禁开关电器'],
  ['根据住客名单逐房核对', '核对'],
  ['禁止无关人员进入厨房', '禁止无关人员'],
])('a name for the wall ends with a word: %s', (words, short) => {
  const [act] = actsOf({ plain: words, lead: '' }, [])
  expect(shortOf(words, act?.act ?? 'handle', [], 7)).toBe(short)
})
