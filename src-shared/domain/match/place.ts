/**
 * Guesses the place from what a caller said, by how places end in Chinese: 城南营业厅3号窗口, 地下车库B2,
 * 12栋2单元501. What happens there is no part of it, and neither is who.
 */

/** Ends of places that mean something by themselves. */
export const NAMED = [
  '营业厅|服务厅|办事厅|办事大厅|政务大厅|大厅|会议厅|宴会厅|展厅|餐厅|大堂|中庭|连廊|天井|天台|楼顶|楼道|外墙',
  '热线中心|服务中心|会议中心|机房|配电房|配电室|会议室|办公室|档案室|打印室|休息室|值班室|更衣室|卫生间',
  '男厕所?|女厕所?|厕所|洗手间|试衣间|食堂|后厨|厨房|仓库|库房|冷库|停车场|停车区|地下车库|车库|地库',
  '地下室|楼梯间|电梯间|电梯口|楼梯口|走廊|过道|会场|主席台|后台|门口|入口|出口|服务台|咨询台|导办台|前台|签到台',
  '收银台|办公区|自助区|美食街|美食城|商场|超市|影院|影城|网点|支行|酒店|大楼|宿舍|车间|锅炉房|泵房|洗衣房|布草间',
  '变电站|调压站|[东西南北正侧后]门口|[东西南北正侧后]门',
].flatMap((line) => line.split('|'))
/** Ends of places that need a name or a number before them. */
export const BARE = [
  '中心|小区|花园|广场|窗口|柜台|号楼|号厅|号门|号线|单元|栋|幢|(?<!插)座|楼|层|厅|区|路|街|站|室|台|间|房间|房|门店',
  '扶梯|客梯|货梯|直梯|电梯|观光梯|楼梯|岗亭|岗',
].flatMap((line) => line.split('|'))

/** Words that come before a place but are no part of it. A place starts after the last of them. */
const BEFORE = [
  '[，。、；：！？,.;:!?\\s“”"（）()]|我们|我|你们|他们|这里|这边|那边|发现|看到|看见|听到|听说|反映|反应|报告|打来|来电',
  '刚才|刚刚|现在|突然|好像|好几|有人|有个|有位|因为|所以|由于|监控|消防主机|消控室|保安|保洁|喂',
  '[在从到去说是有的了着被把给跟]',
].join('|')
/** What happens: the place ends before it, and none begins in it. */
const EVENTS = [
  '持[刀枪]|拿[刀枪]|抢劫|打劫|打架|打起来|动手|闹事|吵架|吵起来|砸|捅|威胁|着火|起火|失火|冒烟|冒火|冒咽|有烟|火灾|烧',
  '爆炸|炸|漏气|泄漏|漏水|漏电|进水|淹|停电|断电|没电|跳闸|停水|坏|故障|死机|黑屏|报警|报火警|困|卡|关人|夹|摔|滑倒',
  '跌|晕|昏|倒|受伤|伤|流血|发病|疼|死|走丢|走失|不见|丢|偷|掉|塌|裂|响|挤|堵|停(?!车)|燃气|煤气|天然气|机器|设备',
].join('|')

const PIECES = new RegExp(`(${EVENTS})|${BEFORE}`, 'u')
const LONGEST = 40 // longer is a story, not a place

const SIDE =
  '(?:[东西南北][侧边区]|旁边|附近|里面|外面|下面|[一二三四五六七八九十]号|[a-z]?-?\\d{1,4}|[a-z]\\d?区?)?'
const END = `(?:${[...NAMED, ...BARE].sort((a, b) => b.length - a.length).join('|')})`
/** Up to ten characters of a name, then an end; further ends may follow: 城南营业厅 + 3号 + 窗口. */
const PLACE = new RegExp(
  `^[\\p{Script=Han}\\da-z]{0,10}?${END}(?:${SIDE}[\\da-z\\p{Script=Han}]{0,4}?${END})*${SIDE}`,
  'iu',
)
/** 四楼海底捞: what follows a floor up to the event is a shop's name, if it is nobody. */
const FLOOR = /^(?:地下|负)?[一二三四五六七八九十\d]+[楼层](?<name>[\p{Script=Han}a-z\d]{2,6})$/iu
const SOMEBODY =
  /人|客|员|老|孩|男|女|师傅|爷|妈|姨|家|全|整|都|突然|好多|几个|味|烟|火|灯|电|水|上面|下面|那|这/u
/** An end without a name is no place, wherever beside it. */
const NAMELESS = new RegExp(`^(?:${BARE.join('|')})(?:旁边|附近|里面|外面|下面)?$`, 'u')

/**
 * The place as the caller said it, or null: `城南营业厅3号窗口`, `政务大厅二楼`, `热线中心`. The longest of several
 * wins, then the first.
 */
export function placeIn(narrative: string): string | null {
  const text = narrative.normalize('NFKC')
  const parts = text.split(PIECES)
  // every second part is the event that ended the piece before it, if one did
  const pieces = parts.filter((_, at) => at % 2 === 0)
  const places = pieces.flatMap((piece = '', at) => {
    const shop = FLOOR.exec(piece)?.groups?.['name']
    const event = parts[at * 2 + 1]
    return event !== undefined && shop !== undefined && !SOMEBODY.test(shop)
      ? [piece]
      : (PLACE.exec(piece)?.[0] ?? [])
  })
  return places
    .filter((place) => !NAMELESS.test(place) && place.length <= LONGEST)
    .reduce<string | null>(
      (best, place) => (best === null || place.length > best.length ? place : best),
      null,
    )
}
