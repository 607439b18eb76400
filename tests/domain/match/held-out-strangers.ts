/**
 * What callers, guards and clerks say in a hurry: oral, broken off, with slips of the keyboard,
 * hearsay, two things at once, what it is not. Written on 2026-11-26 in one sitting by somebody
 * who knew the titles of the plans, docs/matching.md, everywhere.ts and the heads of the other
 * lists, and had read no rule, no trigger and no synonym; it was stored before it was measured.
 * Afterwards words were mended for what it missed: docs/matching.md has the figures of before.
 */
import type { CallersAt } from './callers.ts'

export const STRANGERS: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '喂喂三楼那个烤鱼店后厨窜火苗了，厨师拿灭火器在喷',
          '负一停车场有台电动车烧起来了，黑烟直往上冒',
          'B座这边消防铃一直在叫，顾客都问是不是真的，我看到楼梯间有烟',
          '四楼影院zhaohuo了快点',
          '有顾客跟我说好像二楼童装那边糊味很大，我过去看看',
        ],
      },
      gas: {
        'mall-other-event or mall-fire': ['五楼火锅店的煤气味好重，店员都跑出来了'],
      },
      explosion: {
        'mall-other-event or mall-personal-injury or mall-fire': [
          '一楼奶茶店砰的一声，好像气瓶炸了，玻璃全碎',
          '南门垃圾桶旁边有个没人要的拉杆箱，放了一上午了',
        ],
      },
      weapon: {
        'mall-personal-injury or mall-other-event': [
          '快来人，一楼中庭有个男的拿菜刀乱挥',
          '两家店的店员打起来了，一个头上都是血',
          '金店刚被人砸了柜台抢了就跑，往地铁口去了',
        ],
      },
      trapped: {
        'mall-other-event or mall-personal-injury': [
          '观光梯卡在三四楼中间，里头有老人有推车的',
          '客用店梯停半路了，里面的人在拍门',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '扶梯上一个老太太仰着摔下来了，后脑勺磕破',
          '不是打架，是顾客自己撞玻璃门上了，鼻子流血',
          '小朋友手卡在扶手带里拔不出来',
        ],
      },
      illness: {
        'mall-personal-injury or mall-other-event': [
          '收银台前面一个大叔突然倒地，叫不应',
          '有孕妇说肚子疼得不行了，坐在地上起不来',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '外面雨太大了，地下车库坡道往里灌水，挡板顶不住',
          '大风把外墙那块广告布扯下来一半，在那儿晃',
        ],
      },
      power: { 'mall-other-event': ['二楼整层黑了，收银机也没电', '商场西区跳闸，扶梯全停了'] },
      order: {
        'mall-other-event': [
          '搞活动那个台子前面人太多了，后面的还在往前挤，我怕踩着人',
          '一个小女孩找不到妈妈了，在服务台哭，大概四岁',
        ],
      },
      loss: { 'mall-other-event': ['顾客说试衣服的时候包被人拎走了，里头有手机和三千块'] },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '二楼档案室门缝里往外冒烟',
          '打印机那个插排烧着了，有明火，我们在用灭火器',
          '不动产窗口后面有焦糊的味道，还没看见火',
          '听楼上的人说会议室zhao火了，电话打不通',
          '电瓶车充电的棚子起伙了，离大厅侧门很近',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '有个办事的嫌慢，从包里掏了把刀出来',
          '社保窗口两个人抢号打起来了，保安拉不住',
          '一男的往自己身上倒汽油，说不给办就点',
        ],
      },
      power: {
        'government-hall-power-cut': [
          '整个大厅突然没电，叫号屏都灭了',
          '灯一闪一闪然后全黑了，应急灯亮着，电脑都关机',
          '大厅tingdian了，电梯里还关着两个人',
          '供电局说外面挖断了电缆，我们这半天都来不了电',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '今天社保来了好几百人，队排到马路上去了，里面吵得不行',
          '一群人拉着横幅坐在大厅门口不走，说要见领导',
          '有个大姐躺在窗口前面又哭又闹，围了一圈人拍视频',
          '叫号机坏了，大家都在抢位置骂人',
          '也不算打架，就是推推搡搡，窗口都没法办了',
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
          '自助区那台取款机后面在冒火花，有烟',
          '3号柜台下面线烧了，一股胶皮味',
          '隔壁饭店着了，火快烧到我们支行这边墙了',
        ],
      },
      injury: {
        'bank-casualty': [
          '有客户在门口台阶踩空，腿好像断了',
          '旋转门把一个老爷爷夹了，额头有血',
          '抢钱的捅了保安一刀，人躺在大堂',
        ],
      },
      illness: {
        'bank-casualty': ['排队的阿姨脸煞白，说胸口闷，然后就滑下去了', '6号柜员低血糖晕过去了'],
      },
      weather: {
        'bank-natural-disaster': [
          '雨水漫进营业厅了，柜台插座都要泡了',
          '刚才晃了好几下，是不是地震，天花板掉灰',
          '台风把我们网点招牌吹掉了，玻璃门也裂了',
        ],
      },
      power: {
        'bank-power-cut': [
          '柜台一下子全黑了，UPS在响，估计撑不了多久',
          '网点ting电了，客户的卡还在机子里',
        ],
      },
      system: {
        'bank-network-security': [
          '柜面电脑弹出来一个要交比特币的页面，文件都打不开',
          '客户说收到咱们行的短信点进去钱没了，像是钓鱼网站',
          '网上银行页面被人改了，首页全是乱七八糟的字',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      weapon: { 'branch-general': ['有人蒙着脸进来拿枪指着柜员要钱', '客户跟大堂经理动手了'] },
      illness: { 'branch-general': ['大厅里有人抽过去了，口吐白沫'] },
      power: { 'branch-general': ['网点没电了，发电机也打不着'] },
      system: {
        'branch-network-attack': [
          '好几台终端一起中毒，屏幕锁死',
          '后台说有境外的IP一直在撞我们密码',
        ],
      },
      order: { 'branch-general': ['传言说咱们行要倒，一早上门口全是来取钱的，挤得要命'] },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: { 'conference-service': ['主席台背景板后面冒烟了', '同传间一股烧焦味，灯也灭了'] },
      weapon: { 'conference-service': ['签到处有人没证件硬闯，把小姑娘推倒了'] },
      trapped: { 'conference-service': ['送代表上来的那部电梯关住了，里面六七个人'] },
      injury: { 'conference-service': ['摄像的从架子上摔下来，起不来了'] },
      illness: {
        'conference-service': [
          '第三排有位老专家捂着胸口，说喘不上来',
          '吃完自助餐好多代表拉肚子，已经十来个了',
        ],
      },
      weather: { 'conference-service': ['暴雨航班都取消了，下午的嘉宾到不了'] },
      power: { 'conference-service': ['正讲着呢会场一下全黑'] },
      system: {
        'conference-service': ['大屏黑了ppt放不出来，领导在台上等着', '麦克风滋滋响，直播也断了'],
      },
      order: { 'conference-service': ['一帮人冲进来喊口号，要往台上去'] },
      loss: { 'conference-service': ['有代表说房卡和笔记本电脑在会场丢了'] },
    },
  },
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': [
          '营业厅空调突然着了，往下滴火',
          '咱们厅后面库房有烟，烟感在叫',
          '仓库那边huozai报警响了，保安去看了',
        ],
      },
      explosion: {
        'gas-explosion or gas-threatening-call': [
          '有人放了个纸箱在柜台说里面是炸弹，人跑了',
          '营业厅隔壁轰的一声，我们玻璃全震碎了',
        ],
      },
      weapon: {
        'gas-safety-premises-attack or gas-agitated-customer': [
          '客户把水杯砸收费员脸上了，还要往里翻',
        ],
        'gas-safety-premises-attack or gas-fight-theft-robbery': [
          '一伙人拿棍子冲进厅里见东西就砸',
          '两个排队的客户互相扇耳光',
        ],
        'gas-fight-theft-robbery': [
          '小偷把一个婆婆的钱包摸走了，保安抓住一个',
          '刚才有人抢了收费款跑出去，骑摩托的',
        ],
        'gas-threatening-call': ['刚接个电话，说再不给他通气就叫我们全厅的人好看'],
      },
      injury: {
        'gas-customer-fall-or-illness': ['门口地滑，一个客户哧溜一下坐地上起不来'],
        'gas-safety-not-customer-caused': ['我们同事爬梯子换灯泡掉下来了，胳膊动不了'],
      },
      illness: { 'gas-customer-fall-or-illness': ['有个老大爷在等号椅上歪着，喊他没反应'] },
      power: {
        'gas-hall-power-cut': ['营业厅没电了，发票打不了', '整条街都停了，厅里一片黑'],
        'gas-electrical-failure-programme': ['配电箱噼里啪啦打火花，闸推不上去'],
      },
      system: {
        'gas-counter-system-failure': [
          '收费系统转圈圈进不去，客户排老长了',
          '全市营业厅都登不上去受理界面',
        ],
      },
      order: { 'gas-agitated-customer': ['有个男的因为气费涨了在柜台拍桌子骂娘'] },
      loss: {
        'gas-property-loss-customer': ['客户说放柜台上的手机不见了，非要我们赔'],
        'gas-property-loss-company': ['早上来开门发现保险柜被撬，少了两万多公款'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-accident-hotline': [
          '用户打进来说灶台软管那里烧着了，关不掉阀',
          '东湖花园有人报热水器喷火',
        ],
      },
      gas: {
        'gas-accident-hotline': [
          '他说一进门就闻到臭鸡蛋味，头晕，家里还有小孩',
          '路边挖机把管子挖破了，气呼呼往外喷',
          '邻居敲门没人应，楼道里meiqi味很大',
          '用户洗澡晕在里面了，怕是一氧化碳中毒',
        ],
      },
      explosion: {
        'gas-accident-hotline or gas-explosion': ['锦绣苑三栋刚才炸了，窗户飞出来，有人受伤'],
      },
      weapon: { 'gas-threatening-call': ['对方说明天中午要炸我们气站，说完就挂了'] },
      system: {
        'gas-hotline-failure': [
          '客服电话打进来全是嘟嘟嘟，坐席这边没动静',
          '95的线全断了，一个电话都进不来',
        ],
        'gas-recharge-terminal-failure': ['今天一早上几十个人打来说充值机刷卡没反应，哪个区的都有'],
      },
      order: { 'gas-agitated-customer': ['那客户又打来骂了半个钟头，坐席都哭了'] },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      weapon: {
        'gas-safety-home-visit-attack': [
          '安检的小王被用户关屋里不让走，还抢他手机',
          '师傅上门换表，男主人喝多了拿酒瓶抡他',
          '我在用户家，他放狗咬我，手腕流血',
        ],
      },
      gas: { 'gas-accident-hotline': ['入户检查测到浓度报警，厨房一直在漏，阀门锈死'] },
      injury: {
        'gas-safety-not-customer-caused': [
          '抄表员去小区路上被电动车撞了',
          '老李爬楼顶查管踩空了，腰不行',
        ],
      },
      loss: {
        'gas-property-loss-customer': ['用户说师傅走了以后家里金戒指没了'],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident or company-sudden-event': [
          '二车间配电柜着火',
          '仓库那头有浓烟，具体哪儿不清楚',
        ],
      },
      gas: {
        'company-accident or company-sudden-event': ['食堂后厨燃气好像漏了，一开门呛人'],
      },
      weapon: {
        'company-sudden-event': [
          '前台来了几个讨债的，抡椅子砸东西',
          '门卫说有人打电话扬言要来捅经理',
        ],
      },
      trapped: { 'company-failure or company-accident': ['三号货梯卡住，里面有个送货的'] },
      injury: {
        'company-accident': [
          '冲床把人手压了，血止不住',
          '叉车倒车蹭到人，腿骨折了',
          '他从货架上掉下来脑袋着地',
        ],
      },
      weather: { 'company-sudden-event or company-accident': ['厂区水淹到小腿了，一楼机器要泡'] },
      power: { 'company-failure': ['全厂没电，备用电也没切过来'] },
      system: {
        'company-failure': [
          'erp进不去了，订单都发不出',
          '机房交换机挂了，整栋楼上不了网',
          '客服系统崩了，电话也接不进来',
        ],
      },
      order: { 'company-sudden-event': ['一堆离职员工堵大门要工资，车都出不去'] },
      loss: { 'company-sudden-event or company-accident': ['财务室夜里进了贼，笔记本少了三台'] },
    },
  },
]
