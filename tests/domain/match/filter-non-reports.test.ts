/**
 * Tests that what is over, asked or long past is no report. What sounds like it and is a report
 * must get through: a plan too few may be missed.
 */
import { describe, expect, it } from 'vitest'
import { propose } from '#shared/domain/match/match.ts'
import { filterNonReports } from '#shared/domain/match/filter-non-reports.ts'
import { sourcesAt } from './sources-at.ts'

describe('is left out', () => {
  it.each([
    '热线恢复了',
    '热线已恢复',
    '热线已经修好了',
    '充值机都修好了',
    '系统恢复正常',
    '营业厅来电了',
    '电来了',
    '火已经扑灭',
    '火灭了',
    '走失的老人找到了',
    '火警误报',
    '故障排除了',
    'the hotline is back to normal',
    'hotline has been repaired',
    '热线电话是多少',
    '燃气费怎么交',
    '营业厅几点下班',
    '停电演练什么时候做',
    '昨天的火灾报告写好了吗',
    '去年着火的材料在哪',
    '停电通知',
    '消防培训改到下周',
    '只是演习铃响',
    '消防演习而已',
    '假设营业厅着火',
  ])('%s', (narrative) => {
    expect(filterNonReports(narrative)).toBe('')
  })
})

describe('an ending by itself speaks of what was said before it, and of nothing after it', () => {
  it.each([
    ['热线断了，已经修好了', ''],
    ['火警响了，是误报', ''],
    ['热线断了，已经修好了，充值机坏了', '充值机坏了'],
    ['热线断了，修好了，又断了', '热线断了,又断了'],
  ])('%s', (narrative, left) => {
    expect(filterNonReports(narrative)).toBe(left)
  })
  it.each(['着火了，好了，快来人', '着火了，人找到了', '客户摔倒了，门修好了'])(
    'a clause with something of its own does not: %s',
    (narrative) => {
      expect(filterNonReports(narrative)).toMatch(/^(着火了|客户摔倒了)/)
    },
  )
})

describe('is a report all the same', () => {
  it.each([
    ['热线刚修好又断了', 'gas-hotline-failure'],
    ['热线还没恢复，打不进', 'gas-hotline-failure'],
    ['热线恢复不了，一直断线', 'gas-hotline-failure'],
    ['hotline is down, not fixed yet', 'gas-hotline-failure'],
    ['热线修好了，可是充值机坏了', 'gas-recharge-terminal-failure'],
    ['充值机坏了，已经报修', 'gas-recharge-terminal-failure'],
    ['昨天停电到现在没来电', 'gas-hall-power-cut'],
    ['灯都灭了', 'gas-hall-power-cut'],
    ['停电了，已经通知物业', 'gas-hall-power-cut'],
    ['着火了怎么办', 'gas-premises-fire'],
    ['是不是着火了', 'gas-premises-fire'],
    ['大事不好了，营业厅着火', 'gas-premises-fire'],
    ['演练：营业厅着火', 'gas-premises-fire'],
    ['不是演习，营业厅真的着火了', 'gas-premises-fire'],
    ['演习时有人摔倒', 'gas-customer-fall-or-illness'],
    ['请问热线是不是坏了，打不通', 'gas-hotline-failure'],
    ['热线打不通，什么时候能修好', 'gas-hotline-failure'],
    ['客户来电了，说家里漏气', 'gas-accident-hotline'],
    ['找到了一个可疑包裹', 'gas-explosion'],
    ['客户说昨天手机在厅里丢了', 'gas-property-loss-customer'],
    ['师傅昨天上门被打了', 'gas-safety-home-visit-attack'],
    ['火已经扑灭了，有客户受伤', 'gas-customer-fall-or-illness'],
    ['刚才散了又打起来了', 'gas-fight-theft-robbery'],
  ])('%s', (narrative, plan) => {
    expect(propose(narrative, sourcesAt('gas-customer-service'))[0]?.planId).toBe(plan)
  })
})
