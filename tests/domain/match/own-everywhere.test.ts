/**
 * Plans that a site has written beside those of the program, at every kind of site: each stands
 * first for what it is for, and none before a danger that it has not heard.
 */
import { describe, expect, it } from 'vitest'
import { propose, type Proposal, type Sources } from '#shared/domain/match/match.ts'
import type { IncidentType, Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan } from '../../kit/plan.ts'
import { sayingsLearned, sourcesAt } from './sources-at.ts'

const KINDS = [
  ...(['conference', 'company', 'government-hall', 'branch', 'generic-service'] as const),
  ...(['mall', 'municipal-centre', 'bank-window', 'gas-customer-service'] as const),
]
const type = (code: string, words: readonly string[], danger = false): IncidentType => ({
  ...{ code, name: localized(code, code), category: 'own', legal: null, words },
  ...(danger && { danger }),
})
const TYPES = [
  type('own.lift', ['电梯困人']),
  type('own.pool', ['泳池', '溺水', '落水', 'drowning'], true),
  type('own.escalator', ['扶梯夹人'], true),
  type('own.air', ['空调漏水']),
  type('own.lost', ['走失'], true),
]
const PLANS: readonly Plan[] = [
  plan('own-lift', [], { types: ['own.lift'], triggers: ['电梯|客梯|货梯 困|卡|关'] }),
  plan('own-pool', [], { types: ['own.pool'], triggers: [] }),
  plan('own-escalator', [], {
    ...{ types: ['own.escalator'], triggers: ['扶梯|自动人行道 夹|卡|摔|咬'] },
  }),
  plan('own-air', [], { types: ['own.air'], triggers: ['空调 漏|滴|冒烟'] }),
  plan('own-lost', [], { types: ['own.lost'], triggers: [] }),
]

const isOwn = ({ id }: { id: string }): boolean => id.startsWith('own-')
/** Built once for each site: what is known of the words of its plans is kept by these lists. */
const withOwn = new Map(
  KINDS.map((kind): [string, Sources] => {
    const site = sourcesAt(kind)
    return [
      kind,
      { ...site, plans: [...site.plans, ...PLANS], types: [...site.types, ...TYPES], isOwn },
    ]
  }),
)
type Options = { own?: boolean; second?: boolean; drill?: boolean }

function proposalsAt(
  kind: string,
  narrative: string,
  { own = true, second = true, drill = false }: Options = {},
): readonly Proposal[] {
  const sources = own ? withOwn.get(kind) : sourcesAt(kind)
  if (!sources) throw new Error(`no site of ${kind}`)
  return propose(narrative, { ...sources, drill, ...(second && { sayings: sayingsLearned() }) })
}
const first = (proposals: readonly Proposal[]): string | undefined => proposals[0]?.planId

/** What the own plan is for, and nothing else. */
const ITS_OWN = [
  ['泳池有人溺水', 'own-pool'],
  ['有人落水了', 'own-pool'],
  ['泳池里一个孩子溺水了，没呼吸', 'own-pool'],
  ['drowning in the pool', 'own-pool'],
  ['二楼自动扶梯夹住小孩的脚', 'own-escalator'],
  ['扶梯夹人大出血', 'own-escalator'],
  ['锦绣广场客梯困人', 'own-lift'],
  ['货梯里有人被困', 'own-lift'],
  ['客梯关人了', 'own-lift'],
  ['dianti kunren', 'own-lift'],
  ['大厅空调漏水', 'own-air'],
] as const

/** More than the own plan has heard, and graver or as grave. */
const MORE = [
  '电梯着火，有人被困',
  '电梯里火苗窜出来困了人',
  '客梯困人，楼道里冒烟',
  '着火了，泳池有人溺水',
  '空调冒烟漏水',
  '扶梯夹人，旁边着火了',
  '电梯困人，里面有人持刀',
  '空调漏水，有人滑倒摔伤',
]

/** The own plan knows the place, or another thing. */
const LESS = ['泳池边有人打架', '泳池边着火', '电梯口有人打架', '空调房里有人晕倒']

describe.each(KINDS)('at a site of %s', (kind) => {
  it.each(ITS_OWN)('“%s” is for %s, and Enter starts it', (narrative, planId) => {
    for (const second of [false, true])
      expect(proposalsAt(kind, narrative, { second })[0]).toMatchObject({
        planId,
        preselected: true,
      })
  })

  it.each(ITS_OWN.slice(0, 10))('“%s” is so in a drill, too', (narrative, planId) => {
    expect(first(proposalsAt(kind, `演练：${narrative}`, { drill: true }))).toBe(planId)
  })

  it.each([...MORE, ...LESS])('“%s” stays with what the program would start', (narrative) => {
    for (const second of [false, true]) {
      const [without] = proposalsAt(kind, narrative, { second, own: false })
      const now = first(proposalsAt(kind, narrative, { second }))
      expect(without?.preselected === true && isOwn({ id: now ?? '' })).toBe(false)
    }
  })
})
