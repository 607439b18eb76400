/**
 * A group of two hundred real stations handed up to HQ: twenty with something running, one that
 * fell silent a month ago, one whose record is another one from its second entry on, the rest well.
 */
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { expect } from 'vitest'
import { madeUpSites } from '../kit/group.ts'
import {
  beatOf,
  eventsBehind,
  firstOf,
  handUp,
  pairSite,
  pushTo,
  Refused,
  type PairedSite,
} from '../kit/hand-up-client.ts'
import type { HqKit } from '../kit/hq.ts'
import { escalationStep, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation } from '../kit/station.ts'

export const GROUP = 200
export const RUNNING = 20
export const CLOSED = 47 // as many more that are over, and that their sites have not archived
export const FORKED = 34
export const SILENT = 58 // since October
export const CUT = 101 // its line is cut while somebody looks
const NOW = '2026-11-24T14:20:00+08:00'
const OCTOBER = '2026-10-20T09:00:00+08:00'
export const MONTHS = ['2026-10', '2026-11'] as const

/** Type and what is to be done about it. */
const MATTERS = [
  ['fire', '火灾', 'Fire', '组织疏散', 'Evacuate people'],
  ['gas-leak', '燃气泄漏', 'Gas leak', '切断气源', 'Shut off the gas'],
  ['power-cut', '停电', 'Power cut', '恢复供电', 'Restore power'],
  ['lift', '电梯困人', 'People in a lift', '安抚被困人员', 'Calm those inside'],
] as const
const POSTS = [
  ['desk', '值班员', 'Duty officer'],
  ['head', '值班经理', 'Duty manager'],
  ['manager', '部门经理', 'Department manager'],
  ['leader', '总指挥', 'Commander'],
] as const
const LEVELS = [
  ['一级', 'Level I'],
  ['二级', 'Level II'],
  ['三级', 'Level III'],
  ['四级', 'Level IV'],
] as const
const named = ([id, zh, en]: readonly [string, string, string]) => ({
  ...{ id, name: localized(zh, en), aliases: [], duty: null, substitutes: [] },
})
const PLANS = MATTERS.flatMap(([id, zh, en, doZh, doEn], kind) =>
  [1, 2, 3, 4].map((level) => {
    const title = localized(doZh, doEn)
    return plan(
      `${id}-${level}`,
      [
        step('look', { title: localized('到场核实', 'Look on the spot'), stage: 'verify' }),
        step('act', {
          ...{ title, short: title, lifeSafety: level === 1 && kind !== 2 },
          due: { within: (6 + level * 4) * MINUTE, from: 'reported' },
          late: [escalationStep('head'), escalationStep('leader', 5 * MINUTE)],
        }),
        step('tell', {
          ...{ title: localized('向主管部门报告', 'Report to the authority'), stage: 'inform' },
          ...{ role: 'manager', due: { within: 60 * MINUTE, from: 'reported' } },
        }),
      ],
      {
        ...{ title: localized(`${zh}应急预案`, `${en}: plan`), short: localized(zh, en) },
        documentTitle: localized('突发事件应急预案', 'Emergency plan'),
        ...{ defaultLevel: level, types: [], roles: POSTS.map(named) },
        levels: LEVELS.map(([zh, en], index) => ({ level: index + 1, name: localized(zh, en) })),
      },
    )
  }),
)
/** Places as that kind of site has them. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'government-hall': ['二楼办事大厅', '档案室', '一号机房', '地下车库B2'],
  mall: ['三层美食城', '地下车库B2', '中庭观光梯', '一层东门'],
  'gas-hall': ['一楼营业厅', '表具库房', '调压间', '二楼客服区'],
  bank: ['一楼营业大厅', '自助银行', '二楼机房', '贵宾室'],
  logistics: ['3号库西侧', '冷库西侧', '充电区', '货梯2号'],
  venue: ['A馆北厅', '序厅扶梯', '配电间', '二层会议区'],
  'call-centre': ['四楼坐席区', 'UPS间', '三楼机房', '员工电梯'],
}
/** Steps through the made-up sites, so that all kinds and regions have something. */
const SPREAD = 37
export const SAID = '王女士说有烟，电话13800000000'

