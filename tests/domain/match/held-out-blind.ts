/**
 * What two writers say where the public goes, who had read the titles of the plans and nothing
 * else. Written on 2026-11-27; read, and taken among the sayings, only after they had been counted
 * (docs/matching.md).
 */
import type { CallersAt } from './callers.ts'

export const BLIND_PUBLIC: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '喂，我三楼火锅店的，后厨着火了，油锅烧起来了，你们快派人来！',
          '妈呀，中庭搭台子那块儿天花板上往下掉火星子，把我羽绒服都燎了个洞',
          '影城3号厅观众自己往外跑 说银幕后头红彤彤的越来越亮 热得站不住 放映员进去看了没出声',
          '地库B2充电桩 白色电车底盘噼啪响 窜火苗 车里没人 旁边还停着两台',
          '哎呀师傅，二楼卖衣服那家试衣间头燃起来咯，帘子都烧没得了，快点来嘛',
          'Hello? The trash bin next to the escalator on level two, somebody threw a cigarette in, I can see flames coming out.',
          '4lou ertong leyuan haiyangqiu nabian zhaohuo le yan hen da jiazhang bao haizi wang wai pao',
          '四楼火锅店后厨烟道里头，火苗子都窜出来了，快点的',
          '二楼女装试衣间顶上，那灯一股胶皮味，灯罩都烧化了往下滴，滴哪儿哪儿着',
          "Hey, somebody dropped a cigarette in the bin by the level 2 restrooms and it's properly burning now",
          '地库D区冲电的电动车着火 3辆 烟往上灌',
        ],
      },
      gas: {
        'mall-other-event': [
          '负一层烤肉店报 臭鸡蛋味很冲 灶全关了还是有 没人不舒服 没火',
          '美食广场东头一股臭鸡蛋味，商户都说自己灶没开',
        ],
      },
      explosion: {
        'mall-other-event': [
          '那个，男厕最里头隔间有个黑书包，搁一上午了，里面嘀嗒嘀嗒的，我拖地都不敢碰',
          '存包柜17号里头嘀嗒嘀嗒响，前天存的，一直没人来取，保洁不敢碰',
        ],
        'mall-personal-injury': [
          '我还以为放炮呢，是开业拱门上那串气球，嘭一下，底下小孩眉毛脸都给燎了，直叫唤',
        ],
      },
      weapon: {
        'mall-personal-injury': [
          '奶茶店店员被顾客拿保温杯砸了额头 口子都翻开了 对方还站那儿骂',
          '一楼金店门口有男的拿刀见人就捅 已经倒了两个 往东门走了',
          '奶茶店门口有人抡菜刀，一姑娘胳膊给砍了，人还没抓着',
        ],
        'mall-other-event': [
          '总服务台收到一封信 没署名 写三天内不打五十万就叫你们商场开不成门',
          '珠宝柜 两个戴头盔的拿锤子砸玻璃抓一把就跑 往南门 店员躲得快没伤着',
          '一楼金店被抢 俩戴头盔的 砸了玻璃抓一把就跑 店员没伤着',
        ],
      },
      trapped: {
        'mall-other-event': [
          '2号观光梯停在三四楼中间 里头六个 有个孕妇 对讲能通 人都没事就是急',
          '观光电梯困人 三四楼之间 里头5个 一直按铃',
          '五楼母婴室门锁坏死了，一个妈妈带着娃在里头关了快四十分钟，外头拧不开',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '扶梯上有个老太太仰过去了，后脑勺磕破了，一地都是血！',
          '我儿子手指头夹旋转门缝里啦，抽不出来，都发紫了，你们有没有人会弄啊',
          '中庭充气城堡翻了 底下压着四五个娃 拉出来俩在哭 一个不吭声',
          '哎大哥，滑冰场这旮沓有个小伙儿卡了，胳膊都拐到反面去了，疼得嗷嗷的',
          '喂喂，三楼下二楼那个扶梯，老太太没站稳一路滚下去了，后脑勺全是血',
          '蹦床馆，小男孩落下来胳膊拐了个弯，他妈快疯了',
          '3F扶梯 小孩凉鞋卷进去 脚指头出血 已急停 要120',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '三楼洗手间门口 男的五十多 人一下就直了 嘴里吐沫子 家里人按不住',
          '来个人行不行，我爸逛着逛着脸煞白，捂着胸口就坐地下了，叫他也不搭理我',
          "My friend ate some noodles with peanuts at the food court and her face is all swollen, she says she can't swallow.",
          '四楼那家海鲜自助 一家五口吃完全吐了 还拉杜子 老的那个站不起来',
          '影城7号厅，有个男的看着看着就抽抽，嘴里往外冒沫子',
          '排队抢月饼那儿一大爷脸煞白，出溜地上了，叫不应',
          'wei, yi lou hua zhuang pin zhe bian you ge yun fu du zi teng, zhan bu qi lai le',
          '酸菜鱼那家，一桌八个吃完全吐了，还有个拉得都站不住，怕是食物中毒',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '西门积水过脚踝 暴雨没停 马路上的水往负一楼坡道灌 保安在堆沙袋',
          '晃了晃了！大吊灯都在甩，货架上东西哗哗往下掉，人都往外跑，要不要广播啊？',
          '喂保安啊，外面风好大啊，八号波都挂咗啦，门口嗰块招牌吹到摇摇下，仲开唔开门㗎？',
          '外广场下冰雹 鸡蛋大小 采光顶砸得咚咚响已经有裂 顾客全躲到一楼门厅 没人伤',
          '昨儿一宿雪下到膝盖了，北门那雨棚压弯了，咯吱咯吱的，我瞅着要塌，早上还开门不？',
          '西广场那个大棚子让雪压趴下了，人早清走了，雪还在下呢，北边那个也吱吱响',
          '暴雨倒灌，B2地库水到小腿肚子了，坡道那儿还跟河似的往下来',
          '刚才晃了有十来秒吧，吊灯还在摆，人都往外跑，咱们清不清场啊',
          '台风红色预警刚发 楼顶大广告牌晃得厉害 铁皮已经飞了一块',
        ],
      },
      power: {
        'mall-other-event': [
          '喂喂，我们二楼整层灯全灭了，收银机也死了，扶梯停了，黑咕隆咚的',
          'B座停电了，整栋，就剩安全出口那点绿灯',
        ],
      },
      system: {
        'mall-other-event': [
          '停车场道闸抬不起来 扫码不出账 出口车排到B3 司机都在按喇叭',
          '收银系统瘫了 扫码刷卡都不行 各家店都在打电话',
        ],
      },
      fault: {
        'mall-other-event': [
          '三楼母婴店说冒烟 保安看了不是烟 是热水管崩了喷的汽 水顺着灯往下淌 货泡了',
          'B1超市熟食上头水管爆了 水淹脚面 工程电话没人接',
          '东边外墙又掉下来一块玻璃，碎一地，底下没人，得赶紧拉线',
          '三楼往上一点冷风没有，外头三十八度，店家说再不修就关门走人了',
          '2上3那部付梯自己倒着走了两步 人都跳下来了没事 现在停着',
        ],
      },
      order: {
        'mall-other-event': [
          '同志，我家妞妞不见了，四岁，穿红裙子，刚才还在娃娃机那儿，我就扫个码的工夫',
          '一姑娘跨到六楼栏杆外头坐着 腿悬着 边打电话边哭 楼下围一圈人举手机',
          '两家店为了花车摆哪儿吵上了，过道堵得走不了人，眼瞅要动手，你们经理来一下',
          '一楼不知道哪个明星来了，小姑娘们疯了一样往前拥，铁马都挤歪了，我推着婴儿车出不去啊',
          '小孩走失，男，五岁，红羽绒服，最后在一楼糖葫芦摊，家长在服务台哭',
          '中庭五楼栏杆外头坐着个姑娘，脚耷拉着，谁劝都不吭声',
          '那个网红来签售，一楼人贴人，铁马都挤歪了，后头还在往里推',
          "My dad has dementia and he's wandered off, last seen by the cinema ticket machines, grey cap",
          '消防车是去隔壁小区的，咱这儿啥事没有，就是看热闹的把东门堵死了，车进不来出不去',
        ],
      },
      loss: {
        'mall-other-event': [
          '我试双鞋，手机就放凳子上，一转眼让人顺走了，一万多买的呀，你们给我调监控',
          '手机店报失窃，柜台样机少了两台，看回放是俩戴口罩的顺走的',
          '客人吃饭时包挂椅背上，一扭头没了，护照也在里头',
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
          '喂值班室吗，大厅东边自助机后面着了，火苗一尺多高！',
          '档案室门缝往外冒黑烟 门把手烫手 里头应该没人 钥匙在老陈那',
          '不动产窗口这边，头顶灯盘滋滋响，往下滴东西，滴下来还带着火，纸都点着了',
          '保洁说三楼女厕纸篓有人扔烟头 现在一屋子白茫茫 呛得进不去',
          '有个人把自己材料堆地上拿打火机点了就跑，人没影了，现在连宣传架子都引着了',
          "Excuse me, I'm here for my work permit, there is smoke coming out of the air vent above counter twelve and it smells like burning plastic.",
          '二楼档案室门缝往外冒黑烟，门把手都烫',
          '着火了着火了，自助打证那台机器，后面全是火',
          '十六号窗谁把小太阳塞桌底下了，窗帘都烧上去半截了',
          '开水间插座起火 保安拿灭火器去了',
          'Excuse me, the photo booth upstairs, there are flames behind it and people are coughing',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '我6号窗口小刘…有个大叔说今天不给办就谁也别想走，手一直揣怀里，我有点怕',
          '男的从包里抽出菜刀拍台上 要见主任 群众往后退 还没伤人',
          '有个男的拍着柜台说今天不给办谁也别想好过，手里攥个瓶子，晃来晃去的不让人靠近',
          '婚姻登记那边 男的揣着刀不让女的签字 吼得整层都听见',
        ],
      },
      power: {
        'government-hall-power-cut': [
          '停电了，整个大厅都黑了，叫号屏也没了，老百姓都在问咋办',
          '十点零五 咔一声 灯灭空调停 电脑全黑 对面银行的灯还亮着',
          '我机房小孙，UPS一直嘀嘀叫，说还能撑二十分钟，外头的电还没来',
          '供电所来电话 门口修路把电揽挖断了 咱这片最快下午四点 现在靠应急灯撑着',
          '哎我正按手印呢，啪一下啥都没了，自动门也不动，靠手掰开的，你们这是没交电费啊？',
          '大厅停电了，叫号屏也灭，三百来号人坐着呢',
          '供电那边来电话，说外头修地铁挖断缆了，咱这片下午三点前都来不了',
          'da ting mei dian le, dian nao quan mie, bei yong de ye mei qi lai',
          '3楼税务那半边没电 灯跟电脑全灭 另半边好的 电工在查',
          '不是系统的事，主机风扇都不转了，空调也没声了，就那个UPS在那儿嘀嘀叫',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '社保窗口两个人因为插队打起来 眼镜都打飞了 拉不开',
          '这都几百号人了，为了学区那个证，门口还往里涌，取号机那边有人被挤得直叫唤',
          '三十来个业主拉白布坐在大厅正中间 喊还我房子 不让办事的过',
          '恁赶紧下来个人吧，婚姻登记这儿两家亲戚骂起来啦，椅子都掀喽',
          'dating you ren nao shi ba quhaoji za le hai wang guitai limian fan jiao baoan',
          '社保区俩人为一个号打架，眼镜都打飞了',
          '不动产窗口来了三四十个业主闹事 拉横幅 把门堵了',
          '学区报名头一天，门刚开条缝就全涌进来，取号机都给拱倒了',
          '一中介骂窗口小姑娘，材料撒得满地，还举着手机直播',
          '老头往咨询台前头一躺，不是病，就说养老金少他三百，领导不来他不起，围了一大圈人起哄',
          '都五点半了，过户的还有小两百人不肯走，开始推卷帘门了，保安就我们仨',
        ],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '我1608的，走廊全是烟，我门不敢开，外面有人喊着火了，我怎么办啊',
          '厨房排烟道窜火了 顺着管子往上走 厨师都撤出来了',
          'Hi, room 912, my laptop was charging on the bed and now the sheets are burning, please come quick!',
          '客人说床头那面墙摸着烫 墙纸发黄起泡 插座眼里一闪一闪红的 有焦味',
          "There's smoke coming in under my door, 1417, the door is hot, what do I do",
          '洗衣房烘干机着火，毛巾烧成一团',
          '中厨油锅起来了 锅盖捂了没捂住 已经上排烟罩',
          '8 lou zou lang quan shi yan, kan bu qing men pai, you ren zai han jiu ming',
        ],
      },
      gas: {
        'generic-service': [
          '305两天没出来 服务员开门 人躺地上脸通红叫不醒 屋里一盆炭早灭了 窗缝都拿胶带封着',
        ],
      },
      weapon: {
        'generic-service': [
          '有个男的在我门口转半天了，拧我门把手，隔着门说他知道我一个人住…你们快点上来',
          '大堂来个男的，袖子里别着把尖刀，一个劲问他老婆住哪间',
        ],
      },
      trapped: {
        'generic-service': [
          '喂？喂听得到吗，电梯不动了，我一个人在里面，好像是八楼，灯一闪一闪的，我喘不上气我害怕',
          "Hello? We're stuck in the lift between six and seven, four of us, one lady is panicking",
        ],
      },
      injury: {
        'generic-service': ['泳池捞起来一个男孩 没气 救生员在按胸口'],
      },
      illness: {
        'generic-service': [
          '婚宴散了才半钟头，回房的客人七八个上吐下泻，疑似食物中毒',
          '叫早叫了三遍没人接，开门进去人躺浴室地上，打着呼噜可怎么拍都不醒',
        ],
      },
      power: {
        'generic-service': ['全楼没电 发电机带起来了 可是门卡刷不亮 客人都站走廊里'],
      },
      system: {
        'generic-service': ['前台系统死机，房卡做不出来，一个团四十多人拖着箱子等'],
      },
      fault: {
        'generic-service': [
          '侬好，阿拉1203，天花板勒漏水，滴滴答答一夜天，床侪湿脱了，哪能困啦',
          '1102热水管报了 水从门底下往外淌 走廊地毯全湿',
        ],
      },
      order: {
        'generic-service': [
          '宴会厅两桌喝喜酒的打起来 酒瓶子都飞了 新娘在哭',
          '7lou de keren shuo tiantai you ge nvhai zuo zai bianshang yao wang xia tiao',
          '1506喝大了，光着膀子挨个踹门，隔壁吓得不敢出来',
          '九楼烟感又叫，上去看了是洗澡的热气，没火，可是客人全站走廊里骂，要退房',
        ],
      },
      loss: {
        'generic-service': [
          '我锁在房间保险箱里的手表没了，就出去吃了个早饭，你们谁进过我屋？',
          "I left my laptop at the breakfast table, came back two minutes later and it's gone",
        ],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      illness: {
        'conference-service': [
          "The keynote speaker just fainted backstage, she's very pale, do you have a doctor in the building?",
          '主旨发言那位讲到一半扶着台子滑下去了，底下全站起来了',
        ],
      },
      system: {
        'conference-service': [
          '主会场话筒全没声 大屏也黑 领导已经上台了',
          '同传耳机里全是沙沙声，外宾都摘了，部长五分钟后上',
        ],
      },
      fault: {
        'conference-service': ['二楼看台栏杆玻璃松了一块 一靠就晃 底下正坐着人'],
      },
      order: {
        'conference-service': [
          '有个没带证的冲上台抢话筒，底下都站起来了，保安呢保安呢',
          '有人举牌子冲上台抢话筒，两个保安按不住',
        ],
      },
      loss: {
        'conference-service': ['签到台那台笔记本丢了 名单全在里头 下午还要用'],
      },
    },
  },
]
