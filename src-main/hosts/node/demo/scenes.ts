/**
 * The sample incidents, oldest first: different kinds, levels and outcomes. Data only; the order is
 * the order of the month.
 */
import { DISPATCHERS } from './people.ts'
import type { Scene } from './scene.ts'

const [A, B, C] = DISPATCHERS

const hotline = (
  kind: 'no-calls' | 'no-query',
  fixable: boolean,
  level: number,
): Scene['plan'] => ({
  id: 'gas-hotline-failure',
  level,
  commander: '雀大甲',
  answers: [
    { after: 1, fact: 'fault_kind', value: kind },
    { after: 2, fact: 'call_holds', value: kind === 'no-query' ? 'yes' : 'no' },
    { after: 12, fact: 'fixable_now', value: fixable ? 'yes' : 'no' },
  ],
})

const recharge = (hours: number, level: number, large = true): Scene['plan'] => ({
  id: 'gas-recharge-terminal-failure',
  level,
  commander: '雀大丁',
  answers: [
    { after: 2, fact: 'large_scale', value: large ? 'yes' : 'no' },
    { after: 3, fact: 'urgent_recharge', value: large ? 'yes' : 'no' },
    { after: 9, fact: 'expected_hours', value: hours },
  ],
})

const fire = (size: 'small' | 'large', level: number): Scene['plan'] => ({
  id: 'government-hall-fire',
  level,
  commander: '雀老丙',
  answers: [
    { after: 1, fact: 'fire_size', value: size },
    { after: 14, fact: 'people_safe', value: 'yes' },
  ],
})

const illness: Scene['plan'] = {
  id: 'gas-customer-fall-or-illness',
  level: 4,
  commander: '雀大甲',
  answers: [
    { after: 1, fact: 'severity', value: 'light' },
    { after: 4, fact: 'customer_wish', value: ['family'] },
  ],
}

const crowd: Scene['plan'] = {
  id: 'government-hall-disturbance',
  level: 4,
  commander: '雀老丙',
  answers: [
    { after: 2, fact: 'kind', value: 'crowd' },
    { after: 6, fact: 'surge_cause', value: 'phased' },
  ],
}

