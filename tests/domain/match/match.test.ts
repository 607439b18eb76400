/**
 * Tests the way from a caller's words to a plan: Chinese, pinyin, initials; the right plan first,
 * or none.
 */
import { describe, expect, it } from 'vitest'
import type { Proposal as CrossingProposal } from '#shared/contract/contract.ts'
import { propose, type Proposal, type Sources } from '#shared/domain/match/match.ts'
import { localized } from '#shared/domain/text.ts'
import { samplePlan } from '../plan/sample.ts'
import { sourcesAt as at, syllables } from './sources-at.ts'

const gas = at('gas-customer-service')
const hall = at('government-hall')
const proposals = (narrative: string, sources = gas): readonly Proposal[] =>
  propose(narrative, sources)
/** A site whose planners have not come to these plans yet: their types stand alone. */
const without = (sources: Sources, ...ids: string[]): Sources => ({
  ...sources,
  plans: sources.plans.filter(({ id }) => !ids.includes(id)),
})

const hotline = ['gas-hotline-failure', 'system-failure.hotline']
const recharge = ['gas-recharge-terminal-failure', 'system-failure.recharge']
const fire = ['government-hall-fire', 'hall-fire.fire']
const premises = ['gas-premises-fire', 'other.premises-fire']

describe('the first proposal', () => {
  const expectFirst = (
    narrative: string,
    [planId, type]: string[],
    place: string | undefined,
    sources: Sources,
  ): void => {
    const [first] = proposals(narrative, sources)
    expect(first).toMatchObject({
      planId,
      type,
      title: sources.plans.find(({ id }) => id === planId)?.title,
    })
    expect(first?.place).toBe(place)
    expect(first?.words.length).toBeGreaterThan(0)
    for (const word of first?.words ?? []) expect(first?.reason.zh).toContain(`“${word}”`)
  }

  it.each<[string, string[], string | undefined]>([
    ['热线中心电话全打不进来了', hotline, '热线中心'],
    ['热线打不通，客户都在投诉', hotline, undefined],
    ['坐席说查不到客户资料', hotline, undefined],
    ['话务系统断线，热线没声音', hotline, undefined],
    ['呼叫中心瘫痪', hotline, '呼叫中心'],
    ['没有着火，只是热线接不通', hotline, undefined],
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
    ['充值系统死机', recharge, undefined],
    ['营业厅着火', premises, '营业厅'],
    ['听电了', ['gas-hall-power-cut', 'system-failure.power'], undefined],
    ['停电了，有糊味', premises, undefined],
  ])('at a gas site: %s', (narrative, plan, place) => {
    expectFirst(narrative, plan, place, gas)
  })

  it.each<[string, string[], string | undefined]>([
    ['政务大厅二楼着火了', fire, '政务大厅二楼'],
    ['大厅3号窗口冒烟', fire, '大厅3号窗口'],
    ['办事大厅一楼东侧有明火，烟很大', fire, '办事大厅一楼东侧'],
    ['一号楼三层配电房起火', fire, '一号楼三层配电房'],
    ['插座烧了，有糊味', fire, undefined],
    ['dating zhaohuo', fire, '大厅'],
    ['dtzh', fire, undefined],
    ['火警', fire, undefined],
    ['烧着了', fire, undefined],
    ['起烟了', fire, undefined],
    ['有烟味', fire, undefined],
    ['报警器响了', fire, undefined],
    ['着火了', fire, undefined],
    ['冒烟', fire, undefined],
    ['失火', fire, undefined],
    ['配电房跳闸冒烟', fire, '配电房'],
    ['停电了，有糊味', fire, undefined],
    ['大厅停电，冒烟', fire, '大厅'],
  ])('at a government hall: %s', (narrative, plan, place) => {
    expectFirst(narrative, plan, place, hall)
  })

  it('a caller who speaks of two things is offered both, the one that fits better first', () => {
    expect(
      proposals('营业厅停电，热线也打不进')
        .map(({ planId }) => planId)
        .slice(0, 2)
        .sort(),
    ).toEqual(['gas-hall-power-cut', 'gas-hotline-failure'])
  })
})

describe('no proposal', () => {
  it.each([
    '你好',
    '今天天气不错',
    '没有着火',
    '没有人受伤',
    '猫眼坏了',
    '服务大厅灭火器过期了',
    '想问充值怎么办理',
    'wo zai kan dianying',
    '119',
    '',
  ])('where nothing fits: %s', (narrative) => {
    expect(proposals(narrative)).toEqual([])
  })

  // the end of one word and the beginning of the next (营业厅 电梯) are nobody's slip for 停电
  it.each(['二号营业厅电梯困了三个人', '二号营业厅升降机困了三个人', '库房里困了两个人'])(
    'for people shut in is an attack or a power cut: %s',
    (narrative) => {
      expect(proposals(narrative)).toEqual([])
      expect(proposals(narrative, hall)).toEqual([])
    },
  )

  it.each([
    ['热线接到漏气报告', 'gas-accident-hotline'],
    ['家里燃气报警器响了', 'gas-accident-hotline'],
    ['客户摔倒了', 'gas-customer-fall-or-illness'],
  ])('where a type without a plan fits better: %s', (narrative, missing) => {
    expect(proposals(narrative).map(({ planId }) => planId)[0]).toBe(missing)
    expect(proposals(narrative, without(gas, missing, 'gas-fire-alarm-programme'))).toEqual([])
  })
})

