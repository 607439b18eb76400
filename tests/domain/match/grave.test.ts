/** Danger before harm before inconvenience; what says nothing counts nothing; slips are heard. */
import { describe, expect, it } from 'vitest'
import { heardIn, isDrillTold } from '#shared/domain/match/heard.ts'
import { propose, proposeAny, type Sources } from '#shared/domain/match/match.ts'
import { placeOf } from '#shared/domain/match/place-spoken.ts'
import { localized } from '#shared/domain/text.ts'
import { samplePlan } from '../plan/sample.ts'
import { sourcesAt as at, syllables } from './sources-at.ts'

const mall = at('mall')
const gas = at('gas-customer-service')
const demo = at('all')
const ids = (narrative: string, sources: Sources): readonly string[] =>
  propose(narrative, sources).map(({ planId }) => planId)

describe('the graver stands first', () => {
  it.each([
    ['二楼美食街冒烟，有人呛到', mall, 'mall-fire'],
    ['有人受伤，三楼着火了', mall, 'mall-fire'],
    ['着火了人都往扶梯跑摔了好几个', mall, 'mall-fire'],
    ['厅里起火，一个客户手烧伤了', gas, 'gas-premises-fire'],
    ['厅里两个顾客打架，一个头破了', gas, 'gas-fight-theft-robbery'],
    ['营业厅停电，有人拿刀抢劫', gas, 'gas-fight-theft-robbery'],
    ['抢劫', demo, 'gas-fight-theft-robbery'],
  ] as const)('%s', (narrative, sources, planId) => {
    expect(ids(narrative, sources)[0]).toBe(planId)
  })

  it.each(['三楼冷库冒烟有人晕倒', '抢劫', '电梯困人'])(
    'and a plan that answers everything is never first where one answers this: %s',
    (narrative) => {
      expect(['branch-general', 'generic-service', 'municipal-centre-general']).not.toContain(
        ids(narrative, demo)[0],
      )
    },
  )
})

describe('words that say nothing', () => {
  it('propose nothing alone, and are no reason', () => {
    expect(ids('有人', mall)).toEqual([])
    const [first] = propose('有人晕倒', mall)
    expect(first?.words).toEqual(['晕倒'])
    expect(first?.reason.zh).not.toContain('有人')
  })

  it.each([
    ['抄表员路上被车撞了', 'gas-safety-home-visit-attack'],
    ['二号营业厅电梯困了三个人', 'gas-safety-premises-attack'],
  ])('and no plan comes of a chance likeness: %s', (narrative, planId) => {
    expect(ids(narrative, gas)).not.toContain(planId)
  })
})

describe('a slip of the keyboard', () => {
  it.each([
    ['二楼冒咽了', 'mall-fire'],
    ['二楼冒yan了', 'mall-fire'],
    ['电梯那边起伙', 'mall-fire'],
    ['停店了', 'mall-other-event'],
  ])('is heard: %s', (narrative, planId) => {
    expect(ids(narrative, mall)[0]).toBe(planId)
  })

  it.each(['猫眼坏了', '大伙都在', '不是火锅店'])('is not made of a real word: %s', (narrative) => {
    expect(ids(narrative, mall)).not.toContain('mall-fire')
  })
})

describe('what Enter starts', () => {
  const planFor = (id: string, trigger: string): ReturnType<typeof samplePlan> =>
    samplePlan({ id, types: [], triggers: [trigger], title: localized(id, id) })
  const sources = (...plans: ReturnType<typeof samplePlan>[]): Sources => ({
    plans,
    types: [],
    synonyms: [],
    syllables,
  })
  const started = (narrative: string, from: Sources): readonly boolean[] =>
    proposeAny(narrative, from).map(({ preselected }) => preselected)

  it('is the first of several, unless two inconveniences lie near each other', () => {
    expect(
      started('水龙头坏了', sources(planFor('a', '水龙头坏了'), planFor('b', '坏了'))),
    ).toEqual([true, false])
    expect(started('空调坏了', sources(planFor('a', '空调'), planFor('b', '坏了')))).toEqual([
      false,
      false,
    ])
  })

  it('is danger that leads, however near another lies', () => {
    expect(started('着火冒烟', sources(planFor('a', '着火'), planFor('b', '冒烟')))).toEqual([
      true,
      false,
    ])
  })

  it('is nothing where nothing was recognised: the general plan is shown, or the widest', () => {
    const [general, ...others] = proposeAny('嗯那个', mall)
    expect(general).toMatchObject({ planId: 'mall-other-event', words: [], preselected: false })
    expect(others).toEqual([])
    const widest = proposeAny('嗯那个', gas)
    expect(widest).toHaveLength(3)
    expect(widest.every(({ words, preselected }) => words.length === 0 && !preselected)).toBe(true)
    expect(proposeAny(' ', mall)).toEqual([])
  })
})

