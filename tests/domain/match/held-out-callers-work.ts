/**
 * What callers, guards and fitters say at a gas company and at a company, by kind of site and kind
 * of danger. Written on 2026-11-26 in one sitting by somebody who knew the titles of the plans and
 * had read no rule, no trigger and no synonym; measured after the rules were changed, and no rule,
 * word or trigger may be tuned for any sentence here.
 * Whoever wrote them added words later without looking at what was missed, yet not without memory.
 */
import type { CallersAt } from './callers.ts'

export const CALLERS_WORK: readonly CallersAt[] = [
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire': [
          '营业厅后面仓库起火了',
          '厅里空调外机冒烟还有火星',
          '饮水机那儿短路着起来了，火不大',
          '营业厅冒咽了',
          'yingyeting qihuo',
        ],
        'gas-fire-alarm-programme or gas-premises-fire': ['烟感叫了，没看到火'],
      },
      weapon: {
        'gas-fight-theft-robbery': [
          '有人蒙着脸进来抢钱，手里有枪',
          '两个客户打起来了，拿灭火器砸人',
        ],
        'gas-safety-premises-attack': [
          '一个客户从包里抽出刀来朝柜员比划',
          '3号柜台那个男的抓着小刘的头发打',
        ],
        'gas-threatening-call': ['有电话打进来说下午要炸营业厅'],
      },
      explosion: {
        'gas-explosion': ['门口有个黑箱子没人认，有电线露出来', '外面砰的一声巨响，玻璃全震碎了'],
      },
      injury: {
        'gas-customer-fall-or-illness': ['一个老人在叫号机前面摔了，说腰动不了'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['有客户胸口闷，脸都白了', '孕妇在厅里要生了'],
      },
      order: {
        'gas-agitated-customer': [
          '客户嫌这个月气费太高，拍着柜台骂娘',
          '因为没预约不给办，一个大姐哭着喊着要见领导',
          '退费退不了，男的指着柜员鼻子骂，没动手',
        ],
      },
      power: { 'gas-hall-power-cut': ['厅里没电了，隔壁也没有', '营业厅跳闸，一半的灯灭了'] },
      system: {
        'gas-counter-system-failure': ['收费系统进不去，一直转圈', '开票软件报错，后面人越排越多'],
        'gas-recharge-terminal-failure': ['全城充值机都读不了卡', '十几个小区打电话来说自助机黑屏'],
      },
      fault: {
        'gas-electrical-failure-programme': ['配电箱有噼啪声，插座一碰麻手'],
      },
      loss: {
        'gas-fight-theft-robbery or gas-property-loss-customer': ['客户手机放柜台上转身就没了'],
        'gas-property-loss-company or gas-fight-theft-robbery': ['昨晚仓库的表具让人偷了一批'],
        'gas-property-loss-customer': ['客户的车在我们停车场被广告牌砸了'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      gas: {
        'gas-accident-hotline': [
          '用户说厨房有嘶嘶声，味道很冲',
          '小区里挖掘机把燃气管挖断了，气往外喷',
          '用户家燃气灶关不掉，一屋子味',
          '楼道里闻到臭鸡蛋味，住户不敢开灯',
          '有个大爷说家里报警器一直叫，窗户已经开了',
          '煤气中毒了，一家三口，叫不醒',
          'meiqi xielou le 3dong 802',
          '天然汽泄露，阀门拧不动',
        ],
      },
      explosion: {
        'gas-accident-hotline or gas-explosion': [
          '用户说热水器那边砰一下，人烫伤了',
          '和平小区六号楼炸了，墙都倒了',
        ],
      },
      weapon: {
        'gas-threatening-call': [
          '刚才一个男的打来说不给他退钱就去炸我们公司',
          '对方变声说晓得客服住哪里，让她小心点',
        ],
      },
      order: { 'gas-agitated-customer': ['用户电话里骂了半小时了，话务员都哭了'] },
      system: {
        'gas-hotline-failure': [
          '坐席都掉线了，一个电话也进不来',
          '客户说打了二十遍都占线',
          '热线那头只有电流声听不见人说话',
          '95777打过去是空号',
        ],
      },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      weapon: {
        'gas-safety-home-visit-attack': [
          '安检员小王在用户家被反锁在里面，人家不让走',
          '抄表的师傅被业主拿铁锹追',
          '入户的时候用户动手推搡，衣服都撕了',
          '户主喝了酒，把我们两个人堵屋里，刀放在桌子上',
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '上门的同事被狗咬了，腿上两个洞',
          '维修工骑车去用户家路上被货车蹭了',
          '师傅从梯子上摔下来，胳膊抬不起来',
          '抢修的小张被热水器掉下来砸了',
        ],
      },
      loss: { 'gas-property-loss-customer': ['师傅装表把人家地板给砸了个坑，要赔'] },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident': [
          '仓库纸箱着火，叉车都烧了',
          '宿舍充电宝爆了，被子着了',
          '隔壁化工厂着了，风往我们这吹',
        ],
      },
      gas: { 'company-accident': ['氨气漏了，冷库那边的人都跑出来了'] },
      explosion: {
        'company-accident': ['锅炉房炸了，里面还有人'],
        'company-sudden-event': ['刚接到电话说大楼里有炸弹'],
      },
      weapon: { 'company-sudden-event': ['离职员工拿着刀到人事部'] },
      trapped: {
        'company-accident': ['有人掉到污水井里了，下面有味道，另一个下去救也没上来'],
      },
      injury: {
        'company-accident': [
          '二车间冲床把小李手指头压了',
          '厂门口大货车撞了一个下班的',
          '工人从脚手架上掉下来了，没意识',
          '实验室酸洒了，溅到眼睛里',
        ],
      },
      illness: {
        'company-sudden-event': ['食堂吃完中饭十几个人肚子疼', '有员工确诊了流感，宿舍好几个发烧'],
      },
      weather: { 'company-sudden-event': ['河堤快顶不住了，水已经到围墙'] },
      power: { 'company-failure': ['主变跳了，全厂没电'] },
      system: {
        'company-failure': [
          '机房空调挂了，服务器报高温',
          '3号生产线停了，PLC没反应',
          'ERP登录不上',
          'fuwuqi guale',
        ],
      },
      fault: {
        'company-failure': ['自来水没了，整个厂区', '货梯坏了停在半中间，没人在里面'],
      },
      order: {
        'company-sudden-event': ['有陌生人翻墙进来了', '门口来了一群人拉横幅讨工资'],
      },
    },
  },
]