export type GroupSite = { index: number; name: string; paired: PairedSite; head: Head }

/**
 * What happened there: in October something that is over; of the first twenty something runs, of
 * the next something was closed.
 */
async function openSite(kit: HqKit, index: number): Promise<GroupSite> {
  const { name, region, kind } = madeUpSites(GROUP)[(index * SPREAD) % GROUP]!
  const isRunning = index < RUNNING
  const planId = PLANS[(index * 5) % PLANS.length]!.id
  const places = PLACES[kind]!
  const place = places[index % places.length]!
  // a record is known by its first entry: each was founded at an instant of its own
  const at = isRunning
    ? Date.parse(NOW) - (1 + index) * 1.7 * MINUTE_MS
    : Date.parse(OCTOBER) + index * 1000
  const station = await openStation({ plans: PLANS, at })
  try {
    if (isRunning) {
      const drill = index >= 18
      const incidentId = await station.run([planId], { place, narrative: SAID, drill })
      if (index % 3 === 1)
        await station.ask('incident/step', { incidentId, stepId: 'look', outcome: 'done' })
      await station.clock.advance(Date.parse(NOW) - station.clock.wall())
    } else if (index < RUNNING + CLOSED) {
      const incidentId = await station.run([planId], { place, narrative: SAID })
      const isLate = index % 4 === 1
      if (isLate) await station.clock.advance(25 * MINUTE_MS)
      for (const stepId of ['look', 'act', 'tell'])
        await station.ask('incident/step', { incidentId, stepId, outcome: 'done' })
      // what was done too late keeps it open until somebody has said why
      if (isLate)
        await station.ask('incident/explain', { incidentId, stepId: 'act', reason: '路上堵车' })
      await station.ask('incident/move', { incidentId, to: 'closed' })
    } else if (index % 2 === 0) {
      const incidentId = await station.run()
      await station.ask('incident/move', { incidentId, to: 'false-report', reason: '核实没有此事' })
    }
    const code = await kit.hq.code(region, '赵敏')
    const first = await firstOf(station.journal)
    const paired = await pairSite(kit.server.url, code, { name, first })
    const point = await handUp(paired, station.journal, MONTHS)
    const site = { index, name, paired, head: { epoch: 1, ...point } }
    if (index === FORKED) {
      // the same record, gone on otherwise from its second entry on: as an old backup would
      const [before] = await station.journal.links(0, 1)
      const [event] = await eventsBehind(station.journal, 1, 1)
      if (!before || !event || !('line' in event)) throw new Error('no entry to fork from')
      const line = event.line.replace('"at":', '"at":1')
      const events = [{ ...event, line, hash: hqVault.sha256(before.hash + line) }]
      const after = { seq: 1, hash: before.hash }
      await expect(pushTo(paired, { after, events })).rejects.toThrow(Refused)
    }
    return site
  } finally {
    await station.stop()
  }
}

/** A beat of each of these sites. */
export async function beatAll(kit: HqKit, sites: readonly GroupSite[]): Promise<void> {
  const at = kit.clock.wall()
  for (let from = 0; from < sites.length; from += 20)
    await Promise.all(
      sites.slice(from, from + 20).map(({ paired, head }) => beatOf(paired, head, at)),
    )
}

/** HQ's clock must stand in October; afterwards it stands at {@link NOW}. */
export async function openGroup(kit: HqKit): Promise<readonly GroupSite[]> {
  const silent = await openSite(kit, SILENT)
  await beatAll(kit, [silent])
  kit.clock.leap(Date.parse(NOW) - kit.clock.wall())
  const sites = [silent]
  for (let index = 0; index < GROUP; index++)
    if (index !== SILENT) sites.push(await openSite(kit, index))
  await beatAll(
    kit,
    sites.filter(({ index }) => index !== SILENT),
  )
  await kit.hq.look()
  return sites
}
