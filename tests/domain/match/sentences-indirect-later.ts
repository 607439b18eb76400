/**
 * Three further lists of reports that go round the usual words, in the order in which they were
 * written. Each was measured before anything was tuned for it. Words and triggers may be tuned for
 * all of them since. It is long because each list stays whole, as it was measured.
 */
import type { SpokenReports } from './kinds.ts'

/** 29 % first before a word had a meaning. */
export const INDIRECT_SECOND: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': [
      '客户都跑来说电话死活拨不进来',
      '今早到现在一个来电都没有，耳麦里一点声都没有',
      '话务员的软电话全部显示离线',
      '963那条线接起来就断',
    ],
    'gas-recharge-terminal-failure': [
      '翠苑那边几台圈存设备一插卡就死',
      '好几个物业反映存钱的那个机器不认卡',
      '社区里的自助缴费机集体罢工了',
      '居民说插卡充气一直提示通讯异常',
    ],
    'gas-counter-system-failure': [
      '柜台那套软件登录就闪退',
      '办业务的界面一直转不出来',
      '三个窗口的电脑同时卡住，队排到门外',
      '网线好像断了，什么业务都提交不了',
    ],
    'gas-hall-power-cut': [
      '我们店里灯跟电脑一起灭了',
      '城西厅突然黑咕隆咚',
      '电表箱跳了推不上去，叫号机也灭了',
      '隔壁施工把电缆挖断，厅里没有电用',
    ],
    'gas-agitated-customer': [
      '一个大哥指着店员鼻子骂半天了',
      '客户扬言不给他改名就天天来闹',
      '有位女士哭着喊着要我们赔钱，谁劝都不听',
      '老先生为了滞纳金跟柜员吵得面红耳赤',
    ],
    'gas-safety-home-visit-attack': [
      '小陈去通气，房主拿菜刀追他',
      '装表的师傅说人家把门锁了不放他出来',
      '抄表时被男主人踹了一脚',
      '我们去户里查灶具，对方动手推人还砸工具包',
    ],
    'gas-safety-premises-attack': [
      '有个男的翻过柜台掐住小刘脖子',
      '顾客把水壶扔到营业员头上',
      '柜员被人甩了一个巴掌',
      '一名客户突然冲上来打店长',
    ],
    'gas-safety-not-customer-caused': [
      '巡检员骑电瓶车跟轿车碰了',
      '小王给阀门井盖压了脚',
      '同事进院子让藏獒咬住了腿',
      '老赵在梯子上踏空了，腰动不了',
    ],
    'gas-property-loss-company': [
      '早上开门发现打票机和电脑都没了',
      '库存的阀门跟账对不上，少了十来个',
      '公司门口的充值柜让人撬开了',
      '服务车停路边车门被划了一长道',
    ],
    'gas-property-loss-customer': [
      '一位大叔刚放凳子上的手包转眼没影了',
      '安装队把人家吊顶弄塌一块',
      '客户办完事发现医保卡没了',
      '阿姨的金手镯说是在咱厅里弄丢的',
    ],
    'gas-customer-fall-or-illness': [
      '排队的大妈突然直挺挺倒下去了',
      '有个小伙子蹲在地上浑身发抖说喘不了气',
      '门口地滑，一位老太摔得起不来',
      '客户嘴唇发紫，叫他没反应',
    ],
    'gas-fight-theft-robbery': [
      '两个大汉在取号机那儿扭成一团',
      '有人手伸进别的客户兜里被看到了',
      '一个戴头盔的拿刀逼柜员拿钱',
      '仨人在门口揪着领子打',
    ],
    'gas-premises-fire': [
      '厅里饮水机呼呼冒火',
      '打印机那边烟好大，呛得不行',
      '吊顶里面烧起来了，火苗往外窜',
      '城北店柜台底下的插线板着了',
    ],
    'gas-fire-alarm-programme': [
      '公司三楼走廊警报一直叫',
      '办公室废纸篓烧着了，火不大',
      '财务室门缝里往外冒烟',
      '楼里消防广播让大家撤',
    ],
    'gas-electrical-failure-programme': [
      '办公室的灯和机子一下全没了',
      '总部大楼断了电，服务器都停了',
      '四楼办公区电闸老跳',
      '后台那层线路烧了，没电',
    ],
    'gas-threatening-call': [
      '有人打进来说不赔钱就炸了你们单位',
      '陌生号码打到前台说要弄死经理',
      '电话里一个人说要拿汽油烧我们的店',
      '来电的人放狠话说要让我们都活不成',
    ],
    'gas-explosion': [
      '楼下嘭一声，墙都裂了',
      '对面小吃店的钢瓶炸了',
      '候客区座椅下有个带电线的盒子',
      '门口谁丢了一个鼓鼓囊囊的黑包，没人敢碰',
    ],
    'gas-accident-hotline': [
      '居民说一进门就是一股煤气的味道',
      '挖沟的把咱们的管子碰破了，嘶嘶响',
      '用户家里三口人头晕恶心，热水器开着',
      '电话里说厨房轰的一下，人被燎到了',
    ],
  },
  'government-hall': {
    'government-hall-fire': [
      '取号机后面噌地冒出火来',
      '档案柜那儿一股焦臭，有白烟',
      '二层走廊全是烟，看不清路',
    ],
    'government-hall-power-cut': [
      '整个大厅一下全暗了',
      '楼里电梯灯光全没了，窗口办不了',
      '总闸跳了合不上',
    ],
    'government-hall-disturbance': [
      '两口子在婚姻窗口打起来',
      '几百号人堵在取号机前，保安拦不住',
      '有个男的指着窗口姑娘破口大骂，还摔杯子',
      '大厅里一帮人起哄推来推去',
    ],
  },
  branch: {
    'branch-general': [
      '大堂里一位老伯突然瘫在椅子上',
      '门外一群人举着牌子喊还钱',
      'ATM把客户胳膊卡住了',
      '厕所水管爆了，水漫到柜台',
    ],
    'branch-network-attack': [
      '几台电脑文件名全变成乱码还要钱',
      '有人远程动我们的鼠标',
      '柜员点了封怪邮件，电脑就不听使唤了',
    ],
  },
  'bank-window': {
    'bank-casualty': [
      '一位奶奶在取款机旁滑了一跤，站不起来',
      '有人捂着胸口脸色惨白',
      '玻璃门突然碎了扎伤客户',
    ],
    'bank-fire': ['填单台的插座烧起来了', '机房里有烟往外飘', '叫号机冒黑烟，一股焦味'],
    'bank-natural-disaster': [
      '外面的水已经到台阶了，眼看进厅',
      '刚刚房子猛地摇了几下',
      '狂风把门头刮下来了',
    ],
    'bank-network-security': [
      '好多客户反映收到假的我行短信',
      '网上银行首页被换成别的画面',
      '客户名单被人挂到网上卖',
    ],
    'bank-power-cut': ['柜台设备全灭，应急灯亮了', '自助厅突然没了电', '全网点黑了，空开推不上'],
  },
  company: {
    'company-accident': [
      '有个焊工从架子上栽下来',
      '打包机把小李的手指卷进去了',
      '油罐车在厂门外翻了',
      '配电室轰一声冒火',
    ],
    'company-failure': ['冷库压缩机停转了', 'ERP全员登不进去', '自来水断了，车间停工'],
    'company-sudden-event': [
      '吃完午饭二十多个人肚子疼直吐',
      '台风把厂棚顶掀了',
      '一伙人拿着棍子冲进办公楼',
      '厂房猛晃，吊车都在摆',
    ],
  },
  conference: {
    'conference-service': [
      '第三排一位老专家趴在桌上没反应',
      '主会场大屏突然什么都没有了',
      '有人冲到台前抢麦骂人',
      '吊顶掉下一块砸到记者',
      '门口车排成长龙，嘉宾下不了车',
      '午餐后好些代表闹肚子',
    ],
  },
  'generic-service': {
    'generic-service': [
      '油锅一下蹿起老高的火',
      '刚刚店里晃了好几下',
      '一个客人喝多了掀桌子打人',
      '雨水从门口灌进来，漫过脚面',
      '小朋友被旋转门夹了胳膊',
    ],
  },
  hotel: {
    'hotel-fire': [
      '住客说隔壁屋里有东西烧焦了还冒烟',
      '三楼布草间火苗蹿出来了',
      '客人把被子点着了',
    ],
    'generic-service': [
      '泡澡的客人没动静了，捞上来没气',
      '两桌喝喜酒的打成一片',
      '整栋楼一下黑了，电梯里还有人喊',
    ],
  },
  mall: {
    'mall-fire': ['火锅店后厨蹿火', '四楼影厅里飘烟，观众往外跑', '地库有辆车底下呼呼烧'],
    'mall-natural-disaster': [
      '水从地铁口倒着灌到负一楼',
      '外面妖风把遮阳棚掀飞了',
      '吊灯货架都在摇，像是地震',
    ],
    'mall-personal-injury': [
      '滚梯突然一停，好几个人滚作一堆',
      '有个女孩从二楼栏杆那儿栽下去',
      '老爷子吃着饭突然不动了',
      '一块灯箱板砸中路人脑袋',
    ],
    'mall-other-event': [
      '直梯停半道，里面有人拍门',
      '有个妈妈哭着说娃没了',
      '首饰柜台让人抢了就跑',
      '二楼厕所爆管，水往下滴',
      '两家店的人抄家伙干起来了',
    ],
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '有个人提着刀往里闯',
      '三号厅椅子底下有个没人认的箱子在响',
      '办事窗口后面冒起火来',
      '一个人高烧还说刚从疫区回来',
      '大厅的灯晃得厉害，人都往外跑',
      '一位大爷办着事突然倒了',
    ],
  },
}

