/** The place in a caller's words: a guess by how places end, or nothing. */
import { expect, it } from 'vitest'
import { placeIn } from '#shared/domain/match/place.ts'

it.each([
  ['城南营业厅3号窗口有老人摔倒', '城南营业厅3号窗口'],
  ['我们热线中心电话不通', '热线中心'],
  ['发现B区2楼机房冒烟', 'B区2楼机房'],
  ['有客户反映和平路营业厅自助机坏了', '和平路营业厅'],
  ['刚才大堂有人晕倒', '大堂'],
  ['喂，一楼大厅咨询台旁边着火', '一楼大厅咨询台旁边'],
  ['现在五号楼电梯间困了人', '五号楼电梯间'],
  ['报告，地下室配电房跳闸', '地下室配电房'],
  ['商场Ｂ１停车场漏水', '商场B1停车场'],
])('%s → %s', (narrative, place) => {
  expect(placeIn(narrative)).toBe(place)
})

it.each(['热线打不进', '客户摔倒了', '中心领导不在', '窗口太忙', 'rexian dabujin', ''])(
  'says nothing of: %s',
  (narrative) => {
    expect(placeIn(narrative)).toBeNull()
  },
)

it('takes no story for a place', () => {
  expect(placeIn('楼'.repeat(10_000))).toBeNull()
})
