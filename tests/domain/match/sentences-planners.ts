/** What the planners thought callers would say, written beside each plan. Words and triggers may be tuned for these. */
import type { Said } from './kinds.ts'

export const PLANNERS: Said = {
  'bank-window': {
    'bank-casualty': ['有客户在大厅晕倒了', '老人在门口台阶摔倒，流血了', '客户撞到玻璃门，头破了', '柜员突然心脏病发作', '取款的客户倒在地上不省人事', '员工触电受伤了', 'kehuyundao', 'a customer is hurt'],
    'bank-power-cut': ['网点停电了，柜台办不了业务', '自助银行没电，取款机黑了', '突然跳闸，灯全灭了', '柜面断电，备用电源没起来', '营业厅停电，客户在排队', '整条街都停电了', 'tingdian', 'power cut at the counter'],
    'bank-fire': ['柜台后面着火了', '取款机冒烟', '机房有糊味，还冒烟', '自助银行里有明火', '停电了，配电箱冒烟', '网点起火，烟很大', 'guitai zhaohuo', 'fire in the vault'],
    'bank-natural-disaster': ['地震了，楼晃得厉害', '暴雨，网点进水了', '台风把招牌刮倒了', '金库进水了', '门口积水快淹进大厅', '山体滑坡，路断了', 'dizhen', 'flood in the branch'],
    'bank-network-security': [
      '网银被攻击了，客户登不上', '柜面系统异常，怀疑中了病毒', '电脑弹窗说文件加密了，要勒索', '官网网页被改了', '客户信息泄露了', '手机银行登不上，像是黑客', '有客户账户被盗刷', 'wangyin gongji',
      'the online bank was hacked'
    ]
  },
  branch: {
    'branch-general': [
      '网点停电了，叫号机不亮', '柜台着火了', '有个老人在大堂晕倒了', '客户在柜台闹事骂人', '有人持刀抢劫', '外面暴雨，网点进水了', '两个客户打起来了', '自助机坏了，业务办不了', '有小偷偷客户的钱包', '地震了',
      '排队的人太多，吵起来了', 'wangdian tingdian', 'there is a robbery'
    ],
    'branch-network-attack': [
      '网点电脑中病毒了', '屏幕弹出来要比特币才给解锁', '文件都被加密了，说要勒索', '系统被黑客入侵了', '电脑鼠标自己动，好像被人控制', '网点被网络攻击了', '员工点了钓鱼邮件，电脑中毒了', '客户资料泄露了，像是被黑',
      '柜员账号被盗，有异常登录', 'diannao zhongbingdu', 'ransomware on the branch computers'
    ]
  },
  company: {
    'company-sudden-event': [
      '地震了，楼在晃', '暴雨把地下室淹了', '台风把厂区棚子刮倒了', '食堂吃完饭好几个员工呕吐', '办公室好多人发烧', '有人在公司前台闹事', '门口一群人拉横幅讨薪', '有人持刀冲进公司', '收到可疑包裹，扬言有炸弹',
      '仓库东西被偷了', 'dizhen le', 'there is a flood in the warehouse'
    ],
    'company-failure': [
      '生产线停了，机器坏了', '整栋楼停电了', '办公系统登不上', '服务器宕机', '电梯坏了，有人困在电梯里', '水管爆了，水漏得到处都是', '公司断网了', '打印机全部死机', '仓库卷帘门打不开', '客服系统崩了，用不了',
      'tingdian le', 'fuwuqi dangji', 'power cut 停电'
    ],
    'company-accident': [
      '车间着火了', '员工从梯子上摔下来了', '有工人手被机器夹住了', '仓库货架倒了，砸到人', '机房冒烟', '闻到燃气味，可能漏气', '公司门口出车祸了', '客户在大厅滑倒受伤', '隔壁厂爆炸了', '有人触电了', '叉车撞了人',
      'yuangong shoushang', 'fire in the workshop'
    ]
  },
  conference: {
    'conference-service': [
      '会场冒烟了，快来人', '二号会议厅吊灯掉下来了', '有个参会代表晕倒了', '嘉宾上台时摔了一跤，腿流血', '会议室话筒没声音了', '开着会突然停电', '接嘉宾的大巴堵在路上过不来', '有人冲上台闹事', '午餐不够，好多人没饭吃',
      '同传断了，外宾听不见', '签到处人太多，挤不动', '与会人员食物中毒，好几个在呕吐', 'huichang tingdian', 'a guest fainted and is ill', 'huichang zhaohuo'
    ]
  },
  'gas-customer-service': {
    'gas-agitated-customer': [
      '客户没预约，非要现在办，在柜台大喊大叫', '有个客户说气费算错了，吵得很凶', '客户对燃气费有意见，情绪很激动', '客户说用气超量被限购，一直骂人', '现场不能施工，客户发火了', '客户要求退费，我们退不了，拍桌子',
      '客户拒绝安检，还说我们找茬，吵起来了', '热线上有客户一直骂，劝不住', '营业厅里客户情绪激动', '顾客在窗口嚷嚷不肯走', '阶梯气价客户不认，大吵大闹', 'kehu maren', 'kehu tuifei fahuo',
      'tuifei chaonao', 'angry customer shouting at the counter'
    ],
    'gas-safety-not-customer-caused': [
      '抄表员路上出了车祸', '同事骑电动车被车撞了', '安检员上门被客户家的狗咬了', '师傅被猫抓伤了手', '维修工从梯子上摔下来', '同事作业受伤，手割伤了', '上班路上追尾，人受伤了', '员工触电了', '我们的师傅干活砸伤了脚',
      'tongshi chehuo', 'shifu bei gou yao', 'staff bitten by a dog'
    ],
    'gas-safety-home-visit-attack': [
      '安检员上门被打了', '师傅在客户家被打', '入户安检时客户动手打人', '抄表员在用户家被扣住，不让走', '维修工被锁在屋里出不来', '上门服务客户拿东西砸我们', '同事在客户家不让走，堵着门', '上门时被客户推搡',
      '师傅被客户反锁在家里', 'shangmen beida', 'anjianyuan beida'
    ],
    'gas-safety-premises-attack': [
      '客户动手打了营业员', '营业厅里有客户打人，打我们员工', '客户翻进柜台打柜员', '柜员被扇耳光', '客户朝营业员扔水杯', '窗口客户动手了，同事被打', '顾客冲进柜台袭击工作人员', '大厅里客户推搡我们的人',
      'kehu dongshou daren', 'kehu da yingyeyuan', 'our staff attacked by a customer'
    ],
    'gas-property-loss-company': [
      '营业厅昨晚被盗了', '办公室电脑被偷', '检漏仪丢了', '公司设备被盗', '保险柜被撬，营业款没了', '备用金不见了，少了六千', '营业厅玻璃被砸坏', '工程车上的工具被偷了', '厅里打印机被偷', 'gongsi beidao',
      'shebei beidao'
    ],
    'gas-property-loss-customer': [
      '客户说手机丢了', '有顾客的钱包在厅里被偷', '客户的包不见了', '客户身份证丢在营业厅了', '施工打坏了客户家的瓷砖', '师傅装表弄坏客户的橱柜', '改管弄坏了用户家地板，要赔', '客户东西不见了，说是在柜台上',
      'shouji diule', 'qianbao beitou', 'a customer lost her wallet'
    ],
    'gas-counter-system-failure': [
      '营业厅受理系统死机了，客户都在等', '柜台电脑全蓝屏，业务办不了', '城南营业厅断网了，系统登不上', '业务系统特别慢，点一下卡半天', '收费系统崩溃，查不了客户的单子', '网络不通，三个窗口都用不了',
      'yingyeting xitong siji', 'counter system is frozen'
    ],
    'gas-hall-power-cut': ['营业厅突然停电了', '厅里断电，灯全灭了', '城东营业厅没电了，客户很多', '停电半个小时了还没来电', '整条街停电，柜台也黑了', 'yingyeting tingdian', 'power cut in the hall'],
    'gas-hotline-failure': ['热线打不进来，客户都在投诉', '热线中心没声音，坐席都接不到电话', '坐席查不到客户资料', '客服电话打不通', '呼叫中心瘫痪了', 'rexian dabujin'],
    'gas-recharge-terminal-failure': ['好几台充值机黑屏，充不了值', '自助机死机了', '阳光花园小区充不了气', '自助终端充值失败', '充值系统用不了', 'zizhu chongzhi buliao'],
    'gas-customer-fall-or-illness': [
      '有位老人在营业厅摔倒了', '客户晕倒，叫不醒', '排队的客户说胸闷，喘不上气', '大厅地滑，一个阿姨滑倒站不起来', '客户突然抽搐，口吐白沫', '有个客户不舒服，头晕得厉害', 'kehu shuaidao le',
      'an old man collapsed in the hall'
    ],
    'gas-fight-theft-robbery': ['两个客户在厅里打架', '营业厅有小偷，正在偷客户的包', '有人持刀抢劫柜台', '一群人闹事，打成一团', '发现扒手在摸客户钱包', '歹徒抢钱跑了', 'dajia le kuai lai', 'there is a robbery'],
    'gas-premises-fire': ['营业厅着火了', '柜台插座冒烟，有糊味', '大厅起火，烟很大', '着火了快来人', '城西营业厅后面有明火', '电线烧起来了', 'yingyeting zhaohuo', 'fire in the hall'],
    'gas-fire-alarm-programme': ['公司火警铃响了', '办公楼着火，进不去', '三楼办公室冒烟', '警铃响个不停', '库房着火了，火很大', '报火警', 'bangongshi zhaohuo', 'fire alarm is ringing'],
    'gas-electrical-failure-programme': ['办公室停电了，电脑全黑', '配电箱跳闸，送不上电', '二楼线路故障，插座没电', '机房停电', '办公楼电路短路了', '电气故障，整层没电', 'bangongshi tingdian'],
    'gas-threatening-call': ['坐席接到恐吓电话', '有人打电话威胁要炸营业厅', '来电扬言放火报复', '匿名电话说厅里有炸弹', '热线接了个电话，对方恐吓我们', '电话里说要报复营业员', 'konghe dianhua', 'bomb threat by phone'],
    'gas-accident-hotline': [
      '家里漏气了，味道很大', '厨房闻到煤气味，头晕', '施工把燃气管挖断了', '燃气报警器一直响', '热线接到天然气泄漏报告', '邻居煤气中毒昏迷了', '居民家燃气爆炸，着火了', 'ranqi louqi',
      'gas leak in the kitchen'
    ],
    'gas-explosion': ['门口发生爆炸', '营业厅里有个可疑包裹没人认', '柜台下面发现炸弹', '一声巨响，玻璃全碎了', '休息区有可疑物品', '锅炉房爆炸了', 'fasheng baozha', 'explosion near the hall']
  },
  'generic-service': {
    'generic-service': [
      '店里着火了', '地震了，房子晃得厉害', '突然停电，店里全黑', '外面下冰雹，招牌吹掉了', '客人被热汤烫伤了', '台风来了，门口积水', '有顾客晕倒了', '电梯停了，有人困在里面', '厨房冒烟', '两个客人打起来了',
      '操作失误，员工割伤了手', 'dizhen le', 'power cut, blackout'
    ]
  },
  hotel: {
    'generic-service': ['酒店停电了，电梯里有人', '地震了', '客人在浴室滑倒受伤', '台风来了，大堂进水'],
    'hotel-fire': [
      '三楼客房着火了', '走廊里冒烟', '厨房起火了，火很大', '805房间有浓烟', '酒店失火，快报火警', '烟感响了，房里在冒着烟', '停电了，配电房起火', '着火了', '布草间有糊味', '起火了', '火警',
      'kefang zhaohuo', 'the hotel is on fire, smoke everywhere', 'qihuo le'
    ]
  },
  'government-hall': {
    'government-hall-fire': [
      '政务大厅二楼配电间冒烟了', '三号窗口的插座烧起来了', '办事大厅着火了，快来人', '一楼烟雾报警器响个不停', '停电了，配电箱那边还有糊味', '档案室有明火，我们扑不灭', 'dating zhaohuo',
      'smoke in the hall'
    ],
    'government-hall-power-cut': [
      '大厅突然停电了', '三楼窗口全都没电，电脑黑了', '办公区跳闸，灯全灭了', '整栋楼断电，叫号机也停了', '供电局那边断电，窗口办不了', '一楼停电好久了，群众在等', 'dating tingdian',
      'power cut in the hall'
    ],
    'government-hall-disturbance': [
      '今天来办证的人太多，大厅挤满了', '大厅里有人吵起来了，快打起来了', '有个人不肯走，一直在骂人', '两个办事的在窗口前推搡', '排队的人插队，秩序乱成一团', '有人动手打窗口人员', '有人被打伤了，还在大吵大闹',
      'chaojia dajia', 'fight at window three'
    ]
  },
  mall: {
    'mall-fire': [
      '三楼餐饮区后厨起火了', '商铺里冒烟，烟很大', '地下车库充电的车着火', '扶梯口有糊味，冒烟了', '二楼专柜插座烧着了', '有顾客说闻到烟味，看到火苗', '停电了，配电间还冒烟', 'shangchang zhaohuo',
      'fire on the second floor'
    ],
    'mall-natural-disaster': [
      '楼在晃，好像地震了', '暴雨倒灌，地下车库进水了', '台风要来，外面广告牌快被风刮倒', '冰雹砸坏了采光顶', '商场门口积水，水往里淹', '气象台发了红色预警', 'dizhen',
      'earthquake, the building is shaking'
    ],
    'mall-personal-injury': [
      '有个老人在扶梯上摔倒了', '小孩的手被电梯夹住了', '顾客滑倒，头磕破流血了', '有人晕倒在一楼中庭', '货架掉下来砸伤了员工', '楼上掉下来东西，砸到人了', '顾客突然倒地，没呼吸了', 'gukeshoushang',
      'a customer is hurt'
    ],
    'mall-other-event': ['电梯困人了，里面有三个人', '有个孩子找不到妈妈了', '两个顾客打起来了', '收银台钱包被偷了', '全场停电了', '有人拿刀在一楼', '水管爆了，二楼在漏水', '好几个人吃坏肚子在吐', '发现一个可疑包裹', 'xiaotou']
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '服务中心一楼着火了', '刚才地震，墙裂了', '有人持刀冲进大厅', '门口有个可疑包裹，怕是炸弹', '有个办事的确诊了传染病', '突然停电，系统瘫痪', '办事的群众晕倒了', '二楼吵架打起来了', 'xianzai zhaohuo le',
      'bomb threat at the centre'
    ]
  }
}
