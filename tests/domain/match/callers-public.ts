/**
 * What callers and guards say at sites open to the public: the half that words, triggers and rules
 * may be tuned for. Written on 2026-11-26 after its held-out half, by the same hand.
 */
import type { CallersAt } from './callers.ts'

export const TUNED_PUBLIC: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '二楼美食街冒烟，有人呛到',
          '负一楼美发店的热水器起火，一个顾客烫伤了胳膊',
          '保安亭看到六楼外墙有明火往上爬',
          '三楼配电间有股焦糊味，门把手都是热的',
          '麻辣烫店里火锅翻了把桌布点着了',
          '那边冒咽了你们快来看看',
          '我在四楼，看不见人了全是烟',
          '仓库里面纸箱烧起来了灭火器不够用',
          '停车场一辆新能源车底下冒火',
          '商场里有股烧电线的味，越来越浓',
          '消防广播在喊疏散，是真的着了吗',
          'sanlou fushidian maoyan le',
          '中庭的圣诞树着了',
          '厨房烟道里面呼呼响，红的',
          '有小孩玩打火机把试衣间帘子烧着了',
          '有人受伤，三楼着火了',
          '着火了人都往扶梯跑摔了好几个',
        ],
      },
      gas: {
        'mall-other-event': [
          '负一楼餐饮区漏气了，能闻到',
          '烧烤店的液化气罐嘶嘶往外喷',
          '一楼奶茶店那边天然气味道很重',
        ],
      },
      weapon: {
        'mall-other-event': [
          '金店有人持枪抢劫',
          '两个男的拿着棍子在二楼追人',
          '有个人挟持了一个女店员',
          '服务台这个人掏出匕首了',
        ],
      },
      explosion: {
        'mall-other-event': ['一楼男厕所有个没人要的箱子，里面有电线', '有人打电话说商场里有炸弹'],
      },
      trapped: {
        'mall-other-event': [
          '电梯门打不开了，里面关着一家三口',
          '直梯掉了半层卡住了，有人在里面哭',
          '货梯停在两层中间，送货的出不来',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '电扶梯夹到小孩的鞋，脚流血了',
          '地滑，一位老太太摔了，起不来',
          '顾客被掉下来的灯砸到头',
          '游乐场蹦床上有个小朋友胳膊断了',
          '有个人从三楼掉下来了',
          '一个女顾客被推车撞倒了',
          '手扶电梯上一串人滚下来了',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '有个老人突然倒地口吐白沫',
          '试衣间里有个姑娘晕过去了',
          '一个男的说胸口疼，脸色发青',
          '有人没呼吸了，旁边人在做心肺复苏',
        ],
        'mall-other-event': ['三楼火锅店十几个人上吐下泻'],
      },
      weather: {
        'mall-natural-disaster': [
          '地下车库开始进水了，往下灌',
          '外墙广告牌被风吹得要掉了',
          '地震了地震了大家都在往外跑',
          '冰雹把采光顶砸穿了',
          '雨棚被风掀到路上了',
          '天花板在晃，好像地震',
        ],
      },
      power: { 'mall-other-event': ['商场全黑了，收银机也停了', '三楼整层没电'] },
      fault: {
        'mall-other-event': [
          '三楼水管爆了，往二楼漏',
          '消防水管裂了，一楼到处淌水',
          '扶梯突然停了',
          '玻璃护栏裂了要掉下去',
        ],
      },
      order: {
        'mall-other-event': [
          '一个五岁男孩和妈妈走散了',
          '两伙人在奶茶店门口打群架',
          '有个顾客喝醉了在服务台闹',
          '超市有小偷被抓住了',
        ],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '三楼机房冒烟，UPS那边',
          '大厅里叫号机着火了',
          '卫生间垃圾桶里烟头没灭，冒起烟了',
          '窗口下面的插线板噼啪响还冒火花',
          '着火了，一个群众呛晕了',
          '消防主机报警，说是二楼西侧',
          'dianti jian maoyan',
          '配电室有焦味',
          '有人在大厅点火',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '有人拿刀冲到窗口里面去了',
          '一个上访的把工作人员打了',
          '有个人举着凳子砸窗口',
        ],
      },
      power: {
        'government-hall-power-cut': ['大厅停电了', '二楼窗口全没电', '灯和电脑一下都灭了'],
      },
      order: {
        'government-hall-disturbance': [
          '二三十人围着社保窗口喊',
          '为插队吵起来了，还推人',
          '大厅里挤得走不动了',
          '有个老头躺地上不起来，非要见局长',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      fire: {
        'bank-fire': [
          '自助银行里面着火了',
          '柜台底下电线烧了，有火苗',
          '机房的空调冒黑烟',
          '大堂里有烟，不知道哪来的',
          '着火了有个客户腿烧伤了',
        ],
      },
      injury: {
        'bank-casualty': [
          '老人在台阶上摔破了头',
          '客户撞到玻璃门上，鼻子流血',
          '保安被歹徒打伤了',
          '吊顶掉下来砸到两个客户',
        ],
      },
      illness: {
        'bank-casualty': ['排队的一个大爷昏倒了', '孕妇突然肚子疼得站不住', '有个人没意识了'],
      },
      weather: {
        'bank-natural-disaster': [
          '洪水进到营业室了',
          '地震，天花板往下掉',
          '台风把门窗刮坏了',
          '雨水倒灌进自助区',
        ],
      },
      system: {
        'bank-network-security': [
          '电脑中了勒索病毒',
          '有客户说网银里的钱被盗刷了',
          '网站被人篡改了',
          '系统被黑客入侵',
        ],
      },
      power: { 'bank-power-cut': ['网点停电了', '备用电源也没起来，全黑了', '总闸跳了合不上'] },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: { 'branch-general': ['网点门口的电动车着火了', '打印室有烟味'] },
      weapon: { 'branch-general': ['有人持刀抢劫3号柜台', '一个男的掏枪了'] },
      injury: { 'branch-general': ['有个客户摔倒把头磕破了'] },
      power: { 'branch-general': ['柜台停电了'] },
      order: { 'branch-general': ['几十个人堵在网点门口拉横幅'] },
      system: { 'branch-network-attack': ['网点电脑文件全被加密了'] },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': ['舞台灯冒烟了', '厨房备餐间起火，一个厨师烧伤', '会场里有糊味'],
      },
      gas: { 'conference-service': ['后厨煤气漏了'] },
      weapon: { 'conference-service': ['有人带刀进会场', '两个人在签到台打起来了'] },
      explosion: { 'conference-service': ['主席台下面有个可疑的包'] },
      trapped: { 'conference-service': ['电梯困了四个代表'] },
      injury: { 'conference-service': ['背景板倒了压到人', '一位嘉宾下台阶摔伤'] },
      illness: { 'conference-service': ['台上的教授突然晕倒', '午餐以后十几个人拉肚子'] },
      power: { 'conference-service': ['会场突然停电', '大屏和音响都没电了'] },
      system: { 'conference-service': ['话筒没声音', '直播断了'] },
      order: { 'conference-service': ['门口堵车，大巴进不来', '一群人在会场外拉横幅'] },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: { 'hotel-fire': ['802房间冒烟', '洗衣房烘干机着火', '厨房油锅起火，厨师烧伤了手'] },
      power: { 'generic-service': ['整栋楼停电，电梯里有人'] },
      injury: { 'generic-service': ['客人在浴室滑倒，头破了'] },
    },
  },
  {
    site: 'municipal centre',
    kind: 'municipal-centre',
    says: {
      fire: { 'municipal-centre-general': ['食堂着火了'] },
      weapon: { 'municipal-centre-general': ['有人持刀砍人', '门口有人泼汽油'] },
      illness: { 'municipal-centre-general': ['有个发烧的说刚从疫区回来'] },
    },
  },
]

/** Danger at a site that has no plan of its own for it: some plan has to be listed all the same. */
export const TUNED_WITHOUT_PLAN: readonly CallersAt[] = [
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      gas: { any: ['食堂煤气泄漏'] },
      explosion: { any: ['有个可疑包裹'] },
      trapped: { any: ['电梯困人'] },
      injury: { any: ['有人从楼梯上摔下来'] },
    },
  },
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      weapon: { any: ['持刀抢劫3号柜台'] },
      explosion: { any: ['有炸弹'] },
      trapped: { any: ['金库门关上了，里面有人'] },
    },
  },
]
