/** Guesses the place from what a caller said, by how places end in Chinese. */

/** Ends of places that mean something by themselves. */
const NAMED = [
  '营业厅',
  '服务厅',
  '办事厅',
  '办事大厅',
  '政务大厅',
  '大厅',
  '会议厅',
  '宴会厅',
  '展厅',
  '餐厅',
  '大堂',
  '热线中心',
  '服务中心',
  '会议中心',
  '机房',
  '配电房',
  '配电室',
  '会议室',
  '办公室',
  '档案室',
  '打印室',
  '休息室',
  '值班室',
  '卫生间',
  '食堂',
  '仓库',
  '库房',
  '停车场',
  '车库',
  '地下室',
  '楼梯间',
  '电梯间',
  '电梯口',
  '走廊',
  '会场',
  '门口',
  '入口',
  '服务台',
  '咨询台',
  '导办台',
  '前台',
  '办公区',
  '商场',
  '超市',
  '网点',
  '支行',
  '酒店',
  '大楼',
]
/** Ends of places that need a name or a number before them. */
const BARE = [
  '中心',
  '小区',
  '花园',
  '广场',
  '窗口',
  '柜台',
  '号楼',
  '号厅',
  '楼',
  '层',
  '厅',
  '区',
  '路',
  '街',
  '站',
  '室',
  '台',
]

/** Words that come before a place but are no part of it. A place starts after the last of them. */
const BEFORE =
  /[，。、；：！？,.;:!?\s“”"（）()]|我们|你们|他们|这里|这边|那边|发现|看到|看见|听到|反映|反应|报告|打来|来电|刚才|刚刚|现在|突然|好像|好几|有人|有个|因为|所以|由于|[在从到去说是有的了着被把给跟]/

const LONGEST = 40 // longer is a story, not a place

const SIDE = '(?:[东西南北]侧|[东西南北]边|旁边|附近|里面|外面|[一二三四五六七八九十]号|\\d+号)?'
const END = `(?:${[...NAMED, ...BARE].sort((a, b) => b.length - a.length).join('|')})`
/** Up to ten characters of a name, then an end; further ends may follow: 城南营业厅 + 3号 + 窗口. */
const PLACE = new RegExp(
  `^[\\p{Script=Han}\\da-z]{0,10}?${END}(?:${SIDE}[\\da-z\\p{Script=Han}]{0,4}?${END})*${SIDE}`,
  'iu',
)

/**
 * The place as the caller said it, or null: `城南营业厅3号窗口`, `政务大厅二楼`, `热线中心`. The longest of several
 * wins, then the first.
 */
export function placeIn(narrative: string): string | null {
  const places = narrative
    .normalize('NFKC')
    .split(BEFORE)
    .flatMap((piece) => PLACE.exec(piece)?.[0] ?? [])
    .filter((place) => !BARE.includes(place) && place.length <= LONGEST)
  return places.reduce<string | null>(
    (best, place) => (best === null || place.length > best.length ? place : best),
    null,
  )
}
