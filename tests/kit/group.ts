/** A made-up group of sites with names as they are given, for the faces of HQ. */
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'

const REGIONS: Readonly<Record<string, readonly string[]>> = {
  华东: ['江城', '滨江', '东湖', '临港', '虹桥', '钱塘'],
  华南: ['珠江', '海珠', '鹏城', '榕城'],
  华北: ['津门', '燕山', '晋阳', '石门'],
  华中: ['楚天', '星沙', '嵩山', '赣江'],
  西南: ['渝北', '锦城', '滇池', '筑城', '嘉陵'],
  西北: ['长安', '金城', '天山'],
  东北: ['松江', '奉天', '滨城'],
}
const KINDS = [
  ['政务服务中心', 'government-hall'],
  ['购物中心', 'mall'],
  ['燃气营业厅', 'gas-hall'],
  ['银行支行', 'bank'],
  ['物流园', 'logistics'],
  ['会展馆', 'venue'],
  ['客服中心', 'call-centre'],
] as const

export type MadeUpSite = { name: string; region: string; kind: string }
/** At most 203, each of another name, region by region in turn. */
export function madeUpSites(count: number): readonly MadeUpSite[] {
  const all = KINDS.flatMap(([word, kind]) =>
    Object.entries(REGIONS).flatMap(([region, cities]) =>
      cities.map((city) => ({ name: `${city}${word}`, region, kind })),
    ),
  )
  return all.slice(0, count)
}

/** How they stand on the board: the fifth is forked, the third and every fiftieth out of touch. */
export const boardSites = (count: number, now: number): readonly BoardSite[] =>
  madeUpSites(count).map(({ name, region, kind }, index) => {
    const isLost = index % 50 === 2
    const at = now - (isLost ? 9 * MINUTE_MS : (index % 10) * SECOND_MS)
    const head = { epoch: 1, seq: 400 + index, hash: 'a' }
    return {
      ...{ id: `s${index}`, name: localized(name, name), zone: 'Asia/Shanghai', kinds: [kind] },
      ...{ program: '0.1.0', region, pairedAt: 0, head, outOfTouch: isLost },
      ...{ stuck: index === 77, early: false, differs: false, unpairedAt: null },
      heard: { at, offset: 0, station: { epoch: 1, seq: 400 + index }, waiting: 0, wholeAt: at },
      fork:
        index === 4
          ? { seq: 12, held: 'a', came: 'b', firstAt: at, lastAt: at, decided: null }
          : null,
    }
  })

const MATTERS = [
  ['组织疏散', 'Evacuate people', '值班经理', 'Duty manager'],
  ['切断气源', 'Shut off the gas', '燃气抢修队', 'Gas repair crew'],
  ['恢复供电', 'Restore power', '工程部主管', 'Head of engineering'],
  ['向区应急局首报', 'First report to the district', '部门经理', 'Department manager'],
  ['联系家属', 'Call the family', '客服', 'Service desk'],
] as const
const TYPES = [
  ['火灾', 'Fire'],
  ['燃气泄漏', 'Gas leak'],
  ['停电', 'Power cut'],
  ['电梯困人', 'People in a lift'],
  ['客户纠纷', 'Agitated customer'],
] as const
const PLACES = [
  ...['三层美食城', '地下车库B2', '一号机房', '东门大厅', '冷库西侧', '二楼窗口'],
  '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号',
]

/** By urgency: the first third late, then near, far, without a limit; the last tenth are drills. */
export const boardIncidents = (count: number, now: number): readonly IncidentLine[] =>
  Array.from({ length: count }, (_, index): IncidentLine => {
    const [title, act, role, post] = MATTERS[index % MATTERS.length]!
    const [kind, type] = TYPES[index % TYPES.length]!
    const share = index / count
    const limit = share < 0.33 ? 'late' : share < 0.5 ? 'near' : share < 0.9 ? 'far' : 'none'
    const left = limit === 'late' ? -(index + 1) * 47 : 30 + index * 211
    const isDrill = count > 4 && share >= 0.9
    return {
      ...{ site: `s${(index * 7) % 200}`, id: `i${index}`, number: `2026-0${10 + index}` },
      ...{ place: PLACES[index % PLACES.length]!, kind: localized(kind, type) },
      ...{ state: 'responding', level: [1, 2, 3, 4, null][index % 5]!, drill: isDrill },
      ...{ discreet: false, urgency: 'level', receivedAt: now - 20 * MINUTE_MS },
      hurt: index === 1,
      matter:
        index % 11 === 10
          ? null
          : {
              ...{ kind: 'limit', title: localized(title, act), role: localized(role, post) },
              note: index % 3 === 0 ? localized('没人办', 'Nobody on it') : null,
              ...{ at: limit === 'none' ? null : now + left * SECOND_MS, standing: limit },
            },
    }
  })
