/**
 * What is told by many different callers (cleaners, guards, shop owners, children, foreigners, old
 * people), by a writer who had read the titles of the plans and a line about each. Written on
 * 2026-11-27 and counted once: no rule and no saying was changed for it.
 * It is long because the list stays whole, as it was counted.
 */
import type { CallersAt } from './callers.ts'

export const MANY_CALLERS: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼火锅店着火了，快来人',
          '我是扫厕所的，五楼女厕那个垃圾桶里头冒烟，我泼了半桶拖把水，它又起来了，这会儿隔板都燎黑了',
          '喂喂，负一层炸鸡那家，油锅窜起来了，火苗都舔到抽油烟机了，老板拿锅盖盖不住',
          '我隔壁铺子装修，围挡里头在焊东西，天花板往下掉火星，底下那堆海绵已经点着了',
          "Hello, there's smoke coming out of the ceiling in the cinema, hall six, and people are still sitting there watching the movie",
          '叔叔，那个娃娃机里面红红的，小熊都烧黑了，好臭',
          'B2停车场一个电车充着充着，底下呲呲喷白烟，现在半个车头都红了，旁边还停着好几辆',
          '烟感报了我上去看的，四楼童装后面那个仓库，门缝往外挤黑烟，把手烫得握不住',
          'shangchang 4 lou zhaohuo le, kuai dian pai ren',
          '对面写字楼打电话来讲，说我们楼顶那个大水塔样的东西在烧，外面黑烟老高了，我们里头还啥都不晓得',
        ],
      },
      gas: {
        'mall-personal-injury': [
          '保洁阿姨把洁厕灵跟84倒一块儿了，这会儿坐地上咳得停不下来，眼睛也睁不开',
        ],
        'mall-other-event': ['烤肉店后厨那块儿有股臭鸡蛋味，管子那里嘶嘶的，我们没敢开灯'],
      },
      explosion: {
        'mall-other-event': [
          '女厕门口有个黑箱子，放了三个钟头没人拿，我弯腰听了一下，里面滴答滴答的',
          '总机刚接一个电话，男的，说在商场里放了炸弹，让准备二十万，问在哪一层他不讲',
        ],
      },
      weapon: {
        'mall-personal-injury or mall-other-event': [
          '化妆品柜台这儿一个女的让她前男友捅了，男的跑了，人躺地上呢',
          '有个醉汉拿啤酒瓶把小李开了瓢了，就是北门站岗那个小李，你们快点',
        ],
        'mall-other-event': [
          'A man is walking around on the second floor with a long knife, he did not hurt anyone yet but everybody is hiding in the shops',
        ],
      },
      trapped: {
        'mall-personal-injury': ['小孩手指头绞进扶梯那个缝里了，拔不出来，全是血，我把扶梯按停了'],
        'mall-other-event': ['电提卡在三四楼中间了，里面七个人，在拍门'],
      },
      injury: {
        'mall-personal-injury': [
          '一楼扶梯有个老太太摔了，头上流血',
          '楼上掉块广告板下来，正砸在一个推婴儿车的妈妈肩膀上，胳膊抬不起来了，宝宝没事',
          '溜冰场有个小朋友趴倒了，后面那个没刹住，冰刀从他手上过去的，肉都翻开了',
          '玻璃门上没贴条，一个阿婆直直撞上去，门倒没事，她鼻子哗哗地淌',
          '咚的一声，我抬头，人从四楼栏杆那里下来的，现在趴在中庭不动了',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '美食广场有个小伙吃汤圆，吃着吃着脸就紫了，抓着脖子说不出话',
          '那大叔走着走着人一下就直了，倒在金店门口，牙咬得咯咯的，嘴角冒沫子',
          'My wife is pregnant and she is bleeding, we are near the Uniqlo, please help',
          '有五个都是在那家寿司店吃完出来的，蹲在厕所门口吐，有一个站不起来了',
          '我妈有糖尿病，坐在鞋店凳子上一身冷汗，叫她她不应，你们有没有糖水啊',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '刚才整个楼在晃，吊灯甩来甩去，顾客都往外跑，是不是地震了',
          '雨太大了，地铁口那边的水倒灌进负一层，已经没到脚脖子了',
          '台风刮过来了，广场上搭的拱门和帐篷全掀翻了，还在往马路上滚',
          '冰雹，鸡蛋那么大个，中庭顶上的玻璃咚咚响，已经砸穿两块了，底下人我先赶开了',
          '手机上刚跳的红色暴雨预警，问一下咱们要不要提前关门，把顾客劝走',
          '一个炸雷劈在楼顶上，西边外墙的瓷砖哗啦下来一大片，还好底下没人',
          '雪下了一宿没停，南门外头那个雨棚压得往下弯了，嘎嘎响，我不敢让人从那儿过',
        ],
      },
      power: {
        'mall-other-event': ['全场黑了，就剩应急灯，怎么回事，是停电还是跳闸'],
      },
      system: {
        'mall-other-event': ['收银全死了，刷卡扫码都不行，队排到门口去了'],
      },
      fault: {
        'mall-other-event': [
          '没有火啊，是喷头自己爆的，我店里跟下大雨一样，一墙的皮衣全泡了，谁来把阀门关掉',
        ],
      },
      order: {
        'mall-other-event': [
          '我女儿找不到了，五岁，粉裙子，刚才还在玩具店门口，我一转身就没了',
          '五楼玻璃栏杆外头站着一个女孩子，一只手抓着，底下的人都在仰头看，她一直哭',
          '那个明星还没到呢，中庭已经走不动了，一圈栏杆给挤得直晃，保安喊不住',
          '健身房老板跑路了，几十个办了卡的堵在门口，要砸门进去搬跑步机抵钱',
        ],
      },
      loss: {
        'mall-other-event': [
          '我来开门，柜台锁给人撬了，少了十几部手机，样机都没给我留',
          '我钱包没了，就扶梯上那两个男的挤了我一下，我下来一摸兜是空的',
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
          '二楼档案室起火了',
          '叫号机后面那个插排冒火，塑料味呛死人，边上一摞表格都引着了',
          '我车管窗口的，头顶那个灯盘化了，一滴一滴带火往下掉，椅垫已经着了一块',
          '饮水机烧起来了，有个老头脱了棉袄在那儿扑，你们灭火器搁哪儿了',
          '大门口那个垃圾桶，哪个丢的烟头哦，火都窜到横幅上去了',
          "There's a fire in the photocopy room, the alarm is ringing, which way do we go out?",
          '地下配电室的小窗户里头一亮一亮的，红的，烟从百叶里翻出来，电倒还有',
          '食堂那个烟道里面轰轰地响，外墙上铁皮管子都烧红了，师傅说锅早就关了呀',
        ],
      },
      weapon: {
        'government-hall-disturbance': ['他从布袋子里掏出把菜刀，往台子上一拍，说叫你们领导出来'],
      },
      power: {
        'government-hall-power-cut': [
          '停电了，整个大厅都黑的',
          '外头修路把电缆挖断了，我们一楼窗口电脑全灭了',
          '灯一下子全没了，叫号也不响了，老百姓都在问还办不办，我手里的证打到一半',
          '供电局来电话，说下午两点到五点要拉闸检修，我们这边取了号的还有两百多个，咋安排',
          '就社保那一排没电，别的窗口都亮着，插头我都看了，好好的',
          'UPS一直滴滴叫，屏上写还能撑十分钟，市电什么时候来啊',
          'zhengwu dating ting dian le, fadianji mei qi lai',
          '闪了三下就没了，空调也不转，我扒窗户一看，一条街的红绿灯都是灭的',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '有个大爷拎了桶汽油进来，盖子都拧开了，说今天不给他办就大家一起，打火机攥手里呢',
          '5号窗口那儿吵起来了，两个人动手了，快叫保安',
          '今天学区报名，天没亮就五百多号人，门一开全涌进来，玻璃门框都挤歪了',
          'They are pushing and shouting at the residence permit counter, somebody jumped the queue and it is getting out of hand',
          '来了几十个工人，拉条白布坐在正当中，要工资，说区长不来就不走',
          '有个男的拿拐杖一直敲玻璃，骂那小姑娘骂了半个钟头了，说记住她的工号了，下班等着瞧',
          '有个搞直播的，手机怼着窗口拍，后头一帮人跟着起哄叫好，正经办事的挤不进来',
          '离婚登记这边，两家的亲戚在走廊里打成一团了，凳子都飞起来了',
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
          'ATM后面加钞间着火了',
          '门口停的电瓶车烧了，玻璃门都熏黑了，烟一个劲往厅里灌',
          '点钞机帽烟，我刚拔了插头，呼一下窜起来了，台面上的单子都着了',
          '等候区有个客户的充电宝，啪一下，沙发就烧个窟窿，还在往边上烧',
          '隔壁饭店火大得很，那烟从我们吊顶缝里下来了，墙都是热的',
        ],
      },
      weapon: {
        'bank-casualty': [
          '刚取完钱那个女的，出门就让人拽包，手上划了好大一道口子，又跑回咱们厅里来了',
          '有人抡锤子砸柜台玻璃，没砸透，渣子崩到里头小姑娘眼睛里了',
        ],
      },
      trapped: {
        'bank-casualty': ['旋转门把小孩脚给夹了，刚弄出来，脚脖子肿得跟馒头一样'],
      },
      injury: {
        'bank-casualty': [
          '押运的小哥搬箱子没拿稳，砸脚面上了，鞋里都是血',
          '大堂经理去劝架，让人一拳闷在鼻梁上，现在仰着头止不住',
        ],
      },
      illness: {
        'bank-casualty': [
          '3号窗口排队的一位老人晕倒了',
          '柜员小王说胸口疼，手发麻，话还没说完就趴键盘上了',
          'An old gentleman collapsed next to the cash machine, I think he is not breathing',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '地震了，监控画面都在抖，客户都钻桌子底下去了',
          '河里的水漫上街了，沙袋没挡住，已经进大厅，低柜的抽屉要泡着了',
          '台风把门头招牌吹得就剩一个角挂着，一荡一荡的，底下还有人走',
          '后山塌下来一大片泥，把我们后门堵死了，雨还没得停的意思',
        ],
      },
      power: {
        'bank-power-cut': [
          '没电了，叫号屏也黑了，柜台里外都摸瞎',
          '物业说变压器坏了一时半会儿好不了，我们柴油机又打不着，库门那个电子锁都不亮了',
        ],
      },
      system: {
        'bank-network-security': [
          '柜面电脑弹个红框框，说文件都给锁了，要付比特币才给开',
          '来了三个客户，都说收到短信点进去，那个网页跟咱们行的一模一样，输完密码钱就没了',
          '有人在群里卖咱们行客户的身份证号和卡号，我点开一看，有名有姓，是真的',
          '机房说有个外面的地址一直在试柜员密码，一晚上试了几万回',
          '网银打不开，科技部说不是坏了，是有人拿流量在打我们',
          '小刘点开一个叫工资补贴的附件，完了他的鼠标自己会动，在翻客户资料',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': [
          "I'm in the branch lobby, I can see flames behind the printer and nobody is doing anything",
        ],
      },
      explosion: {
        'branch-general': ['叫号机底下塞了个包，鼓鼓囊囊的，喊了三遍没人认'],
      },
      injury: {
        'branch-general': ['擦窗户的大姐下梯子没踩稳，一屁股坐地上，腰动不了'],
      },
      power: {
        'branch-general': ['断电半个钟头了，客户还在里头坐着等'],
      },
      system: {
        'branch-network-attack': [
          '我们电脑全中病毒了，文件打不开，后缀都变成一串乱的',
          '有人冒充总行科技打电话叫小孙装个远程，装完屏幕就不听使唤了，对面在拷东西',
          '防火墙一个劲告警，不知道谁的笔记本接进了内网，在挨个扫我们的机器',
        ],
      },
      fault: {
        'branch-general': ['厕所水管爆了，水都淌到营业厅来了，阀门锈死了拧不动'],
      },
      order: {
        'branch-general': [
          '网点门口有人打架，围了一圈人',
          '自助区有个阿伯卡被吞了，急了，捡块砖头在砸机器',
        ],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident or company-sudden-event': ['成品仓库着火了，烟都飘到马路上了'],
      },
      gas: {
        'company-accident': [
          '两个人下污水井清淤，下去就没声了，上头怎么喊都不应，第三个想下我给拽住了',
          '冷库里头那个氨味冲得很，检修的师傅爬出来就趴地上，喘不上气',
        ],
      },
      explosion: {
        'company-accident or company-sudden-event': [
          '储罐那边轰一声，我这儿离着两百米窗户都震碎了',
        ],
      },
      injury: {
        'company-accident': [
          '老张从脚手架上掉下来了，三米多高，人还有意识',
          '咱们班车在高速上追尾了，车上二十来个同事，有几个头破了',
          '食堂师傅让热油泼了一胳膊，皮都下来了',
          '冲床把小赵两根手指压了，手指头我给捡在冰袋里',
          '叉车倒车没看后头，从仓管腿上碾过去了',
        ],
      },
      illness: {
        'company-sudden-event': ['昨天晚饭在食堂吃的，今早二十几个人请假，全是又拉又吐发高烧'],
      },
      power: {
        'company-failure': ['总闸跳了，合上去又弹下来，整个办公楼没电'],
      },
      system: {
        'company-failure': [
          '服务器宕了，ERP跟OA全进不去',
          'dianhua quan da bu tong, neixian waixian dou shi mangyin',
          "The whole network has been down since nine, even the door cards don't work",
        ],
      },
      fault: {
        'company-failure': [
          '货梯停在半当中了，里头没人，就一车料，门也不肯关',
          '三楼暖气管崩了，黑水顺着墙往二楼财务那屋漏',
          '空压机趴窝了，没气，整条线都停着，客户的货明早要发',
        ],
      },
      order: {
        'company-sudden-event': [
          '来了几个记者，扛着摄像机堵门口，说咱们产品致癌，非要总经理出来讲两句',
          '供货的带了三十几个人把大门堵了，车进不来出不去，说不结款就睡这儿',
        ],
      },
      loss: {
        'company-sudden-event': ['财务室昨晚进人了，保险柜门敞着，四十多万没了'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '8楼放床单那间着火了',
          "Room 1206, smoke is coming in under my door and the corridor is all black, I can't go out",
          '有客人在屋里给平衡车充电，噼啪一阵，被子窗帘都烧起来了，人跑出来了',
        ],
      },
      weapon: {
        'generic-service': ['大堂有个喝多的，把逃生那个小锤子抠下来了，在砸前台，谁靠近抡谁'],
      },
      trapped: {
        'generic-service': ['电梯里关了一对老夫妻，按铃那头老太太说老头喘不上来了'],
      },
      injury: {
        'generic-service': ['泳池刚捞上来个小孩，嘴唇是青的，救生员在按胸口'],
      },
      illness: {
        'generic-service': ['1503挂了两天请勿打扰，敲门没人应，电话在里头响，我做房的心里有点怕'],
      },
      loss: {
        'generic-service': ['客人说他保险箱里的金镯子没了，一口咬定是我们打扫的拿的'],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      illness: {
        'conference-service': [
          'One of our speakers fainted backstage, he is awake but very pale, can you send a doctor',
        ],
      },
      system: {
        'conference-service': ['主会场话筒跟大屏全没了，领导还站在台上'],
      },
      fault: {
        'conference-service': ['舞台上那排灯架子在往一边斜，嘎吱嘎吱的，十分钟后就开场'],
      },
      order: {
        'conference-service': ['签到台挤爆了，后面没胸牌的也往里冲，桌子都推翻了'],
      },
    },
  },
  {
    site: 'gas',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': [
          '营业厅着火了，打印机那头',
          '我来打扫的，你们厅后面那个库房我一开门，火就扑出来了，我眉毛都燎了，赶紧又关上了',
          '我对面卖包子的，你家营业厅门头那几个发光字烧起来了，火一坨一坨往雨棚上掉',
        ],
        'gas-accident-hotline': ['灶底下那根软管着了，火呼呼的，总阀就在火边上，我不敢伸手'],
      },
      gas: {
        'gas-accident-hotline': [
          '喂燃气公司吗，我家灶台那里嘶嘶响，一股臭味，窗户我打开了，现在咋办',
          '我爸妈一个在洗澡一个在客厅，全躺地上了，脸红扑扑的叫不醒，热水器就装在卫生间里',
          '我开挖机的，路口一根黄管子给我刨断了，那气喷得比人还高，你们赶紧来关',
          '阿姨我十岁，爷爷烧水睡着了，水把火浇灭了，屋里好臭，我推爷爷他不动',
          "Hello, gas smell very strong in my apartment, building 7, I don't speak Chinese, what should I do",
          '我扫马路的，菜市场口那个井盖缝里往外冒味儿，跟煤气一个味，边上还有烤串的呢',
          'wo jia meiqi lou le, baojingqi yizhi jiao, dizhi hepinglu 18 hao',
          '有个车把我们楼下那个铁皮气箱撞歪了，管子豁开了，一楼的都说头晕',
          '我在用户家做安检，测漏仪一进门就叫，接头一直在跑气，屋里还有俩孩子，我先带人出来了，要抢修',
          '敲半天门没人应，隔着门都是煤气味，从窗户看进去沙发上歪着一个人',
        ],
      },
      explosion: {
        'gas-explosion': [
          '营业厅后院轰的一声，玻璃全飞了，像是调压箱炸了',
          '等候椅底下有个纸箱子，缠着电线，我看见里头有个表在走，我们正往外撤人',
          '有个人把包裹往咱厅门口一扔就跑，那东西一股硫磺味，露出来半截捻子',
        ],
        'gas-accident-hotline': [
          '我们小区三单元刚才炸了，窗框飞到马路上，屋里头还有人哭，好像是燃气',
        ],
        'gas-threatening-call': [
          '刚才电话里一个男的，就说了一句今晚十二点你们营业厅就没了，啪就挂了',
        ],
      },
      weapon: {
        'gas-fight-theft-robbery': ['三个戴头盔的冲进营业厅，喊都别动，把收费抽屉里的钱往包里扒拉'],
        'gas-safety-premises-attack': [
          '那男的从窗口底下伸手进来，揪着小陈头发往玻璃上磕',
          '嫌叫号慢，一女的把一杯滚水全泼我们班长脸上了，就在大厅引导台',
        ],
        'gas-safety-home-visit-attack': [
          '我在春晖里8栋入户抄表，户主把我从楼梯上推下去了',
          '上门换表，那家男的抄起菜刀追出来，我现在躲在消防通道里，你小点声',
          '咱们女安检员刚进屋，那个喝了酒的就抱住她不放，她咬了一口才跑出来，衣服都扯烂了',
          '我刚说他家私接的管子得拆，他儿子一扳手抡我肩膀上',
        ],
      },
      trapped: {
        'gas-safety-home-visit-attack': [
          '我来安检的，户主把防盗门反锁了，推搡我，说不给他免了气费就别想出去，我躲在他家厕所打的',
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '我们同事踩凳子换厅里的灯管，摔下来手腕折了',
          '小吴在营业厅后院卸表箱，一摞子歪下来压着他脚了，当时就他一个人',
          '话务员小周接开水，壶底掉了，手背上烫得全是泡',
          '师傅去用户家的路上，电动车让小货车蹭倒了，膝盖磕得见骨头',
          '还没进那户呢，单元门口窜出来条流浪狗，照我小腿就是一口，要不要先去打针',
          '老周在用户阳台上爬梯子改立管，梯子脚一滑人下来了，后背着地',
          '入户换旋塞，他家铁皮边子太利，把我手心拉开了，血滴了人家一地',
        ],
        'gas-customer-fall-or-illness': ['下雪地滑，一个奶奶来缴费，进门就摔了，胯骨那儿动不得'],
      },
      illness: {
        'gas-customer-fall-or-illness': [
          '排队那大爷捂着心口往下出溜，脸刷白，兜里翻出来个药瓶子',
          '等号的那个大肚子，说疼得不行，椅子底下一摊水，怕是要生了',
          '我正给量管子，户主老太太说血压上来了，往后一仰，眼睛翻白，家里就她一个',
        ],
      },
      power: {
        'gas-hall-power-cut': [
          '营业听停电了，卷帘门也升不上去',
          '一条街都黑了，咱们柜台也是，屋里十几个客户打着手机亮儿等呢',
        ],
        'gas-electrical-failure-programme': [
          '3号柜台脚底下那个插座噼里啪啦冒蓝光，线皮都烫手',
          '厅里一开空调就跳闸，推了四回跳四回，配电箱里一股焦味，没见明火',
        ],
      },
      system: {
        'gas-counter-system-failure': [
          '受理系统进不去，一直转圈，四个窗口都办不了开户',
          '气卡插上去写不进数，哪个窗口都提示超时，客户钱交了气没买上，电和网都有',
        ],
        'gas-recharge-terminal-failure': [
          '墙边那六台自己充钱的机器，一早上挨个全蓝屏了，城南厅说他们那边也是',
        ],
        'gas-hotline-failure': [
          '客服热线打不进来了，坐席全掉线',
          '接起来两头都没声，客户发微信来骂，说打了一早上都是占线',
          '话务台卡死了，电话在那儿响，点接听没反映，十二个位子都这样',
        ],
      },
      fault: {
        'gas-property-loss-company': [
          '楼上水管漏了一夜，咱们营业厅三台电脑和一柜子空白票据全泡烂了，得报损',
        ],
      },
      order: {
        'gas-agitated-customer': [
          '有个大姐拍着柜台骂，说多收了她八百块气费，怎么讲都不听',
          '老爷子坐地上不起来，边哭边骂，说家里冻了三天没气，谁管过他',
          '小伙子把填单台的笔筒表格一把全划拉地上了，说今天不给开通他就住这儿，倒没碰我们人',
          "A foreign customer at window 2 keeps yelling for the manager about his bill, he won't sit down and won't listen to anybody",
          '有个客户在电话里骂了二十分钟了，说抄表抄错，要告到市长那儿，我挂他又打来，劝不住',
          '住户隔着门骂，说我们是骗子卖报警器的，越解释嗓门越大，全楼道都出来看了',
        ],
        'gas-fight-theft-robbery': ['两个客户为插队打起来了，在营业厅里头'],
        'gas-threatening-call': [
          '热线接了个电话，那人说再不通气，就照着我们工号一个个找上家门，让我们见血',
          '又是那个号，声音用机器变过的，说知道我几点下班走哪条路，我坐席上手都抖了',
        ],
      },
      loss: {
        'gas-fight-theft-robbery': [
          '监控里那个红衣服的，手伸进前头老太太兜里了，夹出来一沓，正往大门走',
        ],
        'gas-property-loss-company': ['营业厅盘库，少了四十块新表，账对不上，也不晓得是哪天没的'],
        'gas-property-loss-customer': [
          '有个阿姨的金耳环掉咱厅里了，我们帮着趴地上找了两圈没有',
          '换表的时候我扳手掉下去，把人家新装的大理石台面磕裂了，户主要赔四千',
        ],
        'gas-property-loss-company or gas-fight-theft-robbery': [
          '我上楼安检二十分钟，停楼下的公司车给人撬了，检漏仪和三块新表没了',
        ],
      },
    },
  },
]
