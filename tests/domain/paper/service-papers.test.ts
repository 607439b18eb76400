/**
 * Papers of a car park, a bank and a conference centre, read as their planners read them: whom a
 * thing is given to, when a limit runs, what tells one case from another, and what a table says.
 */
import { describe, expect, it } from 'vitest'
import { draftOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft, PaperParagraph } from '#shared/domain/paper/paper.ts'
import { inventedIn } from './invented.ts'
import { draftOf, paragraphs } from './lift-paper.ts'

type Text = { zh: string }
type Step = {
  id: string
  title: Text
  short: Text
  role: string
  prohibits?: true
  lifeSafety?: true
  when?: unknown
  due?: { within: unknown }
  repeat?: { every: string }
}
const stepsOf = ({ plans }: PaperDraft): readonly Step[] =>
  plans.flatMap((plan) => plan['steps'] as Step[])
function stepWith(draft: PaperDraft, words: string): Step {
  const step = stepsOf(draft).find(({ title }) => title.zh.includes(words))
  if (!step) throw new Error(`no step ${words}: ${JSON.stringify(stepsOf(draft))}`)
  return step
}
const nameOf = ({ document }: PaperDraft, id: string): string =>
  (document['roles'] as Record<string, { name: Text }>)[id]?.name.zh ?? ''
const actorOf = (draft: PaperDraft, words: string): string =>
  nameOf(draft, stepWith(draft, words).role)
const namesIn = ({ document }: PaperDraft): readonly string[] =>
  Object.values(document['roles'] as Record<string, { name: Text }>).map(({ name }) => name.zh)
const questionsOf = ({ plans }: PaperDraft): readonly string[] =>
  plans.flatMap((plan) =>
    Object.values((plan['facts'] ?? {}) as Record<string, { question: Text }>).map(
      ({ question }) => question.zh,
    ),
  )
const listOf = ({ document }: PaperDraft, key: string): readonly Record<string, unknown>[] =>
  (document[key] ?? []) as Record<string, unknown>[]
const row = (...cells: string[]): PaperParagraph[] =>
  cells.map((text, column) => ({ text, style: 'cell', column }))

