/** From a caller's words to a plan (design §5 Intake): Chinese, pinyin, initials; the right plan first, or none. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import type { Proposal as CrossingProposal } from '#shared/contract/contract.ts'
import { propose, type Proposal } from '#shared/domain/match/match.ts'
import { text } from '#shared/domain/text.ts'
import { samplePlan } from '../plan/sample.ts'

const library = loadLibrary(fileURLToPath(new URL('../../../resources', import.meta.url)), { siteKinds: ['all'] })
const romaniser = createRomaniser()
const sources = { plans: library.plans(), types: library.types(), syllables: romaniser.syllables }
const said = (narrative: string): readonly Proposal[] => propose(narrative, sources)

const hotline = ['gas-hotline-failure', 'system-failure.hotline']
const recharge = ['gas-recharge-terminal-failure', 'system-failure.recharge']
const fire = ['government-hall-fire', 'hall-fire.fire']

describe('the first proposal', () => {
  it.each<[string, string[], string | undefined]>([
    ['热线中心电话全打不进来了', hotline, '热线中心'],
    ['热线打不通，客户都在投诉', hotline, undefined],
    ['坐席说查不到客户资料', hotline, undefined],
    ['话务系统断线，热线没声音', hotline, undefined],
    ['呼叫中心瘫痪', hotline, '呼叫中心'],
    ['没有着火，只是热线接不通', hotline, undefined],
    ['营业厅停电，热线也打不进', hotline, '营业厅'],
    ['rexian dabujin', hotline, undefined],
    ['REXIANDABUJIN', hotline, undefined],
    ['rxdbj', hotline, undefined],
    ['客服热线大不进来', hotline, undefined],
    ['hotline is down', hotline, undefined],
    ['城南营业厅自助充值机全部黑屏，充不了值', recharge, '城南营业厅'],
    ['好几台自助机坏了', recharge, undefined],
    ['阳光花园小区充值机死机', recharge, '阳光花园小区'],
    ['张先生说城东网点的自助机用不了', recharge, '城东网点'],
    ['自助终端充值失败', recharge, undefined],
    ['zizhuchongzhi bu neng yong', recharge, undefined],
    ['czjhp', recharge, undefined],
    ['政务大厅二楼着火了', fire, '政务大厅二楼'],
    ['大厅3号窗口冒烟', fire, '大厅3号窗口'],
    ['办事大厅一楼东侧有明火，烟很大', fire, '办事大厅一楼东侧'],
    ['一号楼三层配电房起火', fire, '一号楼三层配电房'],
    ['插座烧了，有糊味', fire, undefined],
    ['dating zhaohuo', fire, undefined],
    ['dtzh', fire, undefined],
    ['火警', fire, undefined],
    ['烧着了', fire, undefined],
    ['起烟了', fire, undefined],
    ['有烟味', fire, undefined],
    ['报警器响了', fire, undefined],
    ['着火了', fire, undefined],
    ['冒烟', fire, undefined],
    ['失火', fire, undefined],
    ['营业厅着火', fire, '营业厅'], // the fire plan of the premises is not written yet
    ['配电房跳闸冒烟', fire, '配电房'],
    ['停电了，有糊味', fire, undefined],
    ['热线不通', hotline, undefined],
    ['电话打不进', hotline, undefined],
    ['客服电话没人接', hotline, undefined],
    ['热线断了', hotline, undefined],
    ['充值机坏了', recharge, undefined],
    ['自助机充不了', recharge, undefined],
    ['充值系统故障', recharge, undefined],
    ['充值系统死机', recharge, undefined]
  ])('%s', (narrative, [planId, type], place) => {
    const [first] = said(narrative)
    expect(first).toMatchObject({ planId, type, title: library.plan(planId ?? '')?.title })
    expect(first?.place).toBe(place)
    expect(first?.words.length).toBeGreaterThan(0)
    for (const word of first?.words ?? []) expect(first?.reason.zh).toContain(`“${word}”`)
  })
})

describe('no proposal', () => {
  it.each(['你好', '今天天气不错', '没有着火', '猫眼坏了', '服务大厅灭火器被偷', '想问充值怎么办理', '有人在大厅抽烟', '客户发烧了', 'wo zai kan dianying', '119', ''])('where nothing fits: %s', (narrative) => {
    expect(said(narrative)).toEqual([])
  })

  it.each(['热线接到漏气报告', '热线接到爆炸报告', '家里燃气报警器响了', '营业厅停电了', '停电', '客户摔倒了', '摔倒', '有人在大厅吵架'])('where a type without a plan fits better: %s', (narrative) => {
    expect(said(narrative)).toEqual([])
  })
})

describe('a plan of the site\'s own for what two documents call by the same words', () => {
  const ids = (narrative: string, triggers: readonly string[]): string[] => {
    const own = samplePlan({ id: 'own-outage', types: ['hall-power-cut.outage'], triggers, title: text('停电', 'Outage') })
    return propose(narrative, { ...sources, plans: [...sources.plans, own] }).map(({ planId }) => planId)
  }

  it.each([['停电'], ['营业厅停电'], ['停电了，受理系统死机'], ['停电了，有人持刀抢劫']])('its trigger is never silenced by a type without a plan: %s', (narrative) => {
    expect(ids(narrative, ['停电'])).toEqual(['own-outage'])
  })

  it('a tie over the same words goes to the plan, trigger or not', () => {
    expect(ids('停电', [])).toEqual(['own-outage'])
    expect(ids('停电，系统死机', [])).toEqual([])
  })

  it('ranks only below a plan that fits better', () => {
    expect(ids('营业厅停电，热线也打不进', ['停电'])).toEqual(['gas-hotline-failure', 'own-outage'])
  })
})

describe('at a government hall', () => {
  const own = loadLibrary(fileURLToPath(new URL('../../../resources', import.meta.url)), { siteKinds: ['government-hall'] })
  it.each(['火警', '烧着了', '起烟了', '有烟味', '报警器响了', '着火了', '冒烟', '失火', '大厅停电，冒烟'])('every word for a fire offers the fire plan: %s', (narrative) => {
    expect(propose(narrative, { plans: own.plans(), types: own.types(), syllables: romaniser.syllables })).toMatchObject([{ planId: fire[0], type: fire[1] }])
  })
})

describe('the reason', () => {
  it.each([
    ['热线打不进', '提到“热线”“打不进”', 'Heard “热线”, “打不进”'],
    ['rexian dabujin', '拼音读作“热线”“打不进”', 'In pinyin “热线”, “打不进”'],
    ['rxdbj', '首字母合“热线”“打不进”', 'By initials “热线”, “打不进”'],
    ['热线大不进', '提到“热线”；读音同“打不进”', 'Heard “热线”; Sounds like “打不进”']
  ])('of “%s”', (narrative, zh, en) => {
    expect(said(narrative)[0]?.reason).toEqual({ zh, en })
  })
})

describe('several plans', () => {
  it('come best first, the same way every time', () => {
    const narrative = '政务大厅着火，热线也打不进，火很大，好多烟'
    const plans = said(narrative).map(({ planId }) => planId)
    expect(plans).toEqual(['government-hall-fire', 'gas-hotline-failure'])
    for (let round = 0; round < 3; round++) expect(said(narrative)).toEqual(said(narrative))
    const turned = { ...sources, plans: [...sources.plans].reverse(), types: [...sources.types].reverse() }
    expect(propose(narrative, turned).map(({ planId }) => planId)).toEqual(plans)
  })

  it('are found at the end of a long story', () => {
    expect(said(`${'今天上午客户很多，排队很长。'.repeat(300)}热线打不进。`).map(({ planId }) => planId)).toEqual(['gas-hotline-failure'])
  })
})

it('a proposal crosses the border as it is', () => {
  const crossing: readonly CrossingProposal[] = said('热线打不进')
  expect(crossing).toHaveLength(1)
})
