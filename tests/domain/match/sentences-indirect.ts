/**
 * Reports that go round the usual words: what was seen or heard, in colloquial words and dialect.
 * Words and triggers may be tuned for these.
 */
import type { SpokenReports } from './kinds.ts'

export const INDIRECT: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': [
      '客户抱怨说拨96777没人应',
      '我们这边接线员耳机里啥也听不到',
      '热线班说来话弹屏出不来，查不到户号',
      '热线崩了',
    ],
    'gas-recharge-terminal-failure': [
      '刷卡充值的机子全歇菜了',
      '物业来电说楼下那排充值终端都是白屏',
      '自助机吃卡，好几个小区都反映',
    ],
    'gas-counter-system-failure': [
      '开票系统转圈圈转了半小时',
      '柜员说界面点不动',
      '内网不通，通气单打不了',
    ],
    'gas-hall-power-cut': ['灯一下子全熄了，叫号也停了', '厅里乌漆麻黑的', '电闸掉了，柜台全停'],
    'gas-agitated-customer': [
      '一位先生情绪失控，砸着柜台要说法',
      '这位用户说不退钱就不走',
      '有客户为安检的事跟我们杠上了',
    ],
    'gas-safety-home-visit-attack': [
      '小李去装表，被主人家堵在屋里',
      '入户时对方抡起棍子',
      '客户把我们上门的人反锁了',
    ],
    'gas-safety-premises-attack': [
      '窗口小姑娘被人泼了一脸水',
      '客户揪着营业员的头发',
      '刚才那个客户给了店长一拳',
    ],
    'gas-safety-not-customer-caused': [
      '抄表途中摔沟里了',
      '老王被大狼狗扑了',
      '工程队的师傅被电打了一下',
    ],
    'gas-property-loss-company': [
      '盘点发现少了三块智能表',
      '夜里门被撬了，验钞机没了',
      '展示柜玻璃被打烂',
    ],
    'gas-property-loss-customer': [
      '大妈买菜的钱不见了，急哭了',
      '装管子把人家墙砖碰碎了',
      '客户的雨伞和包让人顺走了',
    ],
    'gas-customer-fall-or-illness': [
      '有个人突然栽倒在地上',
      '客户说心口难受，冒冷汗',
      '大叔踩空台阶摔了一跤',
    ],
    'gas-fight-theft-robbery': ['两拨人抡起来了', '蒙面人进来要钱', '保安逮到一个摸包的'],
    'gas-premises-fire': ['厅里灯管冒火星', '柜台后面烧焦味很重', '排插烧起来，火窜到窗帘'],
    'gas-fire-alarm-programme': ['楼道的消防铃响个不停', '公司食堂灶台起火苗'],
    'gas-electrical-failure-programme': ['写字楼突然没电，电脑全关机', '办公室空开老跳'],
    'gas-threatening-call': ['有人打进来说要让我们全家死', '电话那头说要点了营业厅'],
    'gas-explosion': ['轰的一声，窗户都震碎了', '门口有个没人要的箱子滴滴响'],
    'gas-accident-hotline': [
      '居民反映楼道一股臭鸡蛋味',
      '施工队把中压管挖破了',
      '一家三口煤气中毒送医',
    ],
  },
  'government-hall': {
    'government-hall-fire': ['复印机冒青烟', '楼上烧焦了，到处是烟'],
    'government-hall-power-cut': ['灯和空调全停了，窗口系统黑屏', '物业说变压器坏了，没电'],
    'government-hall-disturbance': [
      '学籍报名的家长把大门挤爆了',
      '一位大姐躺在地上撒泼',
      '俩人在三号窗口抡拳头',
    ],
  },
  branch: {
    'branch-general': ['天花板掉下一块砸到客户', '一名顾客呼吸急促坐不住', '门口聚了好多人拉横幅'],
    'branch-network-attack': ['屏幕跳出要比特币的字', '主机疑似被植入木马'],
  },
  'bank-window': {
    'bank-casualty': ['老爷子在填单台前倒下了', '客户手被卷帘门轧了'],
    'bank-fire': ['点钞机冒烟了', '空调外机烧起来'],
    'bank-natural-disaster': ['雨太大，水漫进自助区', '吊灯晃得厉害'],
    'bank-network-security': ['客户说收到冒充我们的短信链接', '核心系统疑似遭入侵'],
    'bank-power-cut': ['整条街都没电', '灯突然灭了，机器重启不了'],
  },
  company: {
    'company-accident': ['铲车把人压了', '粉碎机绞了手', '宿舍楼冒黑烟'],
    'company-failure': ['OA打不开', '中央空调罢工', '厂区大停电'],
    'company-sudden-event': ['河水漫上来，厂区进水', '几十个供应商围着大门要钱', '宿舍好多人发烧'],
  },
  conference: {
    'conference-service': [
      '发言人突然站不稳倒了',
      '同声传译没信号',
      '签到处挤成一锅粥',
      '茶歇区电水壶短路冒烟',
    ],
  },
  'generic-service': {
    'generic-service': ['客人吃火锅被烫了', '桌子在抖，像是地震', '店门口招牌砸下来', '酒精炉炸了'],
  },
  hotel: {
    'hotel-fire': ['六楼走廊烟感报警了', '桑拿房有火', '床单烧着了'],
    'generic-service': ['泳池有人溺水', '电梯卡在五楼，里面有客人'],
  },
  mall: {
    'mall-fire': ['奶茶店的电线打火冒烟', '停车场一辆电动车自燃'],
    'mall-natural-disaster': ['龙卷风警报', '屋顶被雪压得往下沉'],
    'mall-personal-injury': ['一位大姐被推车撞了', '货架倒了压到人'],
    'mall-other-event': ['扶梯突然倒着走', '三岁男孩找不到妈妈', '醉汉在二楼砸东西'],
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '窗口有人扬言点汽油',
      '一名群众咳血，疑似肺结核',
      '地面晃得站不住',
    ],
  },
}