describe('a car park that is flooded', () => {
  const title = '地下停车场进水应急处置预案'
  const draft = draftOfPaper(
    [
      ...paragraphs([
        title,
        '（2025年修订）',
        '第一章 总则',
        '第一条 为妥善处置停车场进水事件，依据《中华人民共和国突发事件应对法》，制定本预案。',
        '第二条 工作原则：先救人、后救物。',
        '第二章 组织机构与职责',
        '第三条 成立防汛应急小组，组长由商场物业总监担任。',
        '第四条 各岗位职责如下：',
      ]),
      ...row('岗位', '职责', '联系电话'),
      ...row('车场主管', '负责现场车辆疏导', '6612'),
      ...paragraphs([
        '第三章 预警与准备',
        '第五条 收到暴雨预警信号后，工程值班长应当在1小时内完成排水泵试运行。',
        '第四章 应急处置',
        '第六条 岗亭人员发现坡道口有水倒灌的，应立即报告监控中心。',
        '第七条 车场主管立即停止车辆驶入，20分钟内完成封堵。',
        '第八条 积水深度达到15厘米的，严禁车辆通行。',
        '第九条 积水深度超过30厘米，或者20分钟内未能封堵的，由组长决定停用全部电梯，同时向街道办事处（电话：0571-8800 1234）报告。',
        '第十条 秩序员逐层清场。清场未完成的，不得关闭防水闸门。',
        '第十一条 积水排净并经工程部经理检测绝缘合格，报物业总监批准后，方可恢复送电。',
        '第十二条 其他人员一律不得接受采访。',
        '第五章 应急物资',
        '第十三条 物资清单：',
      ]),
      ...row('序号', '名称', '数量', '责任人'),
      ...row('1', '移动排水泵', '4台', '车场主管'),
      ...paragraphs(['附则', '第十四条 本预案自印发之日起施行。']),
    ],
    { documentId: 'park', title, posts: [], siteKinds: ['mall'] },
  )

  it('is commanded by somebody of the site, whatever firm the post is called by', () => {
    const roles = draft.document['roles'] as Record<string, { name: Text; kind?: string }>
    expect(roles[String(draft.document['commander'])]).toMatchObject({
      name: { zh: '商场物业总监' },
    })
    expect(roles[String(draft.document['commander'])]?.kind).toBeUndefined()
    expect(namesIn(draft)).not.toContain('各岗')
    expect(actorOf(draft, '不得接受采访')).toBe('其他人员')
  })

  it('takes a time among the preparations for a limit', () => {
    expect(stepWith(draft, '试运行').due).toMatchObject({ within: '1h' })
  })

  it('does not take a depth for the flood itself, and leaves no question without words', () => {
    const key = JSON.stringify(stepWith(draft, '严禁车辆通行').when)
    expect(key).toContain('"is":"yes"')
    expect(questionsOf(draft)).toContain('积水深度达到15厘米？')
    expect(questionsOf(draft)).not.toContain('？')
    const { id } = stepWith(draft, '完成封堵')
    expect(JSON.stringify(stepWith(draft, '停用全部电梯').when)).toContain(
      `{"step":"${id}","is":"late"}`,
    )
  })

  it('forbids from the first what waits for something, and says what it waits for', () => {
    const step = stepWith(draft, '不得关闭防水闸门')
    expect(step.prohibits).toBe(true)
    expect(step.title.zh).toContain('清场未完成')
    expect(step.when).toBeUndefined()
  })

  it('gives what has to be approved to whoever approves, once what it waits for is so', () => {
    expect(actorOf(draft, '批准恢复送电')).toBe('商场物业总监')
    expect(JSON.stringify(stepWith(draft, '批准恢复送电').when)).toContain('"is":"yes"')
  })

  it('reads supplies and numbers by the columns of their tables', () => {
    expect(listOf(draft, 'supplies').map(({ what }) => (what as Text).zh)).toEqual(['移动排水泵'])
    const contacts = listOf(draft, 'contacts').map(({ who, number }) => [(who as Text).zh, number])
    expect(contacts).toContainEqual(['车场主管', '6612'])
    expect(contacts).toContainEqual(['街道办事处', '0571-8800 1234'])
    expect(JSON.stringify(draft.document['roles'])).not.toContain('6612')
  })

  it('puts purpose and principles onto their pages, and an edition onto none', () => {
    expect(JSON.stringify(draft.document['purpose'])).toContain('妥善处置停车场进水')
    expect(JSON.stringify(draft.document['purpose'])).not.toContain('先救人')
    expect(JSON.stringify(draft.document['principles'])).toContain('先救人')
    expect(JSON.stringify(draft.document['readiness'] ?? [])).not.toContain('修订')
  })

  it('invents no number', () => {
    expect(inventedIn(draft)).toEqual([])
  })
})

describe('a bank that is robbed', () => {
  const draft = draftOf([
    '营业网点防抢劫应急预案',
    '一、应急组织',
    '总指挥：支行行长',
    '二、处置程序',
    '（一）歹徒持械抢劫时',
    '1、柜员：歹徒以人质相要挟的，不得刺激歹徒，可交出少量现金，以保全人质生命。',
    '2、运营主管：3分钟内电话报告分行保卫部（值班电话：025-8432 7788）。',
    '3、支行行长接报后10分钟内赶到现场（节假日30分钟内）。',
    '（二）歹徒逃离后',
    '1、大堂经理立即关闭大门，除警察和医护人员外，任何人不准进出。',
    '2、监控录像由保安员封存，复制留存90天以上。',
    '（三）夜间或停业后触发报警的',
    '1．监控中心值班人员应在1分钟内回看画面；确认为误报的，登记后解除。',
    '2．巡逻队15分钟未到的，再次催促并通知备勤人员。',
    '三、后期工作',
    '1、分行工会在事发后3日内安排心理辅导。',
    '2、恢复营业：须经公安机关同意，并报分行行长批准。',
  ])

  it('tells a case from the others by its heading, which opens what stands under it', () => {
    const steps = JSON.stringify(draft.plans.map((plan) => plan['facts']))
    expect(steps).toContain('夜间或停业后触发报警？')
    expect(JSON.stringify(stepWith(draft, '回看画面').when)).toContain('"is":"yes"')
    expect(JSON.stringify(stepWith(draft, '登记后解除').when)).toMatch(/"all":.*"fact".*"fact"/)
    expect(stepWith(draft, '关闭大门').title.zh).toBe('歹徒逃离后：关闭大门')
    expect(stepWith(draft, '关闭大门').when).toBeUndefined()
  })

  it('hears 要 in 要挟 as no order, and what something is for as no step', () => {
    expect(JSON.stringify(stepWith(draft, '不得刺激歹徒').when)).toContain('"is":"yes"')
    expect(stepsOf(draft).filter(({ title }) => title.zh.includes('以保全'))).toEqual([])
  })

  it('has both limits where the holiday has one of its own, in brackets', () => {
    expect(stepWith(draft, '赶到现场').due).toMatchObject({
      within: { workday: '10m', holiday: '30m' },
    })
    expect(stepWith(draft, '赶到现场').title.zh).toBe('赶到现场')
  })

  it('gives a thing to whom it is given by 由, and nothing to whoever is missed', () => {
    expect(actorOf(draft, '监控录像封存')).toBe('保安员')
    expect(actorOf(draft, '再次催促')).not.toContain('巡逻队')
    expect(actorOf(draft, '心理辅导')).toBe('分行工会')
    expect(stepWith(draft, '再次催促').short.zh).toBe('再次催促')
  })

  it('keeps who is excepted with what is forbidden, and what needs leave with the leave', () => {
    expect(stepWith(draft, '不准进出').title.zh).toContain('除警察和医护人员外，任何人不准进出')
    expect(stepWith(draft, '公安机关同意').title.zh).toContain('恢复营业')
    expect(listOf(draft, 'contacts')).toContainEqual(
      expect.objectContaining({ number: '025-8432 7788', who: { zh: '分行保卫部' } }),
    )
  })
})

