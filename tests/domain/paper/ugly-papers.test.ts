/** How sites really write: steps by letters and stars, marks of every kind, a purpose as a line. */
import { describe, expect, it } from 'vitest'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'
import { draftOf } from './lift-paper.ts'

type Text = { zh: string }
type Step = {
  title: Text
  role: string
  prohibits?: true
  when?: unknown
  due?: { within: string }
  calls?: { number?: string }[]
}
const stepsOf = ({ plans }: PaperDraft): readonly Step[] =>
  plans.flatMap((plan) => plan['steps'] as Step[])
const stepWith = (draft: PaperDraft, words: string): Step => {
  const step = stepsOf(draft).find(({ title }) => title.zh.includes(words))
  if (!step) throw new Error(`no step ${words}: ${JSON.stringify(stepsOf(draft))}`)
  return step
}
const nameOf = (draft: PaperDraft, { role }: Step): string =>
  (draft.document['roles'] as Record<string, { name: Text }>)[role]?.name.zh ?? ''
const questionsOf = ({ plans }: PaperDraft): string =>
  JSON.stringify(plans.map((plan) => plan['facts'] ?? {}))

describe('a paper in letters', () => {
  const draft = draftOf([
    '会展中心展台坍塌应急响应程序',
    'A. 职责',
    '总指挥由展览部总监担任；现场指挥由安保经理担任。',
    'B. 响应',
    'a）任何人员发现展台倾斜，应立即呼叫安保，安保员2min内到场；',
    'b）有人被压时，不得盲目拖拽，拨打119；',
    'c）展览总监于30分钟内向区应急局通报；',
    'd）安保员设置警戒、禁止烟火。',
  ])

  it('has headings A., and parts a） under them', () => {
    expect(stepsOf(draft).map(({ title }) => title.zh)).not.toContain('响应')
    expect(draft.sentences.find(({ text }) => text.includes('拖拽'))?.number).toBe('Bb')
  })

  it('counts min as minutes', () => {
    expect(stepWith(draft, '到场').due).toMatchObject({ within: '2m' })
  })

  it('knows 展览总监 for 展览部总监, who commands', () => {
    expect(nameOf(draft, stepWith(draft, '区应急局'))).toBe('展览部总监')
    const roles = draft.document['roles'] as Record<string, { name: Text }>
    expect(roles[String(draft.document['commander'])]?.name.zh).toBe('展览部总监')
  })

  it('forbids only what is forbidden of a list', () => {
    expect(stepWith(draft, '设置警戒').prohibits).toBeUndefined()
    expect(stepWith(draft, '禁止烟火').prohibits).toBe(true)
  })
})

describe('a paper of stars and steps', () => {
  const draft = draftOf([
    '高空坠物处理办法',
    '● 目的：及时处置高空坠物。',
    '● 指挥：店总（总经理）',
    '★第一步：发现人员——大声警示，用对讲机报监控室；',
    '★第二步：监控室值班员：1分钟内通知保安主管；',
    '★第三步：有人受伤：拨打120，客服主管陪同就医；',
    '★第四步：保安主管发现险情扩大，10分钟内疏散商户；',
    '★第五步：护士长当日上报；电话维保公司、119；',
    '● 注意：未经店总授权，任何人不得接受采访。',
  ])

  it('names who acts after the number of the step, by whatever mark', () => {
    expect(nameOf(draft, stepWith(draft, '大声警示'))).toBe('发现人员')
    expect(nameOf(draft, stepWith(draft, '通知保安主管'))).toBe('监控室值班员')
    expect(nameOf(draft, stepWith(draft, '当日上报'))).toBe('护士长')
  })

  it('takes a purpose for none of its steps, and who commands for none', () => {
    expect(questionsOf(draft)).not.toContain('目的')
    expect(draft.document['purpose']).toBeDefined()
    const roles = draft.document['roles'] as Record<string, { name: Text }>
    expect(roles[String(draft.document['commander'])]?.name.zh).toBe('店总')
  })

  it('asks about what stands before the colon, never whether nobody approved', () => {
    expect(stepWith(draft, '拨打120')).toMatchObject({ when: { is: 'yes' } })
    expect(questionsOf(draft)).toContain('有人受伤？')
    expect(questionsOf(draft)).not.toContain('未经')
    expect(stepWith(draft, '接受采访').prohibits).toBe(true)
  })

  it('makes no step of what is found, and one of whom to telephone', () => {
    expect(stepsOf(draft).filter(({ title }) => /^发现险情扩大$/.test(title.zh))).toEqual([])
    expect(stepWith(draft, '疏散商户').due).toMatchObject({ within: '10m' })
    expect(stepWith(draft, '电话维保公司').calls).toMatchObject([{ number: '119' }])
  })
})
