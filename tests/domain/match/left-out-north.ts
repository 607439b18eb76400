/**
 * What callers of a small town in the north say, many of them old, by a writer who
 * had read the titles of the plans and a line about each. Written on 2026-11-27. They are among the
 * sayings: who counts them leaves them out of what is learned (second-ear-left-out.test.ts).
 */
import type { CallersAt } from './callers.ts'

export const LEFT_OUT_NORTH: readonly CallersAt[] = [
  {
    site: 'gas',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': [
          '咱营业厅着火了，缴费窗口边上那堆宣传单着的，快来人',
          '咱里屋换衣裳那间，门缝底下往外淌黑烟，门把儿烫手，俺没敢开',
          '小李在咱后厨炸辣椒油走开一会儿，那抽油烟机整个红了，油往下滴答都带着苗儿，盖锅盖也不好使',
          'The storeroom behind our service counter is burning, smoke coming through the ceiling tiles, we are getting customers out',
        ],
        'gas-accident-hotline': [
          '我家灶眼底下那软管子着了，蓝火苗子老高，俺拿湿被子捂不住啊，北关机械厂家属院',
          '供销社跟前那燃气井盖子，缝里往外冒火，雪都化了一圈，孩子们还围着烤呢，你们管不管',
        ],
      },
      gas: {
        'gas-accident-hotline': [
          '喂，燃气公司吗，我家厨房煤气漏了，味儿老大了',
          '闺女啊，俺家那灶台后头呲呲响，跟长虫吐信子似的，还一股臭鸡蛋味儿，俺八十了不会关',
          '道上挖沟的把那黄管子刨断了，气儿往天上蹿，呜呜的，就农机局门口',
          '俺家对门半天敲不开，昨儿黑夜烧燃气热水洗澡来着，从窗户瞅着两口子躺地上，脸通红',
          '俺爹早起就说脑袋迷糊、恶心，你们装的那壁挂炉烧了一宿，这会儿俺也有点站不住了',
          'Hello? I smell gas in the stairwell of building 7, Jianshe Road, the hissing comes from the meter box',
          '我不着急啊，就问问，你们那气里加的臭味儿是不是这两天加重了？俺这屋开窗都散不净，猫都蔫儿了趴那儿不动',
          'wei wei, wo jia mei qi biao na er ci ci lou qi, zai dong guan jie san hao lou',
          '你好我想保修，表底下那接头拿胰子水一抹咕嘟咕嘟冒泡，老伴儿还不让我吱声，说没事',
          '小区后墙那个灰铁箱子，写着你们公司名的，让三轮车怼歪了，现在吱吱叫唤，半个院儿都闻着味儿',
          '我入户安检的，一进这单元检漏仪就叫个不停，地下室数都爆表了，怕是外头管子谢露，给调度报一下',
        ],
      },
      explosion: {
        'gas-explosion': [
          '喂喂，咱营业厅后头调压箱那屋“咣当”一声，窗户全震飞了，人都趴地上了',
          '营业厅门口石墩子边上搁着个编织袋，里头嘀嗒嘀嗒响，还露两根线头，保安大爷不敢碰',
          '收拾大厅储物柜翻出来一捆红纸管子，带捻儿的，像早年开山用的那个，大伙儿都往外撤了',
        ],
        'gas-accident-hotline': [
          '喂我报一下，俺家楼上轰地一声，窗户框子都掉当院了，说是做饭打火打的',
        ],
      },
      weapon: {
        'gas-fight-theft-robbery': [
          '戴头盔那个蹦进柜台里头，刀比划着让把抽屉的钱都倒他兜里，这会儿骑摩托往北蹽了，人没伤着',
        ],
        'gas-safety-premises-attack': [
          '客户隔着窗口把咱收费员小张打了，鼻子出血',
          '他把一杯热水照脸就泼过来了，小刘捂着眼睛蹲柜台底下呢，那人还要往里翻',
          'wo men ying ye ting de bao an bei ke hu yong ban deng za le tou, kuai lai ren',
          '主任让一个办过户的从后头勒住脖子往门外拖，我们几个女的掰不开他手',
        ],
        'gas-threatening-call': [
          '刚才热线打进来一个恐吓电话，说再不给他家通气就把咱公司炸了',
          '接了个男的电话，不紧不慢的，说知道我家孩子在实验小学几年几班，让我把他那违章单子消了',
          'A man just called our hotline, said he would kill the meter reader if he comes again, then hung up',
          '有个老头儿打热线问，你们几点下班呐，我磨好了，在门口等你们那个姓王的。听着不像闹着玩儿',
        ],
        'gas-safety-home-visit-attack': [
          '师傅上门安检被住户打了，在幸福里二单元',
          '我是抄表老周，这家把门反锁了不让我走，怼了我两杵子，我躲人家厕所给你们打的',
          '俺说他家私接的管子得拆，他上来就一炒勺，俺脑瓜子嗡嗡的，这会儿下楼坐车里呢',
          '住户喝大了，拎着菜刀撵咱小孙，从五楼撵到一楼',
          '安检员小吴一个女同志，入户让那家男的堵屋里动手动脚，刚跑出来，浑身哆嗦',
          '我去他家查表他放狗咬我！说了声“上”，那狗就扑上来了，腿上肉豁开一块',
          'The resident pushed our technician down the stairs when he tried to shut the valve, and he still has his tool bag',
          '俺跟徒弟来停气的，刚敲门，上头一盆开水冲着俺俩就下来了，徒弟后脖颈子全是泡，那人还在窗户里乐呢',
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '咱小赵在大厅站凳子上擦宣传牌，凳子腿一歪人拍地上了，胳膊肘往外拐着',
          '咱食堂大师傅端汤绊门槛上了，一锅全浇自个儿脚面上，袜子都粘肉上了',
          '咱保洁刘姨擦自动门让门给夹了手，手指盖儿都掀起来了，血糊啦的',
          '小王骑电动车去客户家，道上让出租车刮了，腿动不了',
          '我安检完刚出单元门，房檐上冰溜子掉下来砸膀子上了，胳膊抬不起来',
          '抄表道上，野狗，不是谁家养的，从垃圾堆蹿出来照我腿肚子就是一口',
          '在人家里换表，扳手打滑，虎口豁开了，血止不住，户主大姐正给缠毛巾呢，人家挺好的',
          '楼道没灯，俺查完表下楼一脚踩空，骨碌下来半层，脚脖子肿得跟馒头似的',
          '我上门修热水器碰着漏电的外壳了，一下把我弹出去，手心黑了一块，还是户主给拉的闸',
          '师傅上梯子够人家外墙那立管，一阵风，人跟梯子一块儿下来了，叫他也不应声，就我跟户主俩人在这儿',
        ],
        'gas-customer-fall-or-illness': ['来交费的一个老太太在门口台阶上划倒了，说大胯疼起不来'],
      },
      illness: {
        'gas-customer-fall-or-illness': [
          '取号机跟前那老爷子，好端端的嘴就歪了，手里票攥不住，说话呜噜呜噜的',
          '一个大肚子的媳妇排队排着排着往下出溜，裤子都湿了，她男人在外头停车呢',
          '有个大爷来充卡，捂着心口窝，脑门子冒汗，他自己说歇会儿就好，俺瞅着不对劲，嘴唇都紫了',
          '等候区有个孩子翻白眼抽抽呢，嘴里吐沫子，他奶奶直掐人中',
          '我上门换表呢，这家就老太太一个人，刚站起来倒水就瘫了，眼睛睁着不说话，这咋整',
        ],
      },
      power: {
        'gas-hall-power-cut': [
          '营业厅停电了，外面还排着四十多号人',
          '屋里一下子全黑了，叫号的也不吱声了，一条街都没亮儿，估摸是电业局拉的',
          '哎，咱营业厅电费是不是没交啊，早上来卷帘门按不动，灯一个不亮，屋里黢黑',
        ],
        'gas-electrical-failure-programme': [
          '大厅配电箱里噼里啪啦打火花，一股糊巴味，没着起来，谁懂电的快来',
          '咱那电闸一推就跳，一推就跳，推四回了，就东边那一路插座的事儿，别处都好使',
          '柜台墙根那根线烫手，皮儿都软乎了，一开电暖气就这样，摸旁边铁皮柜还麻人',
        ],
      },
      system: {
        'gas-counter-system-failure': [
          '业务受里系统进不去了，四个窗口都卡在登录界面',
          '开户过户全办不了，点保存就转圈圈，隔壁窗口也是，可网好使，微信都能发',
          '俺们柜台电脑调出来的户名全是别人的，张三变李四，不敢往下收了，各窗口都停手了',
        ],
        'gas-recharge-terminal-failure': [
          '营业厅五台自助充值机全都充不上，一台好的没有',
          '墙边那排铁柜子，自个儿往里续气钱的那个，卡插进去就不吐，六台有五台这样，老头老太太都围着拍呢',
          'The self-service top-up machines are down in every hall of the county since nine, nobody can load a gas card',
        ],
        'gas-hotline-failure': [
          '客服热线打不进来了，所有坐席都没声音',
          '奇了怪了，咱接线的一上午一个电话没响，拿手机打自个儿的号，说是空号',
          '打进来的都说听不着俺们说话，俺们听他跟打雷似的滋啦，换了八个耳麦都一个样',
          '坐席屏幕死那儿了，来电弹不出号，录音也不走，接一个断一个',
        ],
      },
      order: {
        'gas-agitated-customer': [
          '有个客户在三号窗口拍桌子骂人，非说表走快了，怎么劝都不听',
          '那老爷子也不动手，就坐大厅当间儿地上，嗷嗷喊你们喝人血，一屋子人瞅着他，都半个点儿了',
          '大姐把缴费单子撕得稀碎往天上扬，说今儿不给她个说法她就不走，嗓门儿大得对面药店都听着了',
          '也不是啥大事，就是老孙头又来了，为那十七块钱气费，脸红脖子粗的，正跟主任翻旧账呢，没碰人，您看谁来劝劝',
          '线上这位骂了二十分钟了，挂了又打，说停气三天没人管，接线的小姑娘都给骂哭了',
          "Caller is screaming about his bill and won't let me speak, no threats, just very angry, he wants a manager",
          '老大娘在电话里边哭边嚷，说数九寒天的壁挂炉没人给修，你们良心让狗吃了，非要找市长',
          '电话里这哥们儿不骂娘，就来回那一句“你们等着上电视吧”，越说越来劲，那头听着摔杯子呢',
          '户主堵着门跟我们嚷嚷，说换了新表多走字，要退钱，没动手，可左邻右舍都出来看了',
        ],
        'gas-fight-theft-robbery': [
          'Two customers in the queue are hitting each other with umbrellas, somebody jumped the line I think, send security please',
          '一帮小子进来堵一个来交费的，说他欠账，皮带都解下来抽上了，跟咱没关系可是在咱屋里头',
        ],
      },
      loss: {
        'gas-fight-theft-robbery': [
          '俺们大厅逮着个小年轻，手正伸人老太太布兜子里夹钱，让保安按住了',
          '营业厅门口车棚里有个人拿大钳子铰电动车锁呢，一看就不是车主，俺一吆喝他还不跑',
        ],
        'gas-property-loss-company': [
          '楼上跑水把咱库房泡了，三百多块新表全完蛋了，账咋报',
          '盘库对不上数，账上有货架上没有，少了二十来块卡表，翻遍了也不知道啥时候没的',
        ],
        'gas-property-loss-customer': [
          '大厅顶棚漏水，正浇在客户放等候椅上的笔记本电脑上，开不了机了',
          '咱牌匾掉下来一块铁皮，正拍来办事那人新买的捷达上，机盖子一个坑，人没事，车主让咱赔',
          '老太太在大厅抹眼泪呢，布包里有存折还有给孙子的学费，自个儿也想不起撂哪个椅子上了，帮着找找呗',
          '入户拧管子使大劲儿了，把人家橱柜石头台面撬裂了，说是新装修的，让照价赔',
        ],
        'gas-property-loss-company or gas-fight-theft-robbery': [
          '上门干活，咱工程车停楼下，回来一看玻璃碎了，检漏仪跟工具箱全没影了',
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
          '银行着火了，自助区那边',
          '取款机后头那小黑屋冒言，塑料烧化那味儿，呛嗓子',
          '碎纸机里头红彤彤的，纸条子卷着往外吐火舌头',
          '顶棚灯管子噼啪一响，掉下来几个火星子，落窗帘上了，帘子这就卷起来了',
          '不知谁往纸篓里扔的烟头，这会儿苗子都蹿到填单台上了，灭火器拔不开销子',
          'Smoke is pouring out of the vault corridor and the sprinklers just came on',
          '隔壁炸串店烧过来了，咱西墙皮都烤黄了，卷帘门不敢摸',
          '有个老师傅的充电宝在兜里鼓了，噗一下，他赶紧扔椅子上，海绵垫子也引着了',
        ],
      },
      weapon: {
        'bank-casualty': [
          '有人拿锤子抡柜员，隔着玻璃没打着，转身把等号的大姐砸了，血淌一脸',
          'A customer just got stabbed by a man at the ATM, she is lying at the door',
          '俩储户抢座呛呛起来，一个抄保温杯给另一个开了瓢',
        ],
      },
      trapped: {
        'bank-casualty': [
          '运钞车倒车把咱保安小马挤墙上了，人夹当间儿，喊都喊不出声',
          '俺也不知道该不该说，那厕所里头锁着，有双鞋半天没挪窝，喊他光哼哼',
        ],
      },
      injury: {
        'bank-casualty': [
          '老太太让旋转门带倒了，磕了后脑勺，现在净说胡话，问她儿子叫啥都不知道',
          '小周手指头绞清分机里了，拽不出来，脸都白了',
          '大爷来取养老钱，门口一层薄冰，刺溜一下坐地下了，他说听着咔吧一声',
        ],
      },
      illness: {
        'bank-casualty': [
          '大厅有个客户晕倒了，快叫救护车',
          '排队那老爷子脸煞白，汗珠子跟豆似的，说胳膊麻到小拇哥了',
          '一个小媳妇嗓子眼儿卡了枣核还是啥的，脸憋青了，两手抓脖子',
          '贵宾室那位，打了胰岛素没顾上吃饭，叫也不应，一身凉汗',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '地震了，大厅吊灯直晃，人都往外跑',
          '大雨下得邪乎，门口水没到脚脖子了，沙袋不够，正往屋里灌',
          '雹子跟鸡蛋似的，把咱门口玻璃雨搭砸得稀碎，没砸着人',
          '雪一宿下了快到腰，门推不开，房盖嘎吱嘎吱响，怕是要压塌',
          '八九级大风，把行里招牌掀了，半拉挂着当啷当啷的，底下还走人呢',
          '村里喇叭喊呢，说上头水库放水，水头过来了，让往高处挪，咱这儿可就在河沿儿上',
          '连阴雨下的，后坡刚才哗啦下来一大片泥，把后院墙推倒了，离金库不到十米',
        ],
      },
      power: {
        'bank-power-cut': [
          '咱行里停电了，发电机也没起来',
          '叫号机灭了，柜台灯灭了，就墙上那绿牌牌亮着，外头红绿灯也不亮',
          '机房那电瓶柜滴滴叫唤，说还能撑十来分钟，供电所讲电缆让人挖断了',
          '卷帘门落一半不动了，灯跟空调也都没了，点到一半的钱不敢动，啥时候来店啊',
          'The lights just died and the counters are on battery, is it only us or the whole street?',
          '这屋灯一忽闪一忽闪的，末了全没了，街坊说那变压器嗡一声就歇菜了',
        ],
      },
      system: {
        'bank-network-security': [
          '柜台电脑中病毒了，文件全打不开，要钱才给解',
          '大娘拿手机给我看，说这不你们行的网页吗，输完卡号密码钱就飞了，我一瞅那网址多个字母',
          '柜员那屏幕上箭头自个儿动，谁也没碰，正点转账呢，俺把网线薅了',
          '有人在群里卖咱储户名单，身份证电话余额都有，我瞅一眼，还真有我二姨',
          'zong hang shuo you hei ke jin le zan men nei wang, rang xian ba wang xian ba le',
          '上头来电话说外头有成千上万台机器一块儿怼咱网银，谁也登不上，让咱先别重启',
          '小郭点了个补贴通知的附件，完了他邮箱自个儿给全行发信，四十多人跟着中招了',
        ],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-sudden-event': ['仓库着火了，快叫消防'],
      },
      gas: {
        'company-accident': [
          '下池子清淤，下去一个没动静，又下去一个还没动静，现在上头谁也不敢下',
          "The chlorine hose came off while unloading, three of our workers are coughing and can't breathe",
          '打更的老哥儿俩值班室里烧了一宿煤炉子，早上叫不开，砸开一看人都凉了，脸还粉扑扑的',
        ],
      },
      explosion: {
        'company-sudden-event': [
          '喷漆房那边轰隆一下，房盖都掀了，幸亏都吃晌午饭去了',
          "Somebody left a box with wires at reception, then phoned and said don't anyone touch it",
        ],
      },
      trapped: {
        'company-accident': [
          '老李胳膊让皮带卷进去了，机器停了，人还卡那儿呢',
          '卸煤那堆塌下来把人捂底下了，就露一只手套',
        ],
      },
      injury: {
        'company-accident': [
          '车间有人从脚手架上掉下来了，伤得不轻',
          '咱送货的车在国道上翻沟里了，司机满脸血，副驾那个出不来',
          '火碱崩眼睛里了，小高睁不开眼，正拿水管子冲呢',
          '电工老曹粘在那线上直抖，我们拿木头杆子给扒拉下来的，没气儿了',
          '叉车倒车没瞅后头，把收发室大娘的脚碾了',
          '通勤大巴雪道上跟拉木头的顶上了，前排好几个抱着腿叫唤',
        ],
      },
      illness: {
        'company-sudden-event': ['吃完食堂那豆角，三十多号人连拉带吐，茅房都排不上'],
      },
      weather: {
        'company-sudden-event': ['河堤开口子了，水奔咱厂区来了，原料库那块儿最洼'],
      },
      power: {
        'company-failure': ['公司停电了，生产线全停'],
      },
      system: {
        'company-failure': [
          '办公楼网断了，ERP金不去，财务今儿发不了工资',
          '大门那刷脸的谁也认不出来，闸机不抬，三百来号人在外头冻着呢',
          '总机打不出去，分机之间也是嘟嘟嘟，厂长喊我跑着送信儿',
          'gong si fu wu qi dang ji le, suo you ren dou deng bu shang xi tong',
        ],
      },
      fault: {
        'company-failure': [
          '货梯停二楼三楼当间不动了，里头没人，门就那么张着嘴',
          '办公楼暖气管子崩了，热水呲一走廊，档案室地板都漂起来了',
          '空压机光哼哼不上气，后头几道工序都趴窝了',
          '机房空调歇了，里头四十多度，服务器一台接一台自个儿关',
          '锅炉那水泵不转了，管子一会儿比一会儿凉，再不修车间暖气片就得冻裂',
        ],
      },
      order: {
        'company-sudden-event': [
          '大门口拉横幅的，包工头领着六七十个人，堵着车不让出，要工钱',
          '有个扛摄像机的闯进来，说是省台的，追着老总问排污那事儿，正播着呢',
          '楼顶边上坐着个人，是上礼拜让回家那个小魏，脚耷拉在外头，说谁过来他就出溜下去',
        ],
      },
      loss: {
        'company-sudden-event': ['昨黑夜库里丢了两吨铜线，看门狗让人药死了'],
      },
    },
  },
]
