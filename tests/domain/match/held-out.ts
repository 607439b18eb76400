/**
 * Sentences that no word, trigger or rule was changed for. They tell how matching does on what it
 * has never seen. Never tune for them: a sentence that is tuned for belongs into sentences.ts, and
 * another takes its place here.
 */
import type { Quiet, SpokenReports } from './kinds.ts'

/**
 * Plain reports, written before the triggers were looked at (but those of branch-general and
 * mall-natural-disaster), by anyone who then tuned them: kinder than strangers.
 */
export const HELD_OUT: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': [
      '热线电话从早上九点就没响过，拨进去没反应',
      '客服中心线路全断',
      '呼叫系统坏了接不到电话',
      'kefu rexian guzhang',
    ],
    'gas-recharge-terminal-failure': [
      '十几个小区的充值机同时离线',
      '自助充值都报错，用户充不了',
      '自助终端大面积瘫痪',
    ],
    'gas-counter-system-failure': [
      '收费系统打不开了',
      '窗口的电脑全部死机',
      '营业厅网络中断，单子开不出来',
      'xitong siji le',
    ],
    'gas-hall-power-cut': ['我们营业厅停电有十分钟了', '东门营业厅一片漆黑，断电了'],
    'gas-agitated-customer': [
      '客户要退费，情绪失控',
      '柜台有人拍桌子骂我们',
      '用户不满意气费账单，吵得厉害',
    ],
    'gas-safety-home-visit-attack': ['安检员入户被业主打了', '上门的师傅被关在屋里不让出来'],
    'gas-safety-premises-attack': ['营业员被客户打伤', '客户动手打我们同事，就在柜台'],
    'gas-safety-not-customer-caused': [
      '维修工送表途中出车祸',
      '同事被狗咬伤了要打针',
      '师傅干活时从梯子上掉下来',
    ],
    'gas-property-loss-company': [
      '营业厅保险柜被撬了',
      '公司的工程车被人划坏',
      '我们的收款机让人偷走了',
    ],
    'gas-property-loss-customer': [
      '客户说钱包掉在营业厅',
      '有人来找丢失的手机',
      '施工把用户的橱柜碰坏了',
    ],
    'gas-customer-fall-or-illness': [
      '等号的老人突然昏倒',
      '一个阿姨在台阶上摔跤了',
      '客户低血糖，脸色发白',
      'laoren shuaidao',
    ],
    'gas-fight-theft-robbery': ['等候区两个人动手打架', '抢劫！柜台的钱被抢了', '刚抓住一个扒手'],
    'gas-premises-fire': ['营业厅天花板冒烟', '大厅着火，快叫消防', 'yingyeting qihuo'],
    'gas-fire-alarm-programme': ['办公楼火警警报在响', '茶水间垃圾桶有小火'],
    'gas-electrical-failure-programme': ['办公区停电，电脑黑屏', '电气故障，整层没电'],
    'gas-threatening-call': ['有恐吓电话打到热线', '对方在电话里说要杀人'],
    'gas-explosion': ['营业厅门外爆炸', '气罐爆炸了'],
    'gas-accident-hotline': [
      '居民打热线报漏气',
      '有用户煤气中毒了',
      '客户电话说家里着火，是燃气引起的',
    ],
  },
  'government-hall': {
    'government-hall-fire': ['档案室着火', '二楼有烟，烧焦的味道', 'zhengwu dating qihuo'],
    'government-hall-power-cut': ['办公区停电，窗口电脑全灭', '断电了，大厅里漆黑'],
    'government-hall-disturbance': [
      '办事群众和窗口人员吵架',
      '大厅人挤人，有人推倒了栏杆',
      '一男子在大厅大声辱骂，不听劝',
    ],
  },
  branch: {
    'branch-general': [
      '网点柜台起火',
      '顾客在网点里摔伤',
      '网点外面有人打群架',
      '网点断电了业务停了',
    ],
    'branch-network-attack': ['网点遭到网络攻击', '病毒把网点电脑锁了', 'heike ruqin'],
  },
  'bank-window': {
    'bank-casualty': ['柜台前有个人摔倒昏过去了', '客户在大厅突发心梗', '保安受伤流血'],
    'bank-fire': ['配电间起火', '大堂着火有浓烟'],
    'bank-natural-disaster': ['洪水进了网点', '台风刮坏了门窗', 'earthquake'],
    'bank-network-security': ['手机银行被黑客攻击', '柜面电脑感染病毒', '有人盗取客户数据'],
    'bank-power-cut': ['突然停电，柜员机也停了', '市电断了，UPS只能撑一会'],
  },
  company: {
    'company-accident': ['员工触电', '货车在厂门口撞了人', '有工人烫伤'],
    'company-failure': ['公司网络瘫痪', '生产线设备坏了', '机房服务器故障'],
    'company-sudden-event': ['洪水淹了厂区', '员工集体食物中毒', '有人在公司持刀伤人', 'taifeng'],
  },
  conference: {
    'conference-service': ['会议室起火', '有参会人员晕倒', '会场断电', '麦克风没声', '嘉宾摔伤了'],
  },
  'generic-service': {
    'generic-service': ['店里起火', '有顾客摔倒骨折', '地震了大家快跑', '停电，收银机用不了'],
  },
  hotel: {
    'hotel-fire': ['客人报告走廊有烟', '酒店后厨起火', '1208房间着火'],
    'generic-service': ['酒店突然断电', '客人在浴室滑倒', '台风把大门吹坏了'],
  },
  mall: {
    'mall-fire': ['一楼电器店着火', '影院冒烟', '商场有火警，快疏散'],
    'mall-natural-disaster': ['地震，商场在摇', '暴雨把停车场淹了', '台风天玻璃幕墙掉了'],
    'mall-personal-injury': ['顾客从扶梯上摔下来', '小朋友手被夹了', '有人突然昏倒'],
    'mall-other-event': ['两伙人在商场打架', '电梯坏了里面有人', '商场断电'],
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '办事大厅起火',
      '地震了',
      '有人持刀冲进来',
      '发现传染病例',
      '中心停电',
    ],
  },
}

