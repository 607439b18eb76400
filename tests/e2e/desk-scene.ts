/** Incidents for the specs of the desk's layout: of many plans, some at very long places. */
import type { Served } from '../kit/served.ts'

const LONG_PLACE =
  '云雀湾新区滨江大道一百一十八号云雀湾综合服务中心二号楼三层东侧自助服务区靠近安全出口的第六排座位旁边的饮水机'

const SCENES = [
  ['二楼打印室冒烟', '政务大厅二楼', 'government-hall-fire'],
  ['热线打不进来', '客服热线中心', 'gas-hotline-failure'],
  ['客户摔倒，起不来', '三号营业厅', 'gas-customer-fall-or-illness'],
  ['柜台打人', LONG_PLACE, 'gas-safety-premises-attack'],
  ['自助机坏了', '二号营业厅', 'gas-recharge-terminal-failure'],
  ['柜台系统登不上', '海岬营业厅', 'gas-counter-system-failure'],
  ['客户大声争执', '湾心营业厅', 'gas-agitated-customer'],
  ['大厅停电', '北岸营业厅', 'gas-hall-power-cut'],
] as const

/** Reports and starts incidents until there are `count`. */
export async function reportUntil({ ask, station }: Served, count: number): Promise<void> {
  const { incidents } = await station.board()
  for (let n = incidents.length; n < count; n++) {
    const [narrative, place, planId] = SCENES[n % SCENES.length]!
    const round = Math.floor(n / SCENES.length)
    const { incidentId } = await ask('incident/report', {
      narrative,
      place: round === 0 ? place : `${place}${round + 1}区`,
    })
    await ask('incident/activate', { incidentId, planId })
  }
}

/** What the desk has to show of an incident at once. */
export async function openIn({ station }: Served, id: string) {
  const incident = (await station.board()).incidents.find((entry) => entry.id === id)
  if (!incident) throw new Error(`no incident ${id}`)
  const steps = incident.steps.filter(({ state }) => state === 'open' || state === 'accepted')
  const unanswered = incident.facts.filter(
    ({ kind, value, later }) => kind !== 'calendar' && value === null && !later,
  )
  return { incident, steps, questions: [...new Set(unanswered.map(({ key }) => key))] }
}

export const ROSTER = {
  'duty-officer': [{ person: '周敏', phone: '0000 1120' }],
  'duty-leader': [{ person: '何建国', phone: '0000 1002' }],
  'line-head': [{ person: '陈国栋', phone: '0000 1001' }],
  'information-centre': [{ person: '王磊', phone: '0000 1101' }],
  guards: [{ person: '李强', phone: '0000 1166' }],
  finder: [{ person: '云大己', phone: '0000 0013' }],
  colleague: [{ person: '云阿丁', phone: '0000 0031' }],
  'people-around': [{ person: '云老辛', phone: '0000 0025' }],
  'hall-staff': [{ person: '雀小辛', phone: '0000 0005' }],
  'store-head': [{ person: '湾老丁', phone: '0000 0021' }],
  'general-section': [{ person: '湾老甲', phone: '0000 0018' }],
}