describe('a conference of which many are ill', () => {
  const draft = draftOf([
    '会议中心食物中毒应急预案',
    '1 组织体系',
    '1.1 应急指挥部由中心总经理（总指挥）、餐饮总监、医务室医生组成。',
    '2 监测与报告',
    '2.1 会务人员、餐厅服务员发现2人及以上呕吐、腹泻的，应立即报告医务室，医务室医生须于5分钟内到场。',
    '2.2 医务室医生初步判断为疑似食物中毒时，10分钟内报告餐饮总监。',
    '2.3 任何人不得瞒报。',
    '2.4 报告内容包括：时间、地点、人数、已采取措施。',
    '3 响应',
    '3.1 症状较重或人数超过5人的，立即拨打120；',
    '3.2 救护车由安保人员在北门引导，每辆救护车指定一名陪同人员；',
    '3.3 餐饮总监30 min内封存剩余食品；',
    '3.4 会务经理与主办方协商，当症状人数达到30人时，由总指挥决定中止会议；',
    '3.5 联络组每小时更新一次就医人数，发至指挥部工作群。',
    '3.6 联络组在24小时之内探望住院人员。',
    '3.7 预计停餐时间超过24小时，或故障处理时间超过4小时的，餐饮总监报告中心总经理。',
  ])

  it('has one post for 中心总经理 and 总指挥, and none for what only contains one', () => {
    expect(actorOf(draft, '中止会议')).toBe('中心总经理')
    expect(actorOf(draft, '在北门引导')).toBe('安保人员')
    expect(namesIn(draft).filter((name) => /由|每辆|发至/.test(name))).toEqual([])
  })

  it('reads a chapter of watching and reporting as what is to be done', () => {
    expect(stepWith(draft, '到场').due).toMatchObject({ within: '5m' })
    expect(stepWith(draft, '到场').when).toBeUndefined()
    expect(stepWith(draft, '报告餐饮总监').due).toMatchObject({ within: '10m' })
    expect(stepWith(draft, '不得瞒报').prohibits).toBe(true)
  })

  it('leaves open what a report says, which nobody does', () => {
    const sentence = draft.sentences.find(({ text }) => text.startsWith('报告内容包括'))
    expect(sentence?.uses).toEqual([])
  })

  it('asks both where either calls the ambulance, and for the number that ends a conference', () => {
    expect(JSON.stringify(stepWith(draft, '拨打120').when)).toMatch(/"any":.*"is":"yes".*"over":5/)
    expect(questionsOf(draft)).toContain('症状人数达到30人？')
    expect(actorOf(draft, '与主办方协商')).toBe('会务经理')
  })

  it('reads minutes and hours however they are written, and names no step by them', () => {
    expect(stepWith(draft, '封存剩余食品').due).toMatchObject({ within: '30m' })
    expect(stepWith(draft, '就医人数').repeat).toMatchObject({ every: '1h' })
    expect(stepWith(draft, '就医人数').lifeSafety).toBeUndefined()
    expect(stepWith(draft, '住院人员').title.zh).toBe('探望住院人员')
    expect(stepWith(draft, '报告中心总经理').title.zh).not.toMatch(/24小(?!时)/)
    expect(inventedIn(draft)).toEqual([])
  })
})
