/**
 * Kinds of incident that headings of plans name, with what the program needs to know of each: its
 * legal category (突发事件应对法, art. 2), whether people may come to harm, and the words of callers.
 * A paper's type is guessed from its heading; the planner looks at it.
 */
import type { LegalCategory } from '../plan/plan.ts'

/** `triggers`: as plan files have them (docs/plan-format.md, section 2). */
export type IncidentKind = {
  key: string
  name: string
  form: RegExp
  legal: LegalCategory | null
  danger?: true
  discreet?: true
  triggers: readonly string[]
}

const kind = (
  key: string,
  name: string,
  form: RegExp,
  legal: LegalCategory | null,
  triggers: readonly string[],
  mark: { danger?: true; discreet?: true } = {},
): IncidentKind => ({ key, name, form, legal, triggers, ...mark })

/** In this order: 电梯困人 is no fault of a device, 燃气爆炸 is gas. */
export const KINDS: readonly IncidentKind[] = [
  kind(
    'escalator',
    '扶梯伤人',
    /^(?!.*(?:电梯|困)).*(?:扶梯|自动人行道)/,
    'accidentDisaster',
    ['扶梯|自动人行道 夹|卡|摔|倒|咬|伤'],
    {
      danger: true,
    },
  ),
  kind('lift', '电梯困人', /电梯|扶梯|困梯|困人/, 'accidentDisaster', [
    '电梯|客梯|货梯|扶梯|升降机 困|卡|停|关|故障|夹',
  ]),
  kind(
    'gas',
    '燃气泄漏',
    /燃气|煤气|天然气|漏气|泄漏.*气|液化气/,
    'accidentDisaster',
    ['燃气|煤气|天然气|液化气 味|漏|泄漏|爆'],
    { danger: true },
  ),
  kind(
    'robbery',
    '抢劫',
    /抢劫|持刀|劫持|行凶|暴恐|恐怖|袭击|绑架|砍杀/,
    'socialSecurity',
    ['抢劫', '劫持', '持刀', '行凶'],
    { danger: true, discreet: true },
  ),
  kind(
    'bomb',
    '可疑物',
    /爆炸物|可疑物|炸弹/,
    'socialSecurity',
    ['可疑|不明 物|包裹|包|箱', '炸弹', '爆炸物'],
    { danger: true, discreet: true },
  ),
  kind('threat', '恐吓', /恐吓|威胁/, 'socialSecurity', ['恐吓', '威胁 电话|信'], {
    discreet: true,
  }),
  kind('explosion', '爆炸', /爆炸/, 'accidentDisaster', ['爆炸', '爆燃', '巨响'], { danger: true }),
  kind(
    'fire',
    '火灾',
    /火灾|火警|火情|失火|着火|起火|消防/,
    'accidentDisaster',
    ['着火', '起火', '失火', '火灾', '火警', '冒烟', '浓烟'],
    { danger: true },
  ),
  kind('poisoning', '食物中毒', /食物中毒|食源性|食品安全|中毒/, 'publicHealth', [
    '食物中毒',
    '吃 吐|拉|肚子',
    '呕吐|腹泻 多人|几个|集体',
  ]),
  kind('epidemic', '传染病', /传染|疫情|公共卫生|流感|诺如|聚集性/, 'publicHealth', [
    '传染病',
    '发热|发烧 多人|集体',
    '疫情',
  ]),
  kind('illness', '突发疾病', /突发(疾病|急病)|疾病|生病|发病|急症|晕倒|摔倒|猝死|伤病/, null, [
    '晕倒|昏倒|摔倒|跌倒',
    '发病',
    '昏迷',
    '抽搐',
  ]),
  kind('crush', '拥挤踩踏', /踩踏|拥挤|大客流|人流|客流/, 'socialSecurity', [
    '踩踏',
    '拥挤',
    '人 太多|挤',
  ]),
  kind(
    'disorder',
    '秩序骚乱',
    /骚乱|秩序|闹事|打架|斗殴|纠纷|冲突|群体性|上访|聚众|治安|偷窃|盗窃/,
    'socialSecurity',
    ['打架', '闹事', '争吵', '偷|被偷', '冲突'],
  ),
  kind('agitated', '情绪激动', /情绪激动|投诉|辱骂/, null, ['激动', '骂人', '吵闹', '投诉']),
  kind('power', '停电', /停电|断电|供电|电力|电气|失电/, null, ['停电', '断电', '没电', '跳闸']),
  kind('water', '停水或跑水', /停水|跑水|漏水|爆管|供水|水管/, null, [
    '停水',
    '跑水',
    '漏水',
    '水管 爆|漏|裂',
  ]),
  kind('flood', '水浸', /水浸|淹|内涝|积水|洪|汛|暴雨|防汛|进水|倒灌/, 'naturalDisaster', [
    '进水',
    '积水',
    '水淹',
    '倒灌',
    '暴雨',
    '内涝',
  ]),
  kind('earthquake', '地震', /地震/, 'naturalDisaster', ['地震', '楼 晃|摇']),
  kind(
    'weather',
    '极端天气',
    /台风|大风|暴雪|冰雪|雷电|冰雹|高温|极端天气|恶劣天气|气象/,
    'naturalDisaster',
    ['台风', '暴雪', '大风', '冰雹', '雷击'],
  ),
  kind('disaster', '自然灾害', /自然灾害|天灾/, 'naturalDisaster', [
    '自然灾害',
    '地震',
    '洪水',
    '暴雨',
    '台风',
  ]),
  kind('chemical', '危险品泄漏', /化学品|危化品|泄漏|制冷剂|氨/, 'accidentDisaster', [
    '泄漏',
    '刺鼻 味|气',
  ]),
  kind('missing', '走失', /走失|走散|失踪|丢失儿童/, null, [
    '走失',
    '走丢',
    '孩子|老人|小孩 找不到|不见',
  ]),
  kind('drowning', '溺水', /溺水|落水/, 'accidentDisaster', ['溺水', '落水'], { danger: true }),
  kind('fall', '高处坠落', /坠落|坠楼|跳楼|轻生/, 'accidentDisaster', [
    '坠楼',
    '跳楼',
    '坠落',
    '摔 下来',
  ]),
  kind('shock', '触电', /触电/, 'accidentDisaster', ['触电', '电击'], { danger: true }),
  kind('traffic', '交通事故', /交通|车辆|车祸|剐蹭/, 'accidentDisaster', [
    '车祸',
    '撞车',
    '撞 人|车',
    '剐蹭',
  ]),
  kind(
    'injury',
    '人员伤害',
    /人员(伤亡|伤害|受伤)|伤亡|受伤|人身(安全|伤害)|工伤|意外(事故|伤害)/,
    'accidentDisaster',
    ['受伤', '伤亡', '流血', '摔伤|砸伤|烫伤'],
  ),
  kind('loss', '财物损失', /财产损失|财物|失窃|被盗|遗失|盗/, null, [
    '丢|被偷|被盗',
    '遗失',
    '失窃',
  ]),
  kind('network', '网络安全', /网络(安全|攻击)|信息安全|黑客|病毒(?!性)|勒索/, 'socialSecurity', [
    '网络攻击',
    '黑客',
    '病毒',
    '被黑',
  ]),
  kind('exhibit', '藏品损坏', /文物|藏品|展品/, null, ['文物|藏品|展品 坏|损|裂|倒|少|丢|盗']),
  kind('system', '系统故障', /系统|设备|设施|故障|网络|通信|死机|充值|热线/, null, [
    '系统|网络|设备|电脑 故障|坏|死机|瘫痪|中断',
  ]),
  kind('opinion', '舆情', /舆情|媒体|曝光/, null, ['媒体', '记者', '曝光', '网上']),
]

/** The kind that a heading names first in the list; null: none. */
export const incidentKindIn = (title: string): IncidentKind | null =>
  KINDS.find(({ form }) => form.test(title)) ?? null
