/** Reports that go round the usual words: what was seen or heard, in colloquial words and dialect. Words and triggers may be tuned for these. */
import type { Said } from './kinds.ts'

export const INDIRECT: Said = {
  'gas-customer-service': {
    'gas-hotline-failure': ['客户抱怨说拨96777没人应', '我们这边接线员耳机里啥也听不到', '热线班说来话弹屏出不来，查不到户号', '热线崩了'],
    'gas-recharge-terminal-failure': ['刷卡充值的机子全歇菜了', '物业来电说楼下那排充值终端都是白屏', '自助机吃卡，好几个小区都反映'],
    'gas-counter-system-failure': ['开票系统转圈圈转了半小时', '柜员说界面点不动', '内网不通，通气单打不了'],
    'gas-hall-power-cut': ['灯一下子全熄了，叫号也停了', '厅里乌漆麻黑的', '电闸掉了，柜台全停'],
    'gas-agitated-customer': ['一位先生情绪失控，砸着柜台要说法', '这位用户说不退钱就不走', '有客户为安检的事跟我们杠上了'],
    'gas-safety-home-visit-attack': ['小李去装表，被主人家堵在屋里', '入户时对方抡起棍子', '客户把我们上门的人反锁了'],
    'gas-safety-premises-attack': ['窗口小姑娘被人泼了一脸水', '客户揪着营业员的头发', '刚才那个客户给了店长一拳'],
    'gas-safety-not-customer-caused': ['抄表途中摔沟里了', '老王被大狼狗扑了', '工程队的师傅被电打了一下'],
    'gas-property-loss-company': ['盘点发现少了三块智能表', '夜里门被撬了，验钞机没了', '展示柜玻璃被打烂'],
    'gas-property-loss-customer': ['大妈买菜的钱不见了，急哭了', '装管子把人家墙砖碰碎了', '客户的雨伞和包让人顺走了'],
    'gas-customer-fall-or-illness': ['有个人突然栽倒在地上', '客户说心口难受，冒冷汗', '大叔踩空台阶摔了一跤'],
    'gas-fight-theft-robbery': ['两拨人抡起来了', '蒙面人进来要钱', '保安逮到一个摸包的'],
    'gas-premises-fire': ['厅里灯管冒火星', '柜台后面烧焦味很重', '排插烧起来，火窜到窗帘'],
    'gas-fire-alarm-programme': ['楼道的消防铃响个不停', '公司食堂灶台起火苗'],
    'gas-electrical-failure-programme': ['写字楼突然没电，电脑全关机', '办公室空开老跳'],
    'gas-threatening-call': ['有人打进来说要让我们全家死', '电话那头说要点了营业厅'],
    'gas-explosion': ['轰的一声，窗户都震碎了', '门口有个没人要的箱子滴滴响'],
    'gas-accident-hotline': ['居民反映楼道一股臭鸡蛋味', '施工队把中压管挖破了', '一家三口煤气中毒送医']
  },
  'government-hall': {
    'government-hall-fire': ['复印机冒青烟', '楼上烧焦了，到处是烟'],
    'government-hall-power-cut': ['灯和空调全停了，窗口系统黑屏', '物业说变压器坏了，没电'],
    'government-hall-disturbance': ['学籍报名的家长把大门挤爆了', '一位大姐躺在地上撒泼', '俩人在三号窗口抡拳头']
  },
  branch: {
    'branch-general': ['天花板掉下一块砸到客户', '一名顾客呼吸急促坐不住', '门口聚了好多人拉横幅'],
    'branch-network-attack': ['屏幕跳出要比特币的字', '主机疑似被植入木马']
  },
  'bank-window': {
    'bank-casualty': ['老爷子在填单台前倒下了', '客户手被卷帘门轧了'],
    'bank-fire': ['点钞机冒烟了', '空调外机烧起来'],
    'bank-natural-disaster': ['雨太大，水漫进自助区', '吊灯晃得厉害'],
    'bank-network-security': ['客户说收到冒充我们的短信链接', '核心系统疑似遭入侵'],
    'bank-power-cut': ['整条街都没电', '灯突然灭了，机器重启不了']
  },
  company: {
    'company-accident': ['铲车把人压了', '粉碎机绞了手', '宿舍楼冒黑烟'],
    'company-failure': ['OA打不开', '中央空调罢工', '厂区大停电'],
    'company-sudden-event': ['河水漫上来，厂区进水', '几十个供应商围着大门要钱', '宿舍好多人发烧']
  },
  conference: {
    'conference-service': ['发言人突然站不稳倒了', '同声传译没信号', '签到处挤成一锅粥', '茶歇区电水壶短路冒烟']
  },
  'generic-service': {
    'generic-service': ['客人吃火锅被烫了', '桌子在抖，像是地震', '店门口招牌砸下来', '酒精炉炸了']
  },
  hotel: {
    'hotel-fire': ['六楼走廊烟感报警了', '桑拿房有火', '床单烧着了'],
    'generic-service': ['泳池有人溺水', '电梯卡在五楼，里面有客人']
  },
  mall: {
    'mall-fire': ['奶茶店的电线打火冒烟', '停车场一辆电动车自燃'],
    'mall-natural-disaster': ['龙卷风警报', '屋顶被雪压得往下沉'],
    'mall-personal-injury': ['一位大姐被推车撞了', '货架倒了压到人'],
    'mall-other-event': ['扶梯突然倒着走', '三岁男孩找不到妈妈', '醉汉在二楼砸东西']
  },
  'municipal-centre': {
    'municipal-centre-general': ['窗口有人扬言点汽油', '一名群众咳血，疑似肺结核', '地面晃得站不住']
  }
}
