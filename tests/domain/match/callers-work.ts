/**
 * What callers, guards and fitters say at a gas company and at a company: the half that words,
 * triggers and rules may be tuned for. Written on 2026-11-26 after its held-out half, by the same
 * hand.
 */
import type { CallersAt } from './callers.ts'

export const TUNED_WORK: readonly CallersAt[] = [
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire': [
          '营业厅着火了，烟很大',
          '柜台后面电线冒火花，烧起来了',
          '厅里起火，一个客户手烧伤了',
          '厅里的饮水机冒烟',
          '营业厅有明火，有人晕倒',
        ],
        'gas-fire-alarm-programme': ['办公楼三楼火警铃响了', '仓库着火'],
      },
      weapon: {
        'gas-fight-theft-robbery': [
          '有人持刀抢劫3号柜台',
          '两个男的拿着刀逼柜员交钱',
          '蒙面的人冲进来抢钱',
          '厅里两个顾客打架，一个头破了',
        ],
        'gas-safety-premises-attack': [
          '客户把柜员打伤了',
          '一个用户掐住营业员脖子',
          '用户抄起凳子要砸窗口的姑娘',
          '有个男的拿刀威胁柜台里的同事',
        ],
        'gas-threatening-call': ['接到电话，说要放火烧营业厅', '匿名电话说要砍死我们经理'],
      },
      explosion: { 'gas-explosion': ['厅外面一声爆炸', '门口有可疑包裹', '仓库钢瓶炸了'] },
      injury: {
        'gas-customer-fall-or-illness': ['客户在门口滑倒，起不来', '一个大妈被门夹了手，流血了'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['排队的老人心脏病发作', '有个客户抽搐了'],
      },
      order: {
        'gas-agitated-customer': ['客户因为退费吵起来了', '用户拍桌子大喊大叫', '大爷嫌收费高骂人'],
      },
      power: { 'gas-hall-power-cut': ['营业厅停电', '大厅灯全灭了'] },
      system: {
        'gas-counter-system-failure': ['受理系统登不上去', '柜台电脑全死机了'],
        'gas-recharge-terminal-failure': ['好多充值机黑屏', '自助机充不了值，好几个小区'],
      },
      fault: {
        'gas-electrical-failure-programme': [
          '办公室老跳闸',
          '配电箱短路了',
          '开关里面滋滋响，墙都发烫',
          '财务室插座漏电',
        ],
      },
      loss: {
        'gas-property-loss-customer': [
          '客户的包落在柜台不见了',
          '顾客说包放椅子上被人拿走了',
          '施工车把住户的花坛压坏了',
          '用户停在门口的电动车被我们的梯子砸坏了',
        ],
        'gas-property-loss-company': ['盘点少了三台检漏仪', '仓库里的阀门少了一箱'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      gas: {
        'gas-accident-hotline': [
          '用户家里煤气味很大',
          '燃气报警器响个不停',
          '厨房漏气，老人头晕',
          '施工把燃气管道挖断了',
          '居民说楼下有臭鸡蛋味',
          '一氧化碳中毒，人昏迷了',
          'yonghu jia louqi',
          '漏气漏得厉害，住户已经跑出来了',
          '煤汽泄漏',
        ],
      },
      explosion: { 'gas-accident-hotline or gas-explosion': ['用户家煤气爆炸', '小区里燃气爆炸'] },
      system: {
        'gas-hotline-failure': [
          '热线打不进来',
          '坐席系统登不上，电话转不进去',
          '客服电话没声音',
          '坐席耳机里全是杂音',
        ],
      },
      order: { 'gas-agitated-customer': ['用户在电话里大骂'] },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      weapon: {
        'gas-safety-home-visit-attack': [
          '上门安检被用户打了',
          '户主拿刀把师傅赶出来',
          '抄表员被锁在用户家里',
          '用户把安检员关在厨房里',
          '业主拿着棒子追我们师傅',
          '安检员入户被推倒了',
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '抄表员路上被车撞了',
          '师傅被狗咬了',
          '安装工从梯子上掉下来',
          '维修工施工时触电',
        ],
      },
      loss: { 'gas-property-loss-customer': ['装表把用户的瓷砖打坏了'] },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident': [
          '三楼冷库冒烟有人晕倒',
          '车间着火，两个工人烧伤',
          '办公室空调冒烟',
          '食堂灶台起火',
          '宿舍里充电的电瓶着了',
        ],
      },
      gas: { 'company-accident': ['液氨泄漏了', '食堂煤气漏了', '化学品桶倒了，有刺鼻的味'] },
      explosion: { 'company-accident': ['锅炉爆炸了', '一声巨响，仓库炸了'] },
      weapon: { 'company-sudden-event': ['有人持刀闯进办公楼', '前台接到电话说有炸弹'] },
      trapped: { 'company-failure': ['电梯困人', '货梯卡住了，里面有人'] },
      injury: {
        'company-accident': [
          '工人手被机器夹住了',
          '叉车撞到人了',
          '有人从货架上摔下来',
          '电焊工触电了',
        ],
      },
      illness: { 'company-sudden-event': ['食堂好多人呕吐', '宿舍好几个人发烧'] },
      weather: { 'company-sudden-event': ['暴雨厂区淹了', '台风把厂房顶掀了'] },
      power: { 'company-failure': ['全厂停电'] },
      system: { 'company-failure': ['服务器宕机了', '生产线停了', '邮箱登不上'] },
      fault: { 'company-failure': ['厂区停水', '大门打不开'] },
      order: { 'company-sudden-event': ['工人堵门讨薪', '有人翻墙偷东西'] },
    },
  },
]
