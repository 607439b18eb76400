/**
 * What callers and guards say at sites open to the public, by kind of site and kind of danger.
 * Written on 2026-11-26 in one sitting by somebody who knew the titles of the plans and had read
 * no rule, no trigger and no synonym; measured after the rules were changed, and no rule, word or
 * trigger may be tuned for any sentence here.
 * Whoever wrote them added words later without looking at what was missed, yet not without memory.
 */
import type { CallersAt } from './callers.ts'

export const CALLERS_PUBLIC: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼那个烤肉店后厨油锅烧起来了，火苗都窜到烟罩里了',
          '监控看到B2停车场有辆电动车在冒白烟，没看见人',
          '喂喂我是西门岗，垃圾桶里有人扔烟头点着了，正拿灭火器喷',
          '着活了着活了，五楼影院那边',
          '四楼烟好大，呛得不行，有俩小孩还在里面没出来',
          '消控室主机报了，3F-017烟感，派人去看了还没回',
          'zhaohuole 2lou naicha dian',
          '电动车充电的地方炸了一下然后就烧起来了',
          '有个店员救火的时候手烫伤了，火现在还没灭',
          '配电房有胡味，还噼里啪啦响',
          '火己经上到顶棚了快叫人',
          '顾客说女厕所那边冒言',
          '听三楼保洁说好像着火了，我没看见',
          '着火了，已经扑了，没有人受伤，但是烟还很大',
        ],
      },
      gas: {
        'mall-other-event': ['超市那边一股煤气味，收银员说头晕'],
      },
      weapon: {
        'mall-other-event': [
          '有人拿刀把店员捅了',
          '俩人为抢车位在车库打起来了，一个手里拿着扳手',
          '有个男的拿把菜刀在一楼中庭乱走',
          '金店被砸了，一伙人抢完往北门跑',
        ],
      },
      explosion: {
        'mall-other-event': [
          '有个双肩包放在中庭半天没人拿，里面滴答响',
          '服务台接了个电话说在商场放了炸弹，让我们自己看着办',
        ],
      },
      trapped: {
        'mall-other-event': [
          '观光梯停在三楼半，里面五六个人，按警铃没反应',
          '客梯关人了，有个老人说喘不上气',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '扶梯上有个大爷往后仰倒下来，后面的人也跟着摔了',
          '小朋友把手卡到扶手带里了拔不出来',
          '有个女的从二楼栏杆摔到一楼了，不动了',
          '三楼玻璃护栏碎了，渣子划到一个顾客的脸，一直流血',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '一位孕妇说肚子疼得厉害，坐地上了',
          '老头突然不醒人事了，旁边有人在按胸口',
        ],
        'mall-other-event': ['美食城好几个客人吃完拉肚子，在投诉'],
      },
      weather: {
        'mall-natural-disaster': [
          '外面雨太大，B2已经没到脚脖子了',
          '刚才晃了一下，吊灯都在摇，是不是地震',
          '北广场的棚子让大风掀翻了',
          '地库进水了，车都要漂起来',
        ],
      },
      power: { 'mall-other-event': ['全场停电了，电梯也停了，应急灯亮着'] },
      fault: { 'mall-other-event': ['喷淋管爆了，三楼全是水'] },
      order: {
        'mall-other-event': ['我家孩子不见了，穿红衣服，刚才还在游乐场'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '二楼档案室那边有烟从门缝往外冒',
          '打印复印那个角上插座冒火花，桌布都烧着了',
          '消防铃响了，不知道真的假的，没人敢走',
          '婚姻登记处闻到一股烧塑料的味道',
          '着火啦！公积金窗口后面那间',
          '我在门口执勤，看到楼上窗户里有火光',
          '有个阿姨吸了烟头晕，火刚刚扑下去一点',
          'zhengwu dating maoyan le',
          '厅里冒眼了快来人',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '一个男的掏出刀说今天不给办就不走了',
          '有人往窗口里扔椅子，玻璃裂了',
        ],
        'government-hall-fire or government-hall-disturbance': ['一个人拎着一桶汽油进来了，说要点'],
      },
      power: {
        'government-hall-power-cut': [
          '整个大厅一下全黑了，叫号机也死了',
          '停店了，窗口电脑全关机',
          '就社保那一排没电，别的窗口正常',
          'UPS在叫，说外面市电断了',
          '跳闸了，推不上去',
          'tingdianle',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '好几十号人堵在不动产窗口，拉着横幅',
          '有个办事的跟工作人员吵起来，桌子都掀了',
          '排队插队打起来了，保安拉不开',
          '叫号乱了，大家都往前挤，有老人被挤倒了',
          '来了一帮讨薪的，坐在大厅不走，还在直播',
          '取号的人从门口排到马路上了，后面的人在骂',
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
          'ATM机后面冒烟了',
          '自助区有人把点着的纸塞进存款机，里面烧起来了',
          '金库旁边配电柜打火了，一股焦味',
          '厨房着了，行里自己的食堂',
          '加钞间烟报响，进去看确实有烟',
          'guitaizhaohuole',
        ],
      },
      weapon: { 'bank-casualty': ['被劫匪捅了一刀，柜员在流血'] },
      injury: {
        'bank-casualty': [
          '客户在旋转门夹住了，胳膊青了',
          '运钞员搬箱子砸到脚，脚趾好像断了',
          '台阶结冰，摔了两个，一个起不来',
        ],
      },
      illness: {
        'bank-casualty': [
          '等号的老太太坐着坐着就滑下去了，叫不应',
          '大堂经理低血糖晕过去了',
          '有个客户办着业务突然抽起来了，嘴里吐白末',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '河水漫上来了，马上进营业室',
          '地镇了，柜台上的东西都掉了',
          '台风把门头招牌吹下来了',
          '暴雨，门口的水已经过了沙袋',
        ],
      },
      system: {
        'bank-network-security': [
          '屏幕上跳红框要比特币，文件全打不开',
          '核心系统有人从外面在扫，安全部来电话了',
          '网点官网首页被改成乱七八糟的图',
          '好多终端一起中读了',
        ],
      },
      power: {
        'bank-power-cut': [
          '整条街都停电了，发电机没起来',
          '营业室灯灭了，就监控还亮',
          '市电没了，UPS撑不了多久',
          'yinhang meidian le',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: { 'branch-general': ['网点里面有烟', '门口有人泼汽油'] },
      weapon: {
        'branch-general': [
          '有个人拿刀顶着保安，让柜员把钱装袋子里',
          '俩客户为了排队打起来，见血了',
        ],
      },
      weather: { 'branch-general': ['外面下大暴雨水倒灌进来了'] },
      power: { 'branch-general': ['全网点断电'] },
      system: {
        'branch-network-attack': ['电脑全蓝屏弹勒索信', '有人用U盘插了我们终端，现在到处弹窗'],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': ['主会场台口的灯烧起来了', '三号厅地毯冒眼', '后台有股烧焦的味儿'],
      },
      weapon: {
        'conference-service': ['安检口查出一把刀，人跑进去了', '有人冲上台抢话筒'],
      },
      trapped: { 'conference-service': ['货梯里关了两个搬运的'] },
      injury: { 'conference-service': ['吊杆掉下来砸到一个代表'] },
      illness: {
        'conference-service': ['茶歇吃完好几个嘉宾吐了', '贵宾厅有个领导捂着胸口倒了'],
      },
      power: { 'conference-service': ['停电了，会场一片黑', 'huichang tingdian'] },
      system: {
        'conference-service': [
          '同传没声音，代表们都在摘耳机',
          '大屏黑了，领导正在讲话',
          '投影死机了',
        ],
      },
      order: { 'conference-service': ['签到处人挤人，快踩上了', '有记者闯进闭门会了'] },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: { 'hotel-fire': ['1608房间冒烟', '客房烟感一直叫，敲门没人应', '布草间着了'] },
    },
  },
]