export const PAST: readonly Scene[] = [
  {
    type: 'system-failure.hotline',
    place: '客服热线中心',
    channel: '坐席上报',
    reporter: '云小丁',
    by: A,
    narrative: '坐席屏幕一直转圈，客户资料查不出来，电话能接',
    plan: hotline('no-query', true, 4),
    at: { 'hl-19': 22 },
    onBehalf: { 'hl-08': { person: '湾大乙', words: '我已经到热线机房，正在看服务器' } },
  },
  {
    type: 'agitated-customer.bill',
    place: '湾心营业厅',
    channel: '现场报告',
    reporter: '雀小辛',
    by: B,
    narrative: '客户认为本月气费多算了，在柜台大声争执',
    closedBecause: '值班经理当面核对用气记录，客户接受',
  },
  {
    type: 'system-failure.recharge',
    place: '云雀湾东区',
    channel: '客户来电',
    reporter: '匿名客户',
    by: C,
    narrative: '小区门口的自助充值机黑屏，充不了气',
    plan: recharge(1, 4),
    at: { 'rt-05': 24, 'rt-07': 26 },
  },
  {
    type: 'hall-fire.fire',
    place: '云雀湾政务大厅一楼',
    channel: '现场报告',
    reporter: '云大己',
    by: A,
    narrative: '饮水机插座冒烟，有一点明火',
    plan: fire('small', 3),
    note: '插座已断电，保留原物待查',
  },
  {
    type: 'other.fall-illness',
    place: '海岬营业厅',
    channel: '现场报告',
    reporter: '湾小壬',
    by: B,
    narrative: '排队的老人头晕坐倒，意识清醒',
    plan: illness,
    note: '家属接走就医，后续电话回访平安',
  },
  {
    type: 'system-failure.hotline',
    place: '客服热线中心',
    channel: '坐席上报',
    reporter: '雀小戊',
    by: C,
    narrative: '热线突然打不进来，所有坐席都没有来电',
    plan: hotline('no-calls', false, 2),
    at: { 'hl-14': 26, 'hl-15': 13 },
    late: '机房交换机电源烧毁，备件从仓库取来用了16分钟',
    onBehalf: { 'hl-13': { person: '湾小己', words: '公众号的公告已经发出去了' } },
  },
  {
    type: 'agitated-customer.refund',
    place: '湾心营业厅',
    channel: '现场报告',
    reporter: '雀小辛',
    by: A,
    narrative: '客户要求当场退还预存款，情绪激动',
    closedBecause: '按流程三个工作日内退回原卡，客户签字同意',
  },
  {
    type: 'system-failure.recharge',
    place: '云雀湾西区',
    channel: '物业来电',
    reporter: '西区物业',
    by: B,
    narrative: '西区五台自助充值机全部死机',
    plan: recharge(2, 3),
    at: { 'rt-05': 47, 'rt-06': 32, 'rt-07': 60 },
    late: '厂家远程重启失败，等人到现场更换主板',
  },
  {
    type: 'hall-disturbance.crowd',
    place: '云雀湾政务大厅二楼',
    channel: '现场报告',
    reporter: '雀大癸',
    by: C,
    narrative: '缴费截止日前人太多，取号排到门外',
    plan: crowd,
    note: '增开三个窗口，下午四点恢复正常',
  },
  {
    type: 'hall-fire.fire',
    place: '云雀湾政务大厅三楼',
    channel: '演练',
    reporter: '湾老甲',
    by: A,
    drill: true,
    narrative: '演练：三楼档案室起火，浓烟蔓延',
    plan: fire('large', 1),
    note: '三楼东侧疏散用时4分10秒，指示灯有一盏不亮',
  },
  {
    type: 'system-failure.hotline',
    place: '客服热线中心',
    channel: '坐席上报',
    reporter: '云小丁',
    by: B,
    narrative: '热线有拨号音但接不通，客户反映一直忙音',
    plan: hotline('no-calls', true, 3),
    at: { 'hl-14': 8.5 },
  },
  {
    type: 'property-loss.customer',
    place: '海岬营业厅',
    channel: '现场报告',
    reporter: '湾小壬',
    by: C,
    narrative: '客户在等候区丢了钱包',
    closedBecause: '调看监控后在座椅夹缝找到，当面归还',
  },
  {
    type: 'system-failure.recharge',
    place: '云雀湾全部小区',
    channel: '客户来电',
    reporter: '多名客户',
    by: A,
    narrative: '所有自助机都充值失败，提示通信异常',
    plan: recharge(30, 2),
    at: { 'rt-05': 75, 'rt-06': 33, 'rt-07': 210 },
    late: '运营商主干光缆被挖断，抢修由对方负责',
    onBehalf: { 'rt-09': { person: '云小庚', words: '九个小区的物业都打过了，先打的户数最多的' } },
  },
  {
    type: 'hall-fire.fire',
    place: '云雀湾政务大厅四楼',
    channel: '烟感报警',
    reporter: '消控室',
    by: B,
    narrative: '四楼烟感报警，尚未见明火',
    falseBecause: '现场核实为会议室水蒸气触发烟感',
  },
  {
    type: 'hall-power-cut.outage',
    place: '云雀湾政务大厅',
    channel: '现场报告',
    reporter: '雀大癸',
    by: C,
    narrative: '大厅跳闸停电，窗口电脑全灭',
    closedBecause: '物管复电，停电11分钟，未影响办件',
  },
  {
    type: 'system-failure.hotline',
    place: '客服热线中心',
    channel: '坐席上报',
    reporter: '雀小戊',
    by: A,
    narrative: '热线能打通，但查不到客户表号',
    plan: hotline('no-query', false, 3),
    at: { 'hl-19': 41 },
    late: '数据库升级回退耗时超出预计',
    skip: { 'hl-12': '各厅当天停业盘点，没有客户' },
  },
  {
    type: 'personal-safety.animal-bite',
    place: '云雀湾南区12栋',
    channel: '员工来电',
    reporter: '云小庚',
    by: B,
    narrative: '上门安检时员工被狗咬伤小腿',
    closedBecause: '已送医打疫苗，客户承担费用',
  },
  {
    type: 'system-failure.recharge',
    place: '云雀湾北区',
    channel: '客户来电',
    reporter: '匿名客户',
    by: C,
    narrative: '北区一台充值机读卡失败',
    plan: recharge(1, 4, false),
    at: { 'rt-05': 18, 'rt-07': 20 },
  },
]

/**
 * What is going on at this moment. `ago`: minutes since its report; what was not done by now stays
 * undone.
 */
export const PRESENT: readonly { ago: number; scene: Scene; undone: readonly string[] }[] = [
  {
    ago: 18,
    undone: ['gf-09', 'gf-10', 'gf-11', 'gf-12', 'gf-13', 'gf-15'],
    scene: {
      type: 'hall-fire.fire',
      place: '云雀湾政务大厅二楼',
      channel: '现场报告',
      reporter: '云大己',
      by: A,
      narrative: '二楼资料间着火，烟很大，自己扑不灭',
      plan: {
        id: 'government-hall-fire',
        level: 2,
        commander: '雀老丙',
        answers: [{ after: 1, fact: 'fire_size', value: 'large' }],
      },
      note: '消防车已到南门，由湾大辛引导',
    },
  },
  {
    ago: 8,
    undone: ['hl-07', 'hl-08', 'hl-09', 'hl-10', 'hl-14', 'hl-17', 'hl-21'],
    scene: {
      type: 'system-failure.hotline',
      place: '客服热线中心',
      channel: '坐席上报',
      reporter: '云小丁',
      by: B,
      narrative: '热线打不进来，坐席全部没有来电',
      plan: {
        id: 'gas-hotline-failure',
        level: 3,
        commander: '雀大甲',
        answers: [{ after: 1, fact: 'fault_kind', value: 'no-calls' }],
      },
    },
  },
]
