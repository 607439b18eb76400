/**
 * What is told by a dispatcher who types while listening, over a busy year, by a writer who had
 * read the titles of the plans and a line about each. Written on 2026-11-27 and counted once: no
 * rule and no saying was changed for it.
 * It is long because the list stays whole, as it was counted.
 */
import type { CallersAt } from './callers.ts'

export const BUSY_YEAR: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼川味馆后厨，锅里的火窜到排烟罩里去了，厨师拿毯子盖没盖住',
          '保洁王姐报，B2垃圾房门缝冒黑烟，门把手烫得摸不了',
          '喂喂，电玩城，娃娃机后面那排插着了，小孩都往外跑，信号不好……',
          '对面小区居民打来，说我们楼顶那圈发光字在烧，往下滴火',
          'B1充电区白色电车，底盘往外喷白烟噼里啪啦响，旁边车主在抢着挪车',
          'er lou mei jia dian zhao huo le, kuai jiao ren lai',
          '影院3号厅烟感连报两个点，放映员说银幕背后有红光，一股烧胶皮味',
          '童装店卷帘门锁着没人，底下往外钻烟，店长还在路上，要不要破门',
          'Popcorn counter on level five, flames up to the sign already, the girl there is throwing water on it',
        ],
      },
      gas: {
        'mall-other-event': ['负一楼美食街一股臭鸡蛋味儿，越靠近关门那家麻辣烫越冲'],
      },
      explosion: {
        'mall-other-event': [
          '寄存柜17号里头滴答滴答的，黑箱子缠满胶带，存了三天没人取',
          '总台接到个电话，男的，变声的，讲六点以前不打钱就让你们楼响一下',
        ],
      },
      weapon: {
        'mall-personal-injury or mall-other-event': [
          '地库抢车位，一个抄方向盘锁把另一个脑袋敲开了，现在躺地上不动',
          '女顾客捂着脸跑到服务台，说有人拿刀片划她，黑帽子，往地铁口跑了',
        ],
        'mall-other-event': ['一个光膀子的拎着西瓜刀在三楼来回走，还没动人，店里都在拉门'],
      },
      trapped: {
        'mall-other-event': ['3号观光梯停在四楼半，里头七个人，一直按铃，人都没事就是急'],
      },
      injury: {
        'mall-personal-injury': [
          '下行扶梯老太太往后一仰，砸倒后面两个，后脑勺都是血',
          '奶茶店小妹开水泼了一胳膊，皮都起来了，在冲凉水',
          '溜冰场，小孩手被后面的冰刀压过去了，手套里红的，妈妈话都说不清',
          '蹦床馆下来一个小伙，小臂中间拐了个弯，疼得直冒汗',
          '中庭吊的灯箱掉了，蹭着一个阿姨肩膀下来的，她抬不起胳膊',
          '保安小刘拦人被咬了一口，手背在出学，问去哪家医院打针',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '试衣间排队一男的人一下就直了，咚一声倒了，嘴里冒白沫',
          '母婴室有个大肚子，羊水破了，说才三十四周，自己一个人',
          '烤鱼店一桌六个人前后脚都吐了，还有一个站不住，讲吃完半个钟头就不对头',
          "My dad just collapsed by the fountain, he's grey and he's not answering me, do you have that heart machine",
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '雨太大了，超市入口那边水漫过脚脖子了，挡水板还没装上',
          '刚才晃了有十几秒，中庭的吊饰现在还在摆，顾客自己往外跑了，问要不要广播',
          '西门外头风把雨棚掀起来半边，气象台刚升橙色，充气拱门快拽不住',
          '冰雹，鸡蛋那么大，砸得采光顶哐哐响，已经裂了两块，下面先清人',
          '北广场展棚叫雪压弯了，吱嘎吱嘎的，商户还不肯出来，要收货',
          '街道防汛办来电，后面那条河半小时内可能翻堤，叫我们把地下二层的车先清掉',
        ],
      },
      power: {
        'mall-other-event': ['二楼东区整个黑了，收银机全死，扶梯停在半道，问是不是我们这边拉的闸'],
      },
      system: {
        'mall-other-event': ['各店都在打，扫码刷卡全转圈，会员也查不了，信息部说服务器连不上'],
      },
      fault: {
        'mall-other-event': ['三楼男厕水管崩了，水顺着扶梯往下淌，二楼鞋店货都泡了'],
      },
      order: {
        'mall-other-event': [
          '男孩四岁，奥特曼衣服，在玩具店妈妈付个钱一转身就没影了，十分钟了',
          '五楼，栏杆外面坐了个女的，脚悬着，拿着手机在哭，谁过去都喊别过来',
          '签售会那个明星还没到，隔离带已经挤倒了，门口还在往里涌，压不住',
          '健身房跑路了，三四十个会员在一楼拉白布条，要商场给说法',
        ],
      },
      loss: {
        'mall-other-event': ['金店报，一个男的试戴链子，戴着就跑出去了，三万八的，追到南门没追上'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '社保区复印机着火了，灭火器喷了一个还没灭',
          '档案室通风口往外飘灰白的烟，里面全是纸，门卡刷了不敢开',
          '自助区垃圾桶让人扔了烟头，苗子快够着宣传架了',
          '天花板那排灯往下掉火星子，不动产窗口的人都站起来了',
          '一老汉充电宝放包里，包自己烧起来，扔在取号机边上还在冒',
          '消控主机报二层西侧手报动作，跑点的回话，开水间真有明火',
          '食堂排烟道烧上去了，烟串到办证大厅来了，咳得厉害，要疏散吧',
          "Hello, I'm at the visa counter, there is burning smell and smoke from the ceiling, your staff are running",
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '12号窗口那个大哥从怀里摸出把菜刀拍台子上，讲今天不给办谁也别走',
          '退休金那个老头又来了，这回提了一桶，拧开了说要浇自己，味道像汽油，没点',
        ],
      },
      power: {
        'government-hall-power-cut': [
          '大厅停电了，叫号屏全灭，外面等着两百来号人',
          '一片黑，就应急灯亮着，窗口电脑靠UPS顶，最多二十分钟',
          '供电所讲门口修路把电缆挖断了，我们这一排都没有，下午四点才能来',
          'ting dian le, fa dian ji qi bu lai, chuang kou dou ting le',
          '闪了三下就没了，打印机评价器空调统统不转，办了一半的件在里头',
          '税务那半边灯灭插座也没电，这半边好好的，总闸推不上去',
          '早上一开门啥都不亮，电工看了说是高压那头掉了，群众已经在排',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '最后一天办学区，天没亮就排，门一开全冲进来，取号机都推歪了',
          '两个人为插队打起来了，保安拉不开，旁边还有人起哄',
          '烂尾楼的业主来了五六十个，坐地上喊口号，把住建窗口堵死了',
          '一女的翻过柜台去抢章，同事按着抽屉，她还在骂',
          '离婚登记那边男方不肯签，女方娘家来了七八个，揪着领子推来推去',
          '有个人举着手机直播，骂窗口小姑娘半个钟头了，后面的人跟着拍玻璃',
          '黄牛和排队的老乡吵起来，凳子都飞了，秩序全乱',
          '喂，我导办台，人实在太多了，前头的被挤得贴在玻璃上，后面还不晓得在推',
        ],
      },
    },
  },
  {
    site: 'bank window',
    kind: 'bank-window',
    says: {
      fire: {
        'bank-fire': [
          '自助厅最里面那台机子背后冒烟，有糊味，已经看到火了',
          '点钞机着了，柜台里头全是烟，库门要不要先锁',
          '隔壁烧烤店烧起来了，火从广告牌爬过来，我们招牌已经化了',
          '有人往ATM出钞口塞了点着的纸，里头红红的，还在烧',
          '凌晨两点远程看监控，营业厅空调室内机那儿火光一跳一跳，没人在',
          '机房UPS电池鼓了，刚刚啪的一声蹿出火来，七氟丙烷喷了没有不知道',
        ],
      },
      weapon: {
        'bank-casualty': [
          '押款员被人从后面砍了一刀，肩膀，人跑了，钱箱在',
          '客户隔着槽口把保温杯砸进来，砸到3号柜小周眼角，肿得睁不开',
        ],
      },
      injury: {
        'bank-casualty': [
          '门口地垫湿的，客户滑了一跤，说胯骨那儿动不了',
          '玻璃门太干净一小孩撞上去，额头开了口子，血糊眼睛了',
          '加钞的小赵手指夹在机芯里，拔不出来，指甲盖都翻了',
        ],
      },
      illness: {
        'bank-casualty': [
          '等号的老爷子捂着胸口滑到椅子底下去了，嘴唇发紫',
          '一大姐听说钱被骗光了，当场翻白眼厥过去，掐人中没反应',
          "The lady at window two is pregnant and bleeding, she's on the floor, call someone please",
          '4号柜员从早上就说头晕，刚才趴台面上叫不醒，手冰凉，听说有糖尿兵',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '台风把门口的树吹倒压在卷帘门上，里头五个同事出不来，水也在进',
          '地震了地震了，监控都在抖，柜员问要不要丢下现金先跑',
          '街上积水到膝盖，正往营业厅里倒灌，沙袋只有八个，地库有尾箱',
          '后山塌下来一片泥，糊到后门半人高，雨没停，听着还在响',
          '一个炸雷打下来，楼顶避雷针那边瓦掉了一地，气象短信说还要打两个钟头，网点问怎么弄',
        ],
      },
      power: {
        'bank-power-cut': [
          '整条街没电，我们也黑了，柜面上有一笔大额做了一半',
          'UPS在叫，剩百分之十二，市电还没来，问要不要贴告示停办',
          '灯全灭了，电动门卡半开，客户在里头摸黑，保安拿手电照着',
          '昨晚物业说检修断两小时，现在都十点了还没电，叫号机ATM全是黑屏，外头排到马路',
        ],
      },
      system: {
        'bank-network-security': [
          '柜员机屏幕弹一个红框，英文，讲文件全锁了要比特币',
          '客户拿手机来问，短信点进去跟我们网银一模一样，输了密码钱就走了，一早上第五个',
          '科技部通知，有外面的地址在一直撞我们登录口，流量翻了几十倍，网银打不开',
          '论坛上有人挂我们的开户资料，身份证照片都在，一条五毛，对过了是真的',
          '2号柜那台鼠标自己在动，打开了转账页面，已经把网线拔了',
          'Our terminals got a virus from a USB stick, antivirus keeps popping up on all six machines',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': ['茶水间微波炉烧起来了，火不大，大堂有味'],
      },
      weapon: {
        'branch-general': ['戴头盔的进来就往柜台递纸条，写着装钱别出声，右手插兜里'],
      },
      illness: {
        'branch-general': ['来领养老金的老太太突然说话含糊，半边脸歪了'],
      },
      power: {
        'branch-general': ['wang dian ting dian, men jin ye shi ling le, xian jin hai zai gui tai'],
      },
      system: {
        'branch-network-attack': [
          '网点电脑中勒索病毒了，五台，开机就是骷髅头',
          '安全中心电话，说我们这个点的IP半夜往境外传东西，有人进来过',
          '大堂那个宣传屏突然放起不该放的字，后台密码被人改了，登不进',
          '柜员点了封假冒总行的邮件，填了工号口令，现在她的账号在别处登着',
        ],
      },
      fault: {
        'branch-general': ['楼上饭店漏水，滴在柜台机器上，顶板鼓了个大包快塌了'],
      },
      order: {
        'branch-general': ['理财亏了的来了十几个，堵着门不让下班，横幅挂起来了'],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident or company-sudden-event': [
          '成品库着火了，泡沫箱烧得快，黑烟老远看得见，人都出来了',
        ],
      },
      gas: {
        'company-accident': ['下污水井清淤，先下去那个不吭声了，第二个去拉也栽下去了，味道辣眼'],
      },
      explosion: {
        'company-accident or company-sudden-event': [
          '除尘器轰的一下，盖子飞到马路上，窗户震碎一片，没看见人受伤',
          '前台收了个包裹，没寄件人，外面渗油，X光一过里头有线和管子',
        ],
      },
      trapped: {
        'company-failure': ['货梯停在两层中间门打不开，里面有俩人一车料，能对讲，没受伤'],
      },
      injury: {
        'company-accident': [
          '冲压车间老陈右手进去了，机器停了，手还在模具里',
          '外墙那个吊篮一头掉了，一个挂在绳上，一个摔在二层平台',
          '送货的司机小马在绕城追了大车屁股，腿卡在驾驶室，交警让公司来人',
          '蒸汽管接头崩开，喷了老李一脸一脖子，全是泡',
          '叉车倒车没看见人，把仓管员顶墙上了，说肚子疼，脸煞白',
          '配电间师傅手粘在铜排上甩不开，拿木棍打下来的，没呼吸了，在按',
          "One of the engineers fell off the ladder in the warehouse, he can't feel his legs",
          '实验室打翻瓶子，浓硫酸溅到小姑娘腿上，裤子烂了，在冲喷淋',
        ],
      },
      illness: {
        'company-sudden-event': ['食堂吃完午饭，厂医那儿来了三十多个，都是上吐下泻，还在来'],
      },
      weather: {
        'company-sudden-event': ['上游放水，厂区后墙被冲垮了，水已经进二车间，危化库在低处'],
      },
      power: {
        'company-failure': ['A栋整栋掉电，备用的也没切过去，产线全趴窝'],
      },
      system: {
        'company-failure': [
          'OA邮箱ERP都上不去，ping机房不通，月底结账财务要疯了',
          '座机全都没声音，外线进不来，运营商讲他们那边正常，应该是交换机坏',
        ],
      },
      fault: {
        'company-failure': [
          '12楼消防立管接口裂了，水往弱电井里灌，正在找阀门',
          '机房精密空调罢工了，里头三十八度还在涨，服务器一台台报警',
          '空压机抱死了，全厂没气，气动阀一个都不动',
          '锅炉给水泵不上水，水位计在掉，已经压火停炉，宿舍没暖汽',
        ],
      },
      order: {
        'company-sudden-event': [
          '被裁的那批人带家属把大门堵了，货车出不去，有人躺在轮子前面',
          '门岗报，电视台扛着机器来了，问排污的事，还有好几个拿手机拍的，硬要往里走',
        ],
      },
      loss: {
        'company-sudden-event': ['财务室昨晚被撬，保险柜门开着，公章现金都没了'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '1108客人躺床上抽烟睡着了，被子烧起来，走廊都是烟',
          "There's smoke coming under my door, room 1506, the corridor is black, do I stay or do I run",
          '布草间烘干机里一团红，毛巾都焦了，关了机还在着',
        ],
      },
      illness: {
        'generic-service': ['游泳池边捞上来一个客人，肚子鼓的，救生员在按胸口'],
      },
      order: {
        'generic-service': ['隔壁听见女的喊救命摔东西，敲门男的不开，骂我们少管闲事'],
      },
      loss: {
        'generic-service': ['806退房说保险箱里的表不见了，劳力士，咬定是打扫的拿的'],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      illness: {
        'conference-service': ['第二排一位老专家突然趴桌上，茶杯都打翻了，喊不应'],
      },
      system: {
        'conference-service': ['领导讲一半话筒没声了，大屏也花了，底下三百人干坐着'],
      },
      fault: {
        'conference-service': ['背景板晃得厉害，支架焊点开了，颁奖的人还站在前头'],
      },
      order: {
        'conference-service': ['没证的一拨人从侧门冲进主会场了，要上台抢话筒'],
      },
    },
  },
  {
    site: 'gas',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': [
          '营业厅着火了，饮水机那一角，窗帘也带着了',
          '票据库房冒烟，呛得进不去人，里头都是发票纸，大厅客户先往外带',
          '城南厅来电，吊顶上面有火在走，一块一块往下掉，铃响了',
          "Your service hall on Renmin Road, I'm across the street, flames coming out of the back window",
        ],
        'gas-accident-hotline': [
          '来电女，声音抖，说灶台下面软管那儿一条火，蓝的，关不掉，人已跑到楼道',
          '119转来，锦绣家园外墙立管叫电动车引着了，火苗一人高，要我们赶紧关阀',
        ],
      },
      gas: {
        'gas-accident-hotline': [
          '热线：幸福里5栋住户，厨房味道大得很，灶关了还在嘶嘶响，家里有老人',
          '挖机司机自己打的，把黄管子挖破了，滋滋往外喷，在滨河路和二环口',
          '我妹洗澡洗了一个钟头没出来，撞开门人软的，脸红红的，热水器还开着呢',
          '小区保安报，下水井盖缝里有臭味，旁边草都黄了，不晓得是不是你们的管',
          "Hi, I'm a foreigner in Lakeside Block B, the little alarm by the stove won't stop and it smells like rotten eggs",
        ],
      },
      explosion: {
        'gas-explosion': [
          '营业厅门口花坛里有个煤气罐，上头绑着手机，保安不敢动',
          '我们厅后面样品间嘭一声，墙都裂了，玻璃飞到柜台前',
          '一男的把纸箱子撂在等候区就走，箱子里露着引线，像炮捻子',
        ],
        'gas-accident-hotline': [
          '群众打进来，说新民街一楼早点铺炸了，卷帘门飞对面去了，有人趴地上',
        ],
        'gas-threatening-call': [
          '热线接到匿名，就一句，调压站今晚上天，说完就挂，号码显示网络电话',
        ],
      },
      weapon: {
        'gas-fight-theft-robbery': [
          '蒙面两个人进来拿锤子砸收银台要现金，叫大家蹲下',
          '门口刚取完钱来充气的大姐，包叫骑摩托的一把拽走了，我们台阶上',
        ],
        'gas-safety-premises-attack': [
          '2号柜小吴被客户揪着头发往台面上磕，保安刚拉开',
          '客户拿订书机甩过来，砸中值班经理鼻子，血滴了一路',
          '下班锁门，那个白天吵过的在厅门口等着，上来就踹了我们大堂小妹两脚',
        ],
        'gas-threatening-call': [
          '6号坐席接的，男，酒后，说知道你们几点下班，一个个收拾你们',
          '同一个号第三次打来，不骂人，慢慢念接线员的名字和她孩子学校，说等着',
        ],
        'gas-safety-home-visit-attack': [
          '安检员小何在户主家里被关门打了，躲在厕所给我们打的电话，梧桐苑3-402',
          '抄表的老杨说要换表，户主提着菜刀追到楼下，他现在躲在保安亭',
          '上门停气那家，男的一拳把师傅打下楼梯，眉骨开了，同事在按着',
          '女安检员讲，进门以后那男的把门反锁，动手扯她衣服，挣脱了，在邻居家发抖',
          '维修工开不了隐患单，被那家人抢了工牌，一盆热水泼过来，胳膊红一片',
          "Inspector just radioed in, customer hit him with a pan when he tried to shut the valve, he's outside the flat now",
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '收费员小孙踩凳子换灯箱布，凳子一歪，手腕撑地上撑断了',
          '小张去入户安检的路上电动车被货车刮倒，脚踝肿得像馒头，人在路边',
          '安检进院子，隔壁散养的黄狗窜出来咬了小腿一口，两个牙洞',
          '爬立管抄表，梯子横档断了，老周从二楼窗口高度掉到花坛里，腰动不了',
          '师傅给人家换灶，试火时回火燎了，眉毛没了手背起泡，户主没事',
          '师傅在六楼拆表，扳手打滑，虎口豁了个口子，用毛巾缠着还在渗',
        ],
        'gas-customer-fall-or-illness': [
          '来办过户的老人在台阶上踩空了，坐地上起不来，膝盖破了',
          '检表的时候户主阿姨去搬凳子绊到门槛，摔了个结实，胳膊抬不起，师傅陪着',
        ],
      },
      illness: {
        'gas-customer-fall-or-illness': [
          '等号区有个小伙子抽过去了，牙咬得咯咯响，家里人不在',
          'da ting you ge gu ke yun dao le, lian se fa bai, chu leng han',
          '小李在入户，开门的独居大爷说着话就往下溜，手脚没劲，问我们先做什么',
        ],
      },
      power: {
        'gas-hall-power-cut': [
          '营业厅停电，整个小区都没有，客户还排着二十几个',
          '城东厅说灯和电脑一起灭了，隔壁药店也是黑的，没听见响没糊味',
        ],
        'gas-electrical-failure-programme': [
          '柜台底下插座打火花，啪啪响，一推闸又跳，线皮都软了',
          '配电箱摸着烫手，有股焦臭，空气开关一天跳了四回，还没看见火',
        ],
      },
      system: {
        'gas-counter-system-failure': [
          '收费系统崩了，五个窗口都点不开户号，只能手写',
          '柜面提交开户就转圈，转完说连接超时，电有网也有，几个厅都一样，已经压了四十号',
        ],
        'gas-recharge-terminal-failure': [
          '自助机全区都写不了卡，钱扣了气没进去，七个点都来报',
          '墙上那一排插卡买气的机子，统统显示暂停服务，社区那边的也是，厂家电话打不通',
        ],
        'gas-hotline-failure': [
          '热线打不进来，坐席全绿灯没电话，用自己手机拨，响一声就断',
          '所有坐席耳机里都是沙沙声，听不见客户，转接也弹不出来，话务平台说在重启',
        ],
      },
      order: {
        'gas-agitated-customer': [
          '3号台一大爷说气费翻倍，拍着柜台吼了二十分钟，谁劝骂谁，没动手',
          '大厅这个女的情绪很激动，说停气害她孩子喝凉的，坐地上哭喊要见经理',
          '电话里一位先生一直吼，讲约了三次师傅没来，骂到坐席哭，不让挂也不听解释',
          '老太太在线上哭着喊，说表走得不对是我们坑她，一句插不进去，要投诉到市长那',
          '入户这家一听要整改，隔着防盗门骂娘，嚷着谁敢贴封条试试，没碰我们人，师傅问撤不撤',
        ],
        'gas-fight-theft-robbery': ['两个缴费的为了插队打成一团，一个把另一个按在椅子上捶'],
      },
      loss: {
        'gas-fight-theft-robbery': ['厅里抓住个掏包的，手还在人家老太太口袋里，他同伙跑了'],
        'gas-property-loss-company': ['早上开门盘点，少了两台平板一台读卡器，门没撬，柜子锁也好的'],
        'gas-property-loss-customer': [
          '客户说手机落在3号窗口台子上，回来就没了，要看监空',
          '师傅拆橱柜板，把人家台面上的石英石磕掉一角，还碎了个花瓶，客户要赔',
        ],
      },
    },
  },
]
