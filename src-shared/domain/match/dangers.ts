/**
 * Tells how grave a word is, as plans and callers write it: danger to life, what hurts, who is
 * hurt, or an inconvenience. The graver outranks the other, however many words fit that one better:
 * whoever is hurt by a fire is part of the fire.
 */

export const GRAVE = { danger: 4, cause: 3, harm: 2, rest: 1 } as const
export type Grave = (typeof GRAVE)[keyof typeof GRAVE]
export const GRADES_DOWN: readonly Grave[] = Object.values(GRAVE)

/** Fire; gas; explosion and what may explode; weapons, robbery and threats; people shut in. */
const DANGER = [
  '着火|着 火|起火|失火|火灾|火警|火情|明火|走水|冒火|火苗|火光|火星|打火|大火|火很大|有火|小火|着起来',
  '烧起来|烧着|烧了|烧焦|自燃|烟(?!草)|糊味|焦味|报警器|警报|警铃|消防铃|喷淋|fire|smoke|alarm',
  '漏气|泄漏|泄露|臭鸡蛋|一氧化碳|闻到煤气|[燃煤然]气(?:味|泄|爆|着|中毒|报?警)|leak|gas',
  '爆炸|爆燃|炸|巨响|可疑(?:物|包|箱)|不明包裹|不明物品|雷管|explo|bomb|suspicious',
  '刀|枪|抢[劫钱包了走东柜]|被抢|打劫|劫匪|歹徒|劫持|人质|行凶|砍|蒙面|恐怖|恐袭|投毒|汽油|开车撞人',
  '恐吓|威胁|扬言|放火|杀人|弄死|跳楼|robber|threat|terror|attack',
  '困|反锁|不让走|不放人|扣住|扣人|关在|锁在|出不来|限制自由|拘禁|埋',
].join('|')

/** What hurts: blows, traffic, animals, the ground, the water, the wind. */
const CAUSE = [
  '打架|打起来|动手|打人|打了|被打|挨打|殴打|斗殴|互殴|扭打|推搡|攻击|袭击|打我们|打伤|扇|fight',
  '车祸|交通事故|追尾|翻车|撞车|被车撞|狗|咬|bitten|crash',
  '地震|余震|震感|晃|洪水|洪涝|内涝|淹|倒灌|台风|龙卷风|大风|狂风|暴[雨雪]|冰雹|雷击|极端天气',
  '滑坡|泥石流|踩踏|塌',
  'earthquake|flood|typhoon',
].join('|')

/** Somebody hurt or ill. */
const HARM = [
  '伤|摔|跌|滑倒|晕|昏|流血|出血|骨折|砸|夹|撞|压到|被压|轧|绞|烫|触电|电击|溺水|落水|坠|掉下|崴|扭|割',
  '抽搐|癫痫|心脏|心梗|胸|喘|呼吸|不省人事|发病|不舒服|叫不醒|没有?意识|中暑|噎|倒地|倒下|瘫|死|没气',
  '中毒|呕吐|上吐下泻|拉肚子|传染|急病|injur|hurt|faint|collaps|\\bill\\b',
].join('|')

/** A sore subject is no danger: 煤气费, 发火, 电脑中毒, 打火机. */
const NEITHER = /费|发火|火气|打火机|死机|卡死|中毒了|中病毒|勒索|灭火器/

const GRADES = [
  [new RegExp(NEITHER, 'u'), GRAVE.rest],
  [new RegExp(DANGER, 'u'), GRAVE.danger],
  [new RegExp(CAUSE, 'u'), GRAVE.cause],
  [new RegExp(HARM, 'u'), GRAVE.harm],
] as const

export const graveOf = (word: string): Grave =>
  GRADES.find(([words]) => words.test(word))?.[1] ?? GRAVE.rest

/** What leaves no doubt once it was said as such: sparks, or a lock, may be less. */
const NAMED = new RegExp(
  [
    '着火|起火|失火|火灾|火警|明火|走水|火苗|火光|有火|冒火|大火|冒烟|浓烟|黑烟|烟很大|烧起来|自燃|fire|smoke',
    '漏气|泄漏|一氧化碳|[燃煤]气味|爆炸|爆燃|炸弹|炸药|雷管|可疑|explo|bomb|leak',
    '[持拿有]刀|枪|抢劫|打劫|抢银行|劫匪|歹徒|劫持|挟持|人质|行凶|砍人|恐吓|扬言|robber|threat',
    '被困|困在|电梯困人',
  ].join('|'),
  'u',
)

/** Whether a word names a danger to life by itself. */
export const namesDanger = (word: string): boolean =>
  NAMED.test(word) && graveOf(word) === GRAVE.danger