/** The list that was held out before words had meanings: tuned for since. */
export const INDIRECT_BEFORE: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': ['话务台全掉线，一通都接不了', '96服务号打过去是空号'],
    'gas-recharge-terminal-failure': ['物业打来说充值柜屏幕全花了', '自助充值点今天一个都刷不上'],
    'gas-counter-system-failure': [
      '收费软件一直报数据库连接失败',
      '开户流程提交不上去，系统没响应',
    ],
    'gas-hall-power-cut': ['店里突然啥都不亮了', '营业厅总闸烧了，没电用'],
    'gas-agitated-customer': ['来了个火气很大的大爷，拍着台子吼', '客户嫌上门慢，在微信里一直骂'],
    'gas-safety-home-visit-attack': [
      '安检时户主推了我们同事一把，还拦着门',
      '去客户家拆表，被人拿扫帚赶',
    ],
    'gas-safety-premises-attack': ['前台姑娘被客户抓伤了脸', '有人隔着柜台用杯子砸柜员'],
    'gas-safety-not-customer-caused': ['维修车在路口被追尾，司机脖子疼', '小张巡线踩到钉子'],
    'gas-property-loss-company': ['抢险车的车窗被人砸了', '库里阀门少了一批'],
    'gas-property-loss-customer': [
      '客户落了个公文包在休息区，回来就没了',
      '换表时把客户的大理石台面磕裂',
    ],
    'gas-customer-fall-or-illness': [
      '排队的老先生忽然面色发紫',
      '一个妇女下台阶扭了脚，坐地上起不来',
    ],
    'gas-fight-theft-robbery': ['门口几个小年轻打成一团', '一名男子伸手进别人挎包'],
    'gas-premises-fire': ['营业厅仓储间窜出火来', '配电柜噼啪响还冒黑烟'],
    'gas-fire-alarm-programme': ['公司五楼火灾报警铃响了', '办公室纸篓里有火'],
    'gas-electrical-failure-programme': ['公司线路出了毛病，整层黑的', '办公区忽然没电，机子全灭'],
    'gas-threatening-call': ['有个男的来电话，说今晚要砸店放火', '热线接到扬言自杀式报复的电话'],
    'gas-explosion': ['隔壁店铺煤气罐爆炸', '听到一声闷响，门都震掉了'],
    'gas-accident-hotline': ['老小区有户人家满屋煤气味', '用户灶台一打火就炸了一下'],
  },
  'government-hall': {
    'government-hall-fire': ['茶水间微波炉着了', '地下室有股烧塑料的味还有烟'],
    'government-hall-power-cut': ['突然全楼黑了，电梯也停', '窗口设备都断电了'],
    'government-hall-disturbance': ['两家人在窗口前吵翻了', '人多得站不下，有人晕乎乎还在挤'],
  },
  branch: {
    'branch-general': ['柜员机夹着客户的手', '下大雨网点门口成河了', '有个客户骂完柜员又摔东西'],
    'branch-network-attack': ['内网多台终端弹出勒索页面', '员工点了钓鱼链接'],
  },
  'bank-window': {
    'bank-casualty': ['有位大娘在门口绊倒，胳膊抬不起来', '客户办业务时突然抽过去了'],
    'bank-fire': ['自助区的ATM冒火花了', '厅里烟雾报警器叫了'],
    'bank-natural-disaster': ['台风把招牌刮进大堂', '刚才震了一下，玻璃裂了'],
    'bank-network-security': ['有人用假的手机银行骗客户', '柜面电脑弹出勒索提示'],
    'bank-power-cut': ['市电没了，正用UPS撑着', '网点断了电，门禁都打不开'],
  },
  company: {
    'company-accident': ['装卸工被钢板砸了脚', '有司机在院里倒车撞人'],
    'company-failure': ['生产线皮带断了停下来', '考勤机和门禁一起失灵'],
    'company-sudden-event': ['附近水库泄洪，要淹到厂里', '工人聚在大门口讨工资'],
  },
  conference: {
    'conference-service': [
      '讲台灯架晃，怕要砸下来',
      '主持人嗓子说不出话，人也站不住',
      '大巴抛锚，两百人还在路上',
    ],
  },
  'generic-service': {
    'generic-service': ['客人被热汤烫伤胳膊', '外面刮大风，招牌悬着', '厨房油锅着了'],
  },
  hotel: {
    'hotel-fire': ['十楼客房有人抽烟点着被子', '配电间蹿火'],
    'generic-service': ['地下车库进水很深', '客人在大堂打起来了'],
  },
  mall: {
    'mall-fire': ['儿童乐园里冒出一股烟', '熟食店排烟管着了'],
    'mall-natural-disaster': ['外头洪水快漫过台阶', '地震把吊灯震得乱晃'],
    'mall-personal-injury': ['扶梯上好几个人滚下来', '老太太被玻璃门撞倒'],
    'mall-other-event': ['观光梯卡在半空里头有人', '超市有人偷东西还打保安', '整个负二层停电'],
  },
  'municipal-centre': {
    'municipal-centre-general': ['二楼窗口发现一个冒烟的背包', '有个男的举着刀喊人'],
  },
}