/** What must propose nothing. */
export const HELD_OUT_NOTHING: Quiet = {
  'gas-customer-service': [
    '热线通了，恢复正常',
    '充值机都修好了',
    '营业厅电来了',
    '系统已经可以用了',
    '上星期打架那事怎么处理的',
    '请问怎么开户',
    '热线几点上班',
    '下周三计划停电检修',
    '客户来问怎么过户',
    '系统今晚升级，提前告知',
    '老人来办优惠气价',
    '手机端可以缴费吗',
    '师傅什么时候能上门',
    '员工生日会几点',
    '新电脑到货了',
    '打印机没纸了',
    '热线新来了两位同事',
    '客户表扬安检员服务好',
    '明天轮到谁值夜班',
    '充值机的说明书放哪了',
  ],
  'government-hall': [
    '火已经灭了',
    '昨天吵架的人今天没来',
    '中午吃什么',
    '大厅三号窗口今天休息',
    '办证人员请带身份证',
    '楼层指示牌换新的',
    '群众送来一面锦旗',
  ],
  mall: [
    '上次着火的店什么时候重新开',
    '电梯修好了',
    '孩子的游乐票多少钱',
    '商场今天有活动',
    '顾客要开发票',
    '电梯广告位招租',
  ],
  'bank-window': [
    '停电通知收到了吗',
    '没有地震',
    '客户咨询贷款利率',
    '系统今天很快',
    '取款机加钞完成',
  ],
  hotel: ['火警系统检测正常', '客人要续住一天', '房间打扫一下', '明天有个会议团入住'],
  company: ['网络恢复了', '员工食堂今天吃面', '设备采购合同签了', '楼下快递到了'],
  'municipal-centre': ['防火宣传册印好了', '群众咨询社保', '中心新来的同事', '窗口轮岗表'],
  conference: ['投影仪已修复', '会场布置好了', '嘉宾名单发我', '投影仪借一下'],
  branch: ['攻击已停止，系统恢复', '客户来开户', '空调遥控器在谁那', '老人来取养老金'],
  'generic-service': ['客人要加一张椅子', '服务员招聘面试'],
}
