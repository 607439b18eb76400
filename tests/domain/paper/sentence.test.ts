/** Given a sentence, when the rules read it, then conditions, posts, acts, limits and numbers. */
import { describe, expect, it } from 'vitest'
import { actsOf } from '#shared/domain/paper/acts-of-sentence.ts'
import { isForLife, stageOf, urgencyOf } from '#shared/domain/paper/acts.ts'
import { readCondition } from '#shared/domain/paper/conditions.ts'
import { daysIn, everyIn, limitIn, passedIn } from '#shared/domain/paper/durations.ts'
import { everyMonths } from '#shared/domain/paper/months.ts'
import { numbersIn } from '#shared/domain/paper/numbers.ts'
import { withoutNumbersOfPersons } from '#shared/domain/person-numbers.ts'
import { targetsOf } from '#shared/domain/paper/posts.ts'
import { sentenceKind } from '#shared/domain/paper/sentence-kinds.ts'
import { shortOf } from '#shared/domain/paper/shorts.ts'
import { sectionOf } from '#shared/domain/paper/titles.ts'

/** Each act as who | what | under which condition. */
const acts = (plain: string): readonly string[] =>
  actsOf({ plain, lead: '' }, []).map(
    ({ names, words, condition }) => `${names.join('+')}|${words}|${condition}`,
  )

describe('the acts of a sentence', () => {
  it.each([
    ['值班员应立即拨打119并报告经理。', ['值班员|应立即拨打119|', '值班员|报告经理|']],
    ['如火势较大，保安部疏散顾客。', ['保安部|疏散顾客|如火势较大']],
    ['劝阻无效的应立即撤离。', ['|应立即撤离|劝阻无效的']],
    ['前台接到报警后，应通知工程部。', ['前台|应通知工程部|前台接到报警后']],
    ['由综合科负责联系家属。', ['综合科|负责联系家属|']],
    ['值班员和保安员维持秩序。', ['值班员+保安员|维持秩序|']],
    ['抢险组由工程部人员组成，负责断电。', ['抢险组|负责断电|']],
    ['关闭阀门，防止事态扩大。', ['|关闭阀门|']],
    ['到医院治疗（交通事故拨打122报警）。', ['|到医院治疗|', '|拨打122报警|交通事故']],
  ])('%s', (sentence, expected) => {
    expect(acts(sentence)).toEqual(expected)
  })
  it.each([
    ['维保单位工作日20分钟内到场', '维保单位|工作日20分钟内到场|'],
    ['由维保单位拆除梳齿板', '维保单位|拆除梳齿板|'],
  ])('is of a post that the paper has: %s', (plain, expected) => {
    const [act] = actsOf({ plain, lead: '' }, ['维保单位'])
    expect(`${act?.names.join('+')}|${act?.words}|${act?.condition}`).toBe(expected)
  })
  it.each([
    ['挂“禁止合闸”牌', 'start'],
    ['广播“请不要乘坐电梯”', 'announce'],
    ['不得说“没事”', 'prohibit'],
    ['“严禁拉拽”', 'prohibit'],
  ])('is not forbidden by what it quotes: %s', (plain, act) => {
    expect(actsOf({ plain, lead: '' }, []).map((part) => part.act)).toEqual([act])
  })
})

describe('who is told', () => {
  it.each([
    ['报告值班经理和工程部', ['值班经理', '工程部']],
    ['向区应急管理局报告', ['区应急管理局']],
    ['通知电梯维保单位到场', ['电梯维保单位']],
    ['报告情况', []],
  ])('%s', (words, names) => {
    expect(targetsOf(words)).toEqual(names)
  })
})

describe('limits', () => {
  it.each([
    ['30分钟内到达', { within: '30m', from: null }],
    ['接报后半小时内到场', { within: '30m', from: 'reported' }],
    ['事故发生后一小时内上报', { within: '1h', from: 'occurred' }],
    ['在2个小时之内报告', { within: '2h', from: null }],
    ['三日内提交报告', { within: '3d', from: null }],
    ['在5个工作日内提交报告', null],
    ['不超过90秒', { within: '90s', from: null }],
    ['一个半小时内', null],
    [
      '工作日15分钟、节假日45分钟内到达',
      { within: { workday: '15m', holiday: '45m' }, from: null },
    ],
    ['如30分钟内无法排除故障', null],
    ['超过4小时', null],
    ['每30分钟报告一次', null],
    ['保存期不少于90日', null],
    ['62010000分机10分钟内', { within: '10m', from: null }],
    ['编号6201000010分钟内', null],
  ])('%s', (words, limit) => {
    if (words !== '一个半小时内') expect(limitIn(words)).toEqual(limit)
    else expect(limitIn(words)?.within).not.toBe('1h') // 一个半 is no hour
  })

  it.each([
    ['停电超过30分钟', '30m'],
    ['10分钟内未能排除', '10m'],
    ['持续2小时仍未恢复', '2h'],
    ['超过3个工作日', null],
    ['30分钟内到达', null],
  ])('that have passed: %s', (words, passed) => {
    expect(passedIn(words)).toBe(passed)
  })

  it('of what is repeated, kept and done in ordinary times', () => {
    expect(everyIn('每两小时续报一次')).toBe('2h')
    expect(daysIn('保存不少于90天')).toBe('90d')
    expect(
      ['每半年演练一次', '每季度检查', '每年不少于两次演练', '每周检查'].map(everyMonths),
    ).toEqual(['6mo', '3mo', '6mo', null])
  })
})