it('what a drill rehearses is the report once it is one', () => {
  expect(ids('消防演练，二楼着火', { ...mall, drill: true })[0]).toBe('mall-fire')
  expect(ids('模拟二楼着火', mall)).toEqual([])
  expect(ids('模拟二楼着火', { ...mall, drill: true })[0]).toBe('mall-fire')
  expect(['消防演练', 'xiaofang yanlian', 'fire drill', '着火'].map(isDrillTold)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

it.each([
  ['有人持刀抢劫3号柜台', '3号柜台'],
  ['地下车库B2冒烟', '地下车库B2'],
  ['三号扶梯夹人了', '三号扶梯'],
  ['802房间着火', '802房间'],
  ['一楼星巴克着火', '一楼星巴克'],
  ['dixiacheku b2 maoyan', '地下车库B2'],
  ['sanhao futi jiaren', '三号扶梯'],
  ['802fangjian zhaohuo', '802房间'],
  ['dxckb2 zhaohuo', '地下车库B2'],
  ['有人打架', null],
  ['hotline is down', null],
])('the place in “%s” is %s', (narrative, place) => {
  expect(placeOf(narrative, syllables)).toBe(place)
})

it.each([
  ['二楼着火，三个人受伤', { minor: 3 }, null],
  ['一死两伤', { dead: 1, minor: 2 }, null],
  ['十五名员工受伤，其中3个重伤', { serious: 3, minor: 12 }, null],
  ['二十三个人中毒', { minor: 23 }, null],
  ['重大火灾', {}, 'major'],
  ['排队的老人晕倒了', {}, null], // ill, not hurt
  ['有没有人受伤', {}, null],
  ['电梯困了三个人', { trapped: 3 }, null],
  ['着火了，里面有5个人被困', { trapped: 5 }, null],
  ['两个人受伤，三个工人困在楼上', { minor: 2, trapped: 3 }, null],
  ['客户呼吸困难', {}, null],
  ['着火了，没有人被困', {}, null],
  ['电梯里的三个人被困后救出来了', {}, null],
])('“%s” tells of %o', (narrative, casualties, severity) => {
  expect(heardIn(narrative)).toMatchObject({ casualties, severity })
})

it('that nobody is hurt is heard also where somebody is trapped', () => {
  expect(heardIn('电梯困了三个人，没有人受伤')).toMatchObject({
    casualties: { trapped: 3 },
    unhurt: true,
  })
  expect(heardIn('着火了，没有人被困').unhurt).toBe(false)
})

it('of people whom nobody has counted it is known that there is one at least', () => {
  expect(heardIn('城南营业厅有人受伤').uncounted).toEqual(['minor'])
  expect(heardIn('有人死了，三个人受伤').uncounted).toEqual(['dead'])
  expect(heardIn('电梯困人').uncounted).toEqual(['trapped'])
  expect(heardIn('有人受伤，伤了一个人').uncounted).toBeUndefined()
})

it.each([
  ['三楼着火，有两个老人和一个孕妇还没下来', 3, false],
  ['电梯困住了，里面有俩小孩', 2, false],
  ['停电了，大厅里有个坐轮椅的', 1, true],
  ['一位八十多岁的老人摔倒了', 1, false],
  ['着火了，里面孩子三名', 3, false],
  ['四楼烟好大，里头有老人有推着轮椅的', 1, true],
  ['扶梯上有大爷往后仰，后面的人跟着摔了', 1, true],
  ['家里漏气了，还有个孕妇', 1, true],
  ['三个人困在电梯里，其中有老人', 1, true],
])('who cannot help themselves are heard in “%s”: %i', (narrative, vulnerable, some) => {
  const { casualties, uncounted = [] } = heardIn(narrative)
  expect([casualties.vulnerable, uncounted.includes('vulnerable')]).toEqual([vulnerable, some])
})

it.each([
  '一位老人的手机丢了',
  '大爷问医保窗口在哪',
  '着火了，没有老人孩子',
  '养老院对面着火',
  '儿童乐园着火',
  '抓娃娃机冒烟',
  '残疾人卫生间漏水',
  '电动轮椅电池冒烟',
  '着火了，有没有小孩还不知道',
])('nobody vulnerable is heard in “%s”', (narrative) => {
  expect(heardIn(narrative).casualties.vulnerable).toBeUndefined()
})

it('that nobody is hurt is heard beside the vulnerable', () => {
  expect(heardIn('二楼冒烟，两个孩子在里面，没有人受伤')).toMatchObject({
    casualties: { vulnerable: 2 },
    unhurt: true,
  })
})
