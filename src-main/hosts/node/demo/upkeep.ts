/**
 * What the sample site has recorded of its plan document: issued, filed, told, and a talk with the
 * fire service; all invented.
 */
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { DISPATCHERS } from './people.ts'
import { command, type Stage } from './work.ts'

const about = { documentId: 'gas-customer-service' }
/** Days ago: so that its evaluation comes near, and a trigger is still open. */
const [ISSUED, FILED, TOLD, TRIGGERED] = [1_060, 1_052, 1_050, 6]

/** Nothing of it depends on chance. `zone`: of the site. */
export async function enterUpkeep(stage: Stage, zone: string): Promise<void> {
  const send = <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> =>
    command(stage, DISPATCHERS[0], name, input)
  const day = (ago: number): string => localDate(stage.clock.wall() - ago * DAY_MS, zone)
  await send('upkeep/arrange', {
    ...{ about, filing: null, authority: '云雀湾应急管理局', owner: { person: '湾大乙' } },
  })
  await send('upkeep/issue', {
    ...{ about, kind: 'made', number: 'KF-YJ-01', day: day(ISSUED), signatory: '云大丙' },
    ...{ person: '湾大乙', why: '首次印发' },
  })
  await send('upkeep/file', {
    ...{ about, day: day(FILED), authority: '云雀湾应急管理局', person: '湾大乙' },
    receipt: { day: day(TOLD), number: '备（示例）018' },
  })
  await send('upkeep/known', {
    ...{ about, to: 'staff', day: day(TOLD), whom: '客服中心全体', how: '班前会，签收' },
  })
  await send('upkeep/known', {
    ...{ about, to: 'affected', day: day(TOLD), whom: '同楼的两家单位', how: '书面告知' },
  })
  await send('upkeep/supplement', {
    about,
    text: {
      rules: {
        supervision: '安全员每季检查一次',
        effect: '自印发之日起施行',
        interpretation: '由客服中心负责解释',
        cycle: '每三年评估一次',
      },
      annexes: [
        { title: '成员名单及电话号码', kind: 'members', words: '' },
        { title: '外部联系通信录', kind: 'contacts', words: '' },
        { title: '常备物资', kind: 'supplies', words: '' },
      ],
    },
    why: '首次印发',
  })
  await send('liaison/record', {
    ...{ on: day(TRIGGERED), kind: 'visit', whom: '云雀湾消防救援站', person: '湾大乙' },
    ...{ words: '来熟悉水源和通道，指出西门消防栓前停了车', agreed: '每季度来一次' },
  })
  await send('upkeep/trigger', {
    ...{
      about,
      trigger: 'resources',
      day: day(TRIGGERED),
      words: '备用发电机换了位置，预案里还是旧的',
    },
  })
}