describe('conditions', () => {
  const plan = /停电/
  it.each([
    ['如火势较大', { words: '火势较大', over: null, unit: null }],
    ['损失超过5000元的', { words: '损失', over: 5000, unit: '元' }],
    ['停电超过30分钟', { elapsed: '30m', waits: false, missed: false }],
    ['未在30分钟内到达', { elapsed: '30m', waits: true, missed: true }],
    ['停电超过30分钟的', { elapsed: '30m', waits: false, missed: false }],
    ['火灾扑灭后', { contained: true }],
  ])('%s', (words, test) => {
    expect(readCondition(words, plan).tests).toEqual([test])
  })
  it.each(['当发生停电时', '接到报告后', '发生突发事件时', '疏散过程中'])(
    'open no branch: %s',
    (words) => {
      expect(readCondition(words, plan).tests).toEqual([])
    },
  )
  it('of which one is enough', () => {
    expect(readCondition('被困人员身体不适或者一小时内未到的', null)).toMatchObject({
      any: true,
      tests: [{ words: '被困人员身体不适' }, { elapsed: '1h' }],
    })
  })
})

describe('numbers to call', () => {
  it.each([
    ['拨打119、120求助', ['119', '120']],
    ['物业前台8866，工程值班室8870', ['8866', '8870']],
    ['综合科电话：62010000', ['62010000']],
    ['损失5000元，水深119厘米', []],
    ['联系张三13800138000', []],
    ['维保公司24小时电话400-000-0000', ['400-000-0000']],
    ['值班电话：010-62010000', ['010-62010000']],
  ])('%s', (words, numbers) => {
    expect(numbersIn(words).map(({ number }) => number)).toEqual(numbers)
  })
  it('are whose the words before them say, not of the hours at which they are answered', () => {
    const who = (words: string) => numbersIn(words).map((number) => number.who.zh)
    expect(who('迅达维保公司，24小时电话400-000-0000')).toEqual(['迅达维保公司'])
    expect(who('24小时热线：400-000-0000')).toEqual(['电话'])
  })
  it('of persons are left out of quotations', () => {
    expect(withoutNumbersOfPersons('联系张三13800138000。')).toBe('联系张三（号码略）。')
  })
})

describe('an act', () => {
  it('has the stage of its heading, else of its verb', () => {
    expect(stageOf('report', [])).toBe('report')
    expect(stageOf('check', ['后期处置'])).toBe('recover')
    expect(stageOf('evacuate', ['现场处置'])).toBe('on-site')
  })
  it('is urgent as the paper says, and is for life where lives depend on it', () => {
    expect([urgencyOf('立即报告'), urgencyOf('及时报告'), urgencyOf('报告')]).toEqual([
      'immediate',
      'prompt',
      null,
    ])
    expect([isForLife('疏散顾客', 'evacuate'), isForLife('慰问伤员', 'comfort')]).toEqual([
      true,
      false,
    ])
  })
  it.each([
    ['立即拨打119报警', 'call', [], '拨打119'],
    ['及时向突发事件应急领导小组报告', 'report', ['突发事件应急领导小组'], '报应急领导小组'],
    ['关闭地下室全部照明以外的电源', 'shut', [], '关闭地下室全部'],
    ['赶到电梯所在楼层', 'organise', [], '赶到电梯'],
    ['不得直接用手拉拽触电人员', 'prohibit', [], '不得用手拉拽'],
    ['不得在市场内散布视频', 'prohibit', [], '不得散布视频'],
    ['告知其不要扒门、不要拍打轿门', 'prohibit', [], '不要扒门'],
  ] as const)('has a name for the wall: %s', (words, act, targets, short) => {
    expect(shortOf(words, act, targets, 7)).toBe(short)
  })
})

describe('what a sentence is for', () => {
  const kind = (plain: string, heading = ''): string =>
    sentenceKind(plain, sectionOf(heading), { lead: '', isItem: true, ofIncident: false })
  it.each([
    ['为规范处置，特制定本预案。', '', 'purpose'],
    ['本预案适用于本馆。', '', 'scope'],
    ['根据《消防法》制定本预案。', '', 'basis'],
    ['以人为本。', '处置原则', 'principle'],
    ['本预案所称停电，是指全馆失电。', '', 'definition'],
    ['每半年组织一次演练。', '', 'readiness'],
    ['立即拨打119。', '应急保障', 'step'],
    ['总指挥由馆长担任。', '组织机构', 'duty'],
    ['负责引导观众疏散。', '各组职责', 'step'],
    ['完成时限为10分钟内。', '', 'limit'],
    ['近年来风险增加。', '', 'other'],
    ['。。。', '', 'heading'],
  ])('%s under %s: %s', (plain, heading, expected) => {
    expect(kind(plain, heading)).toBe(expected)
  })
})
