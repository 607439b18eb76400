/**
 * What is told on a night shift and in a holiday week, by a writer who had read the titles of the
 * plans and a line about each. Written on 2026-11-27 and counted once: no rule and no saying was
 * changed for it.
 * It is long because the list stays whole, as it was counted.
 */
import type { CallersAt } from './callers.ts'

export const NIGHT_SHIFT: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼烤肉店那个排烟管呼呼响，往外喷火苗，店员拿灭火器压不住',
          '喂喂，B2充电桩这儿有辆电车着火了，烟都往电梯口灌',
          '我夜班保安小刘啊，转到四楼童装，卷帘门缝里往外跑烟，手一摸门是烫的',
          '影城七号厅，片子放一半，顶上往下掉火星子，人都在往外跑',
          'The popcorn machine on level five is in flames and the curtain next to it has caught too',
          '中庭那棵圣诞树，灯串先冒烟，然后哗一下整棵都起来了，现在烧到二楼栏杆那么高',
          '负一超市仓库纸箱子找火了，快来人',
          '后街垃圾房不知谁扔的烟头，纸壳子烧得老高，快燎到咱外墙的广告布了',
        ],
      },
      gas: {
        'mall-other-event': ['火锅店后厨那条过道一股臭鸡蛋味，越来越冲，他们家还在营业呢'],
      },
      explosion: {
        'mall-other-event': ['男厕最里头隔间搁了个黑箱子，俩小时没人认，凑近了听有滴滴声'],
      },
      weapon: {
        'mall-personal-injury or mall-other-event': [
          '超市收银那儿有个男的拿刀见人就划，已经俩人胳膊见红了，快叫人快叫人',
        ],
        'mall-other-event': ['金店柜台让人拿锤子砸了，抓一把就跑，戴头盔，往西门去了，人都没伤着'],
      },
      trapped: {
        'mall-other-event': [
          '观光梯停在三四楼中间了，里头七八个人在拍玻璃',
          '货梯管了俩送货的在里头，按铃没人应，他打我手机上来了',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '扶梯上一个老太太往后仰倒了，后脑勺全是血',
          '有小孩手指头夹扶梯缝里了，拔不出来，流血了，他妈都快疯了',
          '溜冰场这边，一小伙子摔了，小腿弯的那个方向不对',
          '我是来兼职的，蹦床上俩娃撞一块了，一个门牙没了，他妈在吼我，我该找谁啊',
          '卸货口，叉车把送货师傅的脚给压了',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '我对象突然说话说不清了，嘴歪到一边，手也抬不起来，我们在二楼咖啡店',
          '停车场B1，一大哥躺车位上，酒气熏天，怎么拍都不醒，嘴里还往外冒沫',
          '母婴室里有个孕妇，说羊水破了，就她一个人，我一男保安也不好进去',
          '酸奶试吃那个摊，十来个人吃完开始吐，都蹲在洗手间门口呢',
          "My dad is clutching his chest and he's gone grey, we're by the fountain on one",
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '南门外头水没过脚脖子了，雨还下着，沙袋不够，车库坡道已经开始往里灌',
          '刚才地震了吧，晃了十几秒，吊灯到现在还在摆，顾客全往楼梯跑',
          '台风把楼顶那块大招牌刮得哐哐响，一半都翘起来了，底下还有人走',
          '鸡蛋大的冰雹，采光顶砸裂好几块了，中庭我先不让人走',
          '领导，气象台刚发暴雨红色预警，我们夜班就三个人，车库要不要先封',
          '雪下一宿没停，北广场那个膜棚压得嘎吱嘎吱的，中间已经凹下去一大块',
        ],
      },
      power: {
        'mall-other-event': ['二楼整个停电了，应急灯就亮了两盏'],
      },
      system: {
        'mall-other-event': ['收银全趴窝了，扫码一直转圈圈，队排到大门口去了'],
      },
      fault: {
        'mall-other-event': [
          '三楼水管爆了，跟瀑布似的往下浇，一楼化妆品柜台全泡了',
          '放假人本来就多，空调从中午就光出热风，商户在群里骂翻了',
          'xi men de boli men zisuo lie le, suipian yi di, mei ren shoushang, xian wei qilai le',
        ],
      },
      order: {
        'mall-other-event': [
          '我家娃不见了，四岁，穿黄雨衣，刚才还在抓娃娃机那儿，我就付个钱的工夫',
          '有个女的坐在五楼栏杆外头，腿都耷拉出去了，谁过去她就往外挪',
          '明星还没到呢，护栏已经叫粉丝推倒了，后面的还在往前拱，我们六个人拉不住',
          '早教店关门跑路了，几十个家长堵在门口要退钱，说不给说法今天商场别想关门',
        ],
      },
      loss: {
        'mall-other-event': ['我手机叫人摸走了，就试鞋那会儿放凳子上的'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '二楼档案室门缝里往外冒烟，闻着像塑料烧糊了',
          '打印机后头那个插排烧起来了，小姑娘端水要泼，我给拦住了',
          '夜里值班的，我从监控看见一楼自助区有台机子在冒火，玻璃都熏黑了',
          '外头电瓶车棚烧了一排，火苗子快舔到我们大厅的雨棚了',
          '大厅着火了，在取号机那边，赶紧疏散',
          'The bin by the photo booth is burning, somebody dropped a cigarette in it',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '有个老汉往自己身上浇了油，打火机攥手里，说今天不给他办低保谁也别过来',
          '上回闹过的那个又来了，包里露着个刀把，坐三号窗口对面不吭声，就盯着小姑娘看',
        ],
      },
      power: {
        'government-hall-power-cut': [
          '啪一下全黑了，叫号屏电脑都没了，群众都在问',
          '隔壁工地把电缆挖断了，咱这边也没电了',
          '供电局来电话讲，两点到五点抢修线路，咱这边要拉闸，预约的二百多号人咋弄',
          'UPS叫了半天了，上头显示还剩十分钟，市电到现在没回来',
          'ting dian le, er lou san lou dou mei deng, fadianji da bu zhao',
          '就西边八个窗口没电，东边好好的，电工还在家过节没回来',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '节后头一天，门一开就往里冲，取号机都挤歪了，有老人被挤得贴墙上',
          '为插队的事，俩大哥在婚登窗口那儿揪着领子打起来了',
          '一个女的拍着玻璃骂我们实习生，说今天办不了谁都别想下班，围了一圈看热闹的',
          '外头拉了横幅，二三十个买了烂尾楼的要进来找领导，保安手拉手挡着呢',
          "Some guy has climbed over the counter at window six and he's throwing the files around",
          '报名入学这边家长都急演了，说名额先给了关系户，把导办台都掀了',
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
          '我夜班看监控的，自助银行第三台取款机后面冒烟，还有火光',
          '客户充电宝掉沙发缝里烧起来了，海绵一烧那个黑烟啊，灭火器在哪',
          '库房隔壁配电间着火了',
          '楼上足浴店起火，烟从咱们空调口往下灌，柜员都捂着鼻子',
          '理财室窗连烧起来了，谁点的香薰没灭',
        ],
      },
      weapon: {
        'bank-casualty': [
          '有个人拿榔头把保安小周脑袋砸破了，人还在厅里没走',
          '刚取完钱出门的那个客户，捂着肚子又跑回来了，手指缝里往外渗，说外头有人给了他一下',
        ],
      },
      injury: {
        'bank-casualty': [
          '小孩没看见玻璃门，一头撞上去，鼻血止不住',
          '押运的师傅下车没站稳，钱箱砸脚面上了，肿得跟馒头似的，走不了',
          "An elderly lady slipped on the wet floor near the ATM, she says she can't move her hip",
        ],
      },
      illness: {
        'bank-casualty': [
          '存折还没递进来呢，大爷人就从椅子上出溜下去了，脸刷白',
          '二号柜小张晕倒了，她连着上了六天班',
          '听说钱都转给骗子了，老太太一口气没上来，嘴唇发紫，我们扶她躺下了',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '门口水都漫到第三级台阶了，再涨就进营业厅了',
          '地震了地震了，防弹玻璃哐当哐当的，客户在往外跑，钱还没收',
          '台风下午登陆，街道通知都停业，咱窗口几点关，钱箱咋办',
          '后山塌了一块，泥巴石头堆到咱后门，门都推不开了，还在往下滚',
        ],
      },
      power: {
        'bank-power-cut': [
          '停电了，客户的钱还卡在点钞机里呢',
          '柴油机顶多再撑一个钟头，供电那边讲不晓得几时能修好',
          '灯闪了两下就全没了，卷帘门放到一半不动，对面药店也黑着',
        ],
      },
      system: {
        'bank-network-security': [
          '有客户点了短信里的链接，进去跟咱网银一模一样，密码输完卡里就空了，今天第四个了',
          '柜面电脑全弹红框框，说要比特币才给解',
          '新来那小孩插了个捡来的U盘，现在他那台鼠标自己在动，还在开文件',
          '网银从零点开始被人一个劲儿刷登录，一分钟好几万次，真客户反而进不来',
        ],
      },
      loss: {
        'bank-network-security': ['网上有人在卖咱客户的身份证号手机号，连余额截图都有'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': ['二楼食堂油锅着火了，做饭阿姨拿锅盖没盖住'],
      },
      weapon: {
        'branch-general': ['门口俩戴头盔的一直往里瞅，其中一个怀里揣着个长的东西，用报纸裹着'],
      },
      illness: {
        'branch-general': ['有个大妈低雪糖坐地上了，手抖得厉害，有糖没'],
      },
      system: {
        'branch-general': ['修路的把光缆挖断了，跟分行连不上，啥业务都办不了'],
        'branch-network-attack': [
          '分行安全室刚打来，说咱三号终端一直往境外发东西，让马上拔网线',
          '有人点了个工资补贴的附件，完了共享盘里文件全变成打不开的怪后缀，还留了封信要钱',
          'All our screens just went to a skull and a countdown, nobody can log in',
        ],
      },
      fault: {
        'branch-general': ['厅里水管冻裂了，一地都是水，快流到柜台里头了'],
      },
      order: {
        'branch-general': ['机子吞了他的卡，这会儿在那儿踹，边踹边骂，其他客户都躲着'],
      },
      loss: {
        'branch-general': ['晚上扎账对不上，尾箱里少两捆，我们翻了三遍了'],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident or company-sudden-event': [
          'C库着火了，喷淋没出水，看门的说里头堆的全是泡沫',
        ],
      },
      gas: {
        'company-accident': [
          '清污水池，下去一个没动静，又下去一个拉他，也没上来',
          '冷库那边氨味呛得很，仨人眼睛睁不开，跑出来就吐，有一个站不住了',
        ],
      },
      explosion: {
        'company-accident or company-sudden-event': [
          '喷漆房轰的一声，窗户全飞了，现在里头一片红',
          '前台收了个寄给老总的包裹，没寄件人，拆开一角看见电线缠着个闹钟',
        ],
      },
      weapon: {
        'company-sudden-event': ['宿舍三楼有人拎着菜刀撵班长，还没砍着，班长躲厕所里了'],
      },
      trapped: {
        'company-accident': ['货架倒了，把仓管埋底下，就看见一只手'],
        'company-failure': ['客梯停在四楼半，人事那俩妹子在里头按铃，人没事，就是出不来'],
      },
      injury: {
        'company-accident': [
          '送货的小马在高架上追尾了，人卡驾驶室里，气囊全弹了',
          '暑假工让冲床压了手，两节指头没了',
          '架子上那师傅安全带没挂，从三层下来的，还有气，耳朵里出血',
          '食堂李姐被一锅开水烫了，从胸口到大腿',
          '早班班车翻环城路沟里了，车上十九个人，有的爬出来了有的没有',
          '夜班叉车倒车没看后头，把人顶墙上了，腰动不了',
          "He touched the live panel and got thrown back, he's not breathing, someone is doing CPR",
          '调度吗我老杨，开的公司那辆厢货，服务区门口碰了个骑电动的，人躺那儿不动了，我手抖得不行',
        ],
      },
      illness: {
        'company-sudden-event': [
          '宿舍那边，昨晚都吃的食堂夜宵，今早四十多个拉肚子发烧的，厕所排队',
        ],
      },
      weather: {
        'company-sudden-event': ['雨下太久了，山上的泥往下走，已经顶到三号仓围墙，墙在鼓'],
      },
      power: {
        'company-failure': ['厂区一下全停了，应急照明都没亮，炉子那边在催问咋办'],
      },
      system: {
        'company-failure': [
          'ERP打不开，仓库出不了单，司机堵了一门口按喇叭',
          '总机哑了，打进打出都是嘟嘟嘟，我拿自己手机跟你说的',
          '门禁刷脸刷卡都没反应，夜班一百多号人站外头吹风呢',
          'gongsi neiwang he wifi dou duan le, jifang na tai jiaohuanji liang hong deng',
        ],
      },
      fault: {
        'company-failure': [
          '机房空调罢工了，里头四十二度，服务器一直在叫',
          '三楼茶水间水管接头崩了，水淌到财务室去了',
          '二号空压鸡怪响，停了就再也起不来，整条线的气压都掉完了',
        ],
      },
      order: {
        'company-sudden-event': [
          '记者扛着机器堵在门卫，问咱夜里排污水的事，边上还有人开直播',
          '被裁的那几十个人坐在大门口，车一辆都不让出，要赔偿',
          '有个小伙子站在厂房顶边边上，说不结工资就下去，他老乡在底下哭',
        ],
      },
      loss: {
        'company-sudden-event': ['财务室保险柜叫人撬了，发年终奖的现金都没了，门锁是好的'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '1208房门缝里冒烟，敲门没人应，系统里登记了两位客人',
          'Smoke is pouring out of the laundry chute and I can see something orange down there',
          '后厨炒锅的火窜进烟道了，三楼客人说墙都烫手',
        ],
      },
      gas: {
        'generic-service': ['公寓房那个燃气热水器有股怪味，客人说躺着躺着头发晕，现在坐走廊上'],
      },
      illness: {
        'generic-service': ['泡汤池有个客人晕里头了，捞上来叫不答应'],
      },
      fault: {
        'generic-service': ['大堂那个水晶灯掉下来一大串，差点砸着行李员，上头那截还在晃'],
      },
      order: {
        'generic-service': ['半夜三点，九楼俩男的挨个拧人家门把手，女客人吓得打电话到前台'],
      },
      loss: {
        'generic-service': [
          'My passport and cash are gone from the room safe and my flight leaves at six',
        ],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': ['自助餐那个酒精炉把桌布燎着了，宴会厅东头'],
      },
      injury: {
        'conference-service': ['背景板往前倒了，压着俩礼仪，一个说腿麻了'],
      },
      system: {
        'conference-service': ['主会场话筒音响全没声了，领导已经走上台了'],
      },
      order: {
        'conference-service': ['签到口挤得不行，有一帮没证的硬往里闯'],
      },
    },
  },
  {
    site: 'gas',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': [
          '营业厅资料柜那头着火了，就值班保安一个人，灭火器喷完了',
          '我们休息室微波炉里头蹿火，吊柜也燎着了',
          '大厅烟感在叫，吊顶夹层往外漏烟，缝里看得见红光',
        ],
        'gas-accident-hotline': [
          '喂燃气公司吗，我灶台底下软管着火了，火苗半米高，我妈拿湿被子捂着呢',
          '我跑出租的，人民路口地砖缝里往外蹿蓝火苗，我给你们说一声',
        ],
      },
      gas: {
        'gas-accident-hotline': [
          '我家厨房嘶嘶响，味大得睁不开眼，阀门拧上了还响',
          '我媳妇洗澡洗半天没声，撞开门人在地上，脸红红的叫不醒，热水器就装里头',
          '挖掘机把路边黄管子刨断了，噗噗往上喷，泥都飞起来，司机跑了',
          '楼道里没气味好重啊，三单元，有人在抽烟我都不敢说他',
          'Hello, my kitchen smells like rotten eggs and I have a headache, I live in tower 4',
          '我们一家五口早上起来头都疼，娃吐了两回，壁挂炉昨晚烧了一宿，窗户关得死死的',
        ],
      },
      explosion: {
        'gas-explosion': [
          '营业厅后院气瓶间砰的一声，玻璃全碎了，门都变形了',
          '咱厅门口垃圾桶边上放了个蛇皮袋，露两根线出来，上头写着别动',
          "Someone left a backpack under the bench in our service hall and it's ticking",
        ],
        'gas-accident-hotline': ['我隔壁刚轰一下，窗户飞楼下花坛里了，他家是用煤气罐的，你们快来'],
        'gas-threatening-call': [
          '刚有个男的打热线，说明天再不给他通气，他就来把你们站点炸了，录音有',
          'The caller said he put something in our valve station and then he hung up',
        ],
      },
      weapon: {
        'gas-fight-theft-robbery': ['有个戴口罩的亮了刀，叫收费的把抽屉里的钱都倒他袋子里'],
        'gas-safety-premises-attack': [
          '有个客户翻过柜台掐小吴脖子，三个人才拉开',
          '嫌叫号慢，抄起订书机砸我们引导员脸上，眉毛那儿开了口子',
        ],
        'gas-threatening-call': [
          '从昨晚到现在第六个电话了，说知道我们话务员几点下班在哪等车，要她好看',
          '电话里压着嗓子，叫老总准备二十万，不然要见血，号码是隐藏的',
        ],
        'gas-safety-home-visit-attack': [
          '师傅进去查表，户主说他是骗子，拿擀面杖把他打出来了',
          '上门封表，那家儿子拿刀比划，老孙胳膊划了一道，人下楼了',
          '抄表的在五楼，那家老头放狠话说再敲门就放狗，然后真把狗撒出来了，裤子都咬烂了',
        ],
      },
      trapped: {
        'gas-safety-home-visit-attack': [
          '安检员小赵发微信说给人反锁在屋里了，那男的不让走，还推她',
        ],
        'gas-safety-not-customer-caused': [
          '出去看外墙立管，踩的空调架子塌了，我同事挂在二楼晾衣架上下不来，胳膊在流血',
        ],
      },
      injury: {
        'gas-safety-premises-attack': ['他一杯热茶就泼窗口妹子脸上了，为了十二块钱滞纳金'],
        'gas-customer-fall-or-illness': [
          '地刚拖完没放牌子，来交费的孕妇滑了一下，坐地上不敢动',
          '客户踩凳子给我指阀门，凳子翻了，她说胯骨疼，起不来',
        ],
        'gas-safety-not-customer-caused': [
          '去客户家路上，小何电动车叫轿车别了，人飞出去，锁骨怕是断了',
          '那楼道没灯，我们老钱一脚踩空滚了半层，脚踝肿老高',
          '咱安检员在小区里让野狗咬了小腿肚子，要打针',
          '给人修灶，火一下反扑出来，师傅手背燎了一串泡，客户家没啥事',
        ],
      },
      illness: {
        'gas-customer-fall-or-illness': [
          '排队的老爷子捂着胸口，一头虚汗，说药没带',
          "A customer just went stiff and started shaking by the ticket machine, he's on the floor",
          '我正给换表呢，屋里大娘往地上一歪不吭声了，家里就她一个人',
        ],
      },
      power: {
        'gas-hall-power-cut': [
          '营业厅停电了，一屋子人等着',
          'ting li deng he diannao quan mie le, zheng tiao jie dou mei dian',
        ],
        'gas-electrical-failure-programme': [
          '配电箱里噼啪打火花，空开推上去就掉，不敢再推了',
          '收费台底下那根线烫得摸不得，一股胶皮味，没起火',
        ],
      },
      system: {
        'gas-counter-system-failure': [
          '受理系统卡死了，开户过户一个都办不成，自助机倒是好的',
          '六个窗口登进去全是白板，重启三回了，后头排了四十多号',
        ],
        'gas-hotline-failure': [
          '热线打不进来了，客户都打到值班手机上了',
          '话务台全掉了，耳机里就沙沙声，屏上排队的数还在涨',
          '来电能响，接起来对面听不见我们讲话，二十个作席都一样',
        ],
      },
      fault: {
        'gas-recharge-terminal-failure': [
          '厅里一排自助充直机全写着暂停服务，八台没一台能用',
          '好几个片区同时报，插卡充气那机器读不出卡，二十来个点了，客户都往窗口涌',
        ],
      },
      order: {
        'gas-agitated-customer': [
          '大叔排了俩钟头，轮到他我们下班了，把表往台上一摔，骂得整个厅都听见',
          '有个大姐说气表跑太快，坐厅里地上嚎，说不退钱就不走',
          '一男的举着账单挨个窗口吼，我来顶班的才第二天，不会弄，他倒是没动手',
          '那位先生越说越上头，拍着桌子讲要把你们这破厅给拆了，我们劝不住',
          '这个客户打第八遍了，催师傅，骂得可难听，说再不来就告到市长那儿',
          '电话那头一直吼，家里停气三天，过年亲戚来了没法做饭，非要找领导，我插不上嘴',
          '业主堵门口骂，说上回放他鸽子，今天偏不让进，嗓门大得整层都出来看，手没动',
        ],
        'gas-fight-theft-robbery': ['俩客户抢一个号打起来了，滚地上了，座椅都撞翻了'],
      },
      loss: {
        'gas-fight-theft-robbery': [
          '排队那儿有个小年轻伸手掏人家老太太的兜，保安给按住了，他还挣',
          '夜里防盗铃响，监控里看见营业厅后窗撬开了，有个人打手电在翻柜子',
        ],
        'gas-property-loss-company': [
          '送水的货车倒车，把咱营业厅门柱和招牌撞塌了，人都没事',
          '我们入户的工程车停路边叫吊车压了，里头检漏仪全扁了，人没在车上',
        ],
        'gas-property-loss-customer': [
          '阿婆把装退休金的布兜落填表台上了，出门想起来回头找，没了',
          '师傅打孔打穿了人家水管，新铺的木地板全泡了，业主要赔',
          '安检的走了以后，客户说床头柜上的戒指不见了，问是不是我们的人拿了',
        ],
      },
    },
  },
]