/** Danger at a site that has no plan of its own for it: some plan has to be listed all the same. */
export const CALLERS_WITHOUT_PLAN: readonly CallersAt[] = [
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      gas: { any: ['大厅里有煤气味', '食堂液化气罐漏了'] },
      explosion: { any: ['楼下砰的一声炸了'] },
      trapped: { any: ['电梯里困了三个人'] },
      injury: { any: ['地下室有人被砸伤了'] },
      illness: { any: ['有人晕倒在取号机旁边'] },
    },
  },
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      weapon: { any: ['有人持枪抢劫', '一个人拿着刀逼柜员开门'] },
      explosion: { any: ['自助区有个可疑包裹', '有人打电话说要炸银行'] },
      gas: { any: ['隔壁煤气漏了'] },
    },
  },
]

/** No report: greetings, questions, what is over, past or planned. Nothing is preselected. */
export const CALLERS_QUIET = {
  mall: [
    '没事了，是有人抽烟把烟感弄响了，虚惊',
    '昨天那个着火的店今天能开门吗',
    '请问灭火器在哪里',
    '去年电梯困人那次是怎么处理的',
    '没有着火，是舞台放的烟雾',
    '有人',
    '有人有人',
    '有人在吗',
    '孩子找到了，在他妈妈那儿',
    '我看新闻说隔壁市地震了',
  ],
  'government-hall': [
    '下周三要搞消防演练，记得通知',
    '测试一下能不能打字',
    '要是停电了怎么办',
    '电来了',
    '水电费在哪交',
    '刚才是误报，已复位',
  ],
  'bank-window': [
    '领导要看上个月的停电报告',
    '小偷抓到了已经移交派出所',
    '今天没有人受伤，一切正常',
    '灭火器过期了要换',
  ],
  'gas-customer-service': [
    '热线通了，刚试过',
    '客户问报装煤气要什么材料',
    '充值机怎么用',
    '明天停电检修通知贴一下',
    '喂',
  ],
  conference: ['会议几点开始', '哈哈哈'],
  company: ['食堂今天吃什么', '伤员已经送走了，事情处理完了', '那个那个'],
} as const