/** 62 % first, as soon as words had meanings. */
export const INDIRECT_THIRD: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': ['打客服怎么按都转不到人工，全是嘟嘟声', '坐席系统里一个电话都不进'],
    'gas-recharge-terminal-failure': [
      '三个小区的人都说那台充气的机子读卡没动静',
      '自助圈存那批机器早上起就显示暂停服务',
    ],
    'gas-counter-system-failure': [
      '业务软件点保存就跳出来错误',
      '前台几台机子都登录不进，客户等急了',
    ],
    'gas-hall-power-cut': ['厅里什么电都没有，门都开不了', '一下子伸手不见五指，客户吓得叫'],
    'gas-agitated-customer': ['有位女同志嗓门越来越大，说我们骗她钱', '那个大爷把表单撕了扔一地'],
    'gas-safety-home-visit-attack': [
      '师傅在用户屋里检修，人家儿子上来就是两拳',
      '上门的小伙被关在阳台',
    ],
    'gas-safety-premises-attack': ['有人拿雨伞戳柜员', '一女的把热茶浇在小李身上'],
    'gas-safety-not-customer-caused': ['老刘修调压箱时手给划开一个大口子', '抄表的让马蜂蜇了满脸'],
    'gas-property-loss-company': ['昨夜仓库的铜阀让人搬空了', '展示用的灶具被谁砸了个坑'],
    'gas-property-loss-customer': ['客户存折刚放桌上一转身没了', '师傅打孔把人家水管打穿了'],
    'gas-customer-fall-or-illness': [
      '有位大姐突然捂着肚子蹲下去了',
      '老太太从凳子上滑下来，嘴角歪了',
    ],
    'gas-fight-theft-robbery': ['排队的俩人你一拳我一脚', '来了个拎砍刀的让开抽屉'],
    'gas-premises-fire': ['厅里空调往外喷火星子，烟也上来了', '休息区的沙发烧着了'],
    'gas-threatening-call': ['刚接个电话，说晚上要来放把火', '对方在电话里讲要捅死抄表员'],
    'gas-explosion': ['马路对面轰隆一下，玻璃全震下来', '有个行李箱扔门口半天了没人来拿'],
    'gas-accident-hotline': ['用户讲灶台关了还嘶嘶地响，有臭味', '挖掘机把燃气管子勾断了'],
  },
  'government-hall': {
    'government-hall-fire': ['碎纸机里烧出火来', '天花板里往下掉火星'],
    'government-hall-power-cut': ['叫号屏和灯刷地全灭', '三楼没电，电脑都起不来'],
    'government-hall-disturbance': ['有人躺在取号机前打滚不让别人取', '排队的为了先后推了起来'],
  },
  branch: {
    'branch-general': ['一个客户突然眼睛上翻抽起来', '大厅有人泼红油漆骂街'],
    'branch-network-attack': ['电脑被锁，说三天内打钱才解'],
  },
  'bank-window': {
    'bank-casualty': ['客户从台阶滚下去，头上都是血', '一位先生等号时忽然没了意识'],
    'bank-fire': ['验钞机烧了，满屋子烟', '垃圾箱冒火苗'],
    'bank-natural-disaster': ['河水涨上街了，快到门槛', '楼抖得站不稳'],
    'bank-network-security': ['客户点了冒牌链接卡里钱没了', '系统日志里有陌生人登录导出了客户资料'],
    'bank-power-cut': ['营业间所有设备掉电', '外面变压器炸了，行里一片黑'],
  },
  company: {
    'company-accident': ['行车吊的钢卷掉下来压住人', '锅炉间着了'],
    'company-failure': ['注塑机全线停摆', '全公司邮箱收不了信'],
    'company-sudden-event': ['洪峰要过来，仓库先泡了', '十来个不认识的人翻墙进来砸东西'],
  },
  conference: {
    'conference-service': [
      '有位代表讲着讲着就往后仰过去',
      '翻译耳机全没声',
      '宴会厅的帷幕点着了',
      '会场前的路被货车堵死',
    ],
  },
  'generic-service': {
    'generic-service': ['服务员端汤泼到孩子腿上', '大风把落地窗吹碎', '酒精锅突然蹿起火'],
  },
  hotel: {
    'hotel-fire': ['机房有浓浓的烟从门底钻出来', '客人说床头灯烧起来了'],
    'generic-service': ['一个住客在健身房突然没了心跳', '锅炉房水漫到走廊'],
  },
  mall: {
    'mall-fire': ['首饰店射灯烧着了顶', '楼上烧烤店火冲出排烟口'],
    'mall-natural-disaster': ['雨下得太猛，一层全泡了', '刮大风，塔吊那边的围挡飞过来'],
    'mall-personal-injury': ['有个小女孩的鞋带卷进滚梯，脚破了', '一个大叔突然喘不上气倒地'],
    'mall-other-event': ['货梯半路不动，里头困着俩送货的', '有人抢了金店', '四岁的娃跟奶奶走散'],
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '有个男人往身上浇汽油',
      '等候区一个人一直咳血',
      '配电间爆出一团火',
      '地在抖，灯直晃',
    ],
  },
}