describe("a plan of the site's own beside types that no plan answers", () => {
  const bare = without(
    { ...gas, types: [...gas.types, ...hall.types] },
    'gas-hall-power-cut',
    'gas-counter-system-failure',
    'gas-fight-theft-robbery',
    'gas-electrical-failure-programme',
  )
  const ids = (narrative: string, triggers: readonly string[]): string[] => {
    const sitePlan = samplePlan({
      id: 'own-outage',
      types: ['hall-power-cut.outage'],
      triggers,
      title: localized('停电', 'Outage'),
    })
    return propose(narrative, { ...bare, plans: [...bare.plans, sitePlan] }).map(
      ({ planId }) => planId,
    )
  }

  it.each([['停电'], ['营业厅停电'], ['停电了，受理系统死机'], ['停电了，有人持刀抢劫']])(
    'its trigger is never silenced by them: %s',
    (narrative) => {
      expect(ids(narrative, ['停电'])).toContain('own-outage')
    },
  )

  it('a tie over the same words goes to the plan, trigger or not', () => {
    expect(ids('停电', [])).toEqual(['own-outage'])
    expect(ids('停电，电脑死机', [])).toEqual([])
  })
})

describe('a trigger with several ways of saying one part', () => {
  const sitePlan = samplePlan({
    id: 'own-lift',
    types: [],
    triggers: ['电梯|升降机 困|卡住'],
    title: localized('电梯', 'Lift'),
  })
  it.each([
    ['电梯困人了', ['电梯', '困']],
    ['升降机卡住了', ['升降机', '卡住']],
  ])('%s', (narrative, words) => {
    expect(
      propose(narrative, { plans: [sitePlan], types: [], synonyms: gas.synonyms, syllables }),
    ).toMatchObject([{ planId: 'own-lift', words }])
  })
  it.each(['电梯很慢', '卡住了'])('needs one word of each part: %s', (narrative) => {
    expect(
      propose(narrative, { plans: [sitePlan], types: [], synonyms: gas.synonyms, syllables }),
    ).toEqual([])
  })
})

describe('the reason', () => {
  it.each([
    ['热线打不进', '提到“热线”“打不进”', 'Heard “热线”, “打不进”'],
    ['rexian dabujin', '拼音是“热线”“打不进”', 'In pinyin “热线”, “打不进”'],
    ['rxdbj', '首字母是“热线”“打不进”', 'By initials “热线”, “打不进”'],
    ['热线大不进', '提到“热线”；读音像“打不进”', 'Heard “热线”; sounds like “打不进”'],
    ['大爷脸色煞白', '提到“大爷”；相当于“不舒服”', 'Heard “大爷”; similar to “不舒服”'],
  ])('of “%s”', (narrative, zh, en) => {
    expect(proposals(narrative)[0]?.reason).toEqual({ zh, en })
  })
})

describe('several plans', () => {
  it('come best first, the same way every time', () => {
    const narrative = '营业厅着火，热线也打不进，火很大，好多烟'
    const plans = proposals(narrative).map(({ planId }) => planId)
    expect(plans.slice(0, 2)).toEqual(['gas-premises-fire', 'gas-hotline-failure'])
    for (let round = 0; round < 3; round++)
      expect(proposals(narrative)).toEqual(proposals(narrative))
    const turned = { ...gas, plans: [...gas.plans].reverse(), types: [...gas.types].reverse() }
    expect(propose(narrative, turned).map(({ planId }) => planId)).toEqual(plans)
  })

  it('are found at the end of a long story', () => {
    expect(
      proposals(`${'今天上午人很多，队很长。'.repeat(300)}热线打不进。`).map(
        ({ planId }) => planId,
      ),
    ).toEqual(['gas-hotline-failure'])
  })

  it('that fit equally well: the one whose types know more of the words comes first', () => {
    const type = {
      code: 'own.flood',
      name: localized('水淹', 'Flood'),
      category: 'own',
      legal: null,
      words: ['淹了'],
    }
    const [byTrigger, byType] = [
      samplePlan({ id: 'a', types: [], triggers: ['淹了'] }),
      samplePlan({ id: 'b', types: [type.code], triggers: [] }),
    ]
    expect(
      propose('地下室淹了', {
        plans: [byTrigger, byType],
        types: [type],
        synonyms: gas.synonyms,
        syllables,
      }).map(({ planId }) => planId),
    ).toEqual(['b', 'a'])
  })
})

it('a proposal crosses the border as it is', () => {
  const crossing: readonly CrossingProposal[] = proposals('热线打不进')
  expect(crossing).toHaveLength(1)
})