/** 45 % first: its writer knew the meanings and went round those, too. */
export const INDIRECT_FOURTH: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': [
      '今天客服中心安静得反常，打来的一个都没响铃',
      '客户投诉说咱们客服打了二十遍进不去',
      '语音导航放到一半就挂掉',
      '接线同事说对方讲话听不清，滋滋响',
    ],
    'gas-recharge-terminal-failure': [
      '江北一片的充气机全是红灯',
      '用户插进去卡显示系统维护，好几个点都这样',
      '物业群里都在说圈存机坏掉了',
    ],
    'gas-counter-system-failure': [
      '查询页面空白，客户排到门口',
      '窗口这边网速跟蜗牛一样，单子出不来',
      '收银那台一开机就重启',
      '过户界面报红字，做不下去',
    ],
    'gas-hall-power-cut': [
      '厅里灯管空调同时停了，外面路灯还亮',
      '咱们门店没电，卷帘门升不起来',
      '电工说进线开关烧了，大厅全熄',
    ],
    'gas-agitated-customer': [
      '客户说再不解决就坐在这不走了',
      '有个老头拿拐杖敲玻璃，一直嚷嚷',
      '一名女客户当场录像，说要发抖音',
      '用户觉得表跑得快，跟柜台较上劲了',
    ],
    'gas-safety-home-visit-attack': [
      '小郑到人家里查管，被泼了一盆水还挨了踢',
      '户主把梯子踹了，不让我们的人下楼',
      '维修的两位被一家子围着打',
    ],
    'gas-safety-premises-attack': [
      '有个男人抓着柜员的胳膊不松手',
      '店长劝架时被客户一肘子撞在脸上',
      '客户抄起凳子往里面扔，砸着收银员',
    ],
    'gas-safety-not-customer-caused': [
      '巡线的小伙让蛇咬了',
      '老周搬钢瓶闪了腰',
      '安检员骑车被公交蹭倒',
      '抢修时沟壁塌了埋到同事膝盖',
    ],
    'gas-property-loss-company': [
      '前台的平板电脑一早就找不着',
      '抢修车的工具全给人拎走了',
      '库管说热水器少两台',
    ],
    'gas-property-loss-customer': [
      '一位阿婆的菜篮子和零钱包叫人拿了',
      '换管时把住户的吊柜门砸裂',
      '客户说刚取的三千块落在凳子上，现在没有了',
    ],
    'gas-customer-fall-or-illness': [
      '一位客户说天旋地转，扶都扶不住',
      '门槛绊人，一个大爷趴那儿了',
      '有孩子吃东西卡着喉咙，脸都憋红了',
      '客人犯癫痫了',
    ],
    'gas-fight-theft-robbery': [
      '两个老头为插队拿拐杖对抽',
      '监控里看到有人翻别人背包',
      '一个蒙着脸的让柜员把钱装袋',
    ],
    'gas-premises-fire': [
      '厅里插座噼里啪啦，窜起一尺高',
      '装修的焊渣掉进纸箱，燃起来了',
      '营业厅玻璃门后面黑烟滚滚',
    ],
    'gas-fire-alarm-programme': ['办公楼烟雾探头叫了', '公司食堂的锅里蹿火，不大'],
    'gas-electrical-failure-programme': [
      '办公室整排插座没电，像是保险烧了',
      '总部那栋楼一路闸推不上',
    ],
    'gas-threatening-call': [
      '有个声音很凶的人打来说要让我们店开不成',
      '电话里说在营业厅放了东西，让我们等死',
    ],
    'gas-explosion': [
      '隔壁饭馆罐子炸开，我们窗户全碎',
      '大门边一个塑料桶接着表，嘀嗒嘀嗒走',
      '楼上突然一个大响，灰都掉下来',
    ],
    'gas-accident-hotline': [
      '用户来电讲一开门熏得慌，像臭鸡蛋',
      '修路的把中压管捅漏了',
      '有个租户洗澡时晕在卫生间，用的煤气热水器',
    ],
  },
  'government-hall': {
    'government-hall-fire': ['自助机后面短路，火苗舔着墙', '楼道里一股焦糊，烟从弱电井冒'],
    'government-hall-power-cut': ['咔嗒一声整层没了亮', '供电那边出故障，窗口全歇着'],
    'government-hall-disturbance': [
      '社保窗口来了上百人，门都关不上',
      '有个大妈抓着工作人员衣领不放，嘴里骂骂咧咧',
      '俩办事的抢一个号，打得头破血流',
    ],
  },
  branch: {
    'branch-general': [
      '老太太在自动门那里被夹住',
      '有人在厅里脱了衣服乱喊',
      '暖气片裂了，地上全是热水',
    ],
    'branch-network-attack': [
      '电脑桌面变成骷髅头，要我们付款',
      '内网服务器不停往外发东西，像被人控制了',
    ],
  },
  'bank-window': {
    'bank-casualty': ['取号的大伯一下没站住，后脑磕在地上', '有位孕妇说见红了，走不动'],
    'bank-fire': ['UPS机柜里冒火', '保洁说垃圾桶里有烟头烧起来'],
    'bank-natural-disaster': ['院墙给大雨冲垮了，水往厅里来', '楼里吊灯来回摆，杯子掉地上'],
    'bank-network-security': [
      '有个网站跟我们官网一模一样，骗人输密码',
      '一批客户的手机号被内鬼卖了',
    ],
    'bank-power-cut': ['柜台的灯和点钞机一起歇了', '街上变压器坏了，支行黑着'],
  },
  company: {
    'company-accident': ['保洁阿姨踩着水摔断了腿', '反应釜爆开，伤了两个', '冲床师傅三根指头没了'],
    'company-failure': ['公司专线断了，分公司全连不上', '污水泵不抽水，快满出来'],
    'company-sudden-event': [
      '几十名家属在厂门口烧纸',
      '夜班有七八个人头晕呕吐',
      '龙卷风刮过来，彩钢瓦满天飞',
    ],
  },
  conference: {
    'conference-service': [
      '舞台侧面的音箱架倒下来擦着人',
      '一位外宾捂着喉咙喘不过气',
      '会场麦克风滋啦一声就没了',
      '退场时过道堵住，有人被挤倒',
    ],
  },
  'generic-service': {
    'generic-service': [
      '隔壁桌客人抡酒瓶',
      '突然地动，杯盘乱响',
      '门外树倒了砸了招牌',
      '厨师切菜削掉一块指头',
    ],
  },
  hotel: {
    'hotel-fire': ['十二楼客人说走廊呛人看不清', '洗衣房烘干机里烧起来'],
    'generic-service': ['会议厅的吊灯砸下来，扎着客人', '暴雨下得地下室泡了'],
  },
  mall: {
    'mall-fire': ['奶茶店冰柜后面噼啪冒火星', '影城放映室里着起来'],
    'mall-natural-disaster': ['河堤垮了，水往商场冲', '雪太厚，玻璃顶嘎吱响要塌'],
    'mall-personal-injury': [
      '娃娃手指头让门缝挤了',
      '试衣间镜子倒了扎了人',
      '有个顾客突然嘴歪眼斜',
    ],
    'mall-other-event': [
      '首饰店伙计跟客人扭打',
      '一个小朋友在服务台哭，说找不着外婆',
      '整个西区黑了，扶梯都停着',
    ],
  },
  'municipal-centre': {
    'municipal-centre-general': [
      '有个人从包里亮出匕首',
      '窗口后面的配电盒烧了',
      '办事大厅来了个浑身起疹子发高烧的',
      '三楼有人坐窗台上说要往下跳',
    ],
  },
}
