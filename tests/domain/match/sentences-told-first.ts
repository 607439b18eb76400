/**
 * What strangers say, first writer: oral, regional, without the usual words. Written on 2026-11-27
 * by somebody who had read no rule; what was missed was mended, so words are tuned for it.
 * It is long because the list stays whole, as it was counted.
 */
import type { CallersAt } from './callers.ts'

export const TOLD_FIRST: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼火锅店那边呛得慌，眼都睁不开，服务员喊油锅窜起来了',
          '地下车库B2一辆白色电车底盘滋滋往外喷白气，车主跑了',
          '保洁讲五楼女厕纸篓让烟屁股给点了，泼了两桶水没压住',
          '保安说配电间门缝里一闪一闪发红，门把手摸着烫',
          '烤肉店排烟管轰轰响往下掉火星子，楼上住户也来电话问',
          '四楼影院糊味大得很，看电影的自己往外跑，还没瞅见火头',
          '不是误报！！中庭那棵圣诞树烧掉半边了',
        ],
      },
      gas: {
        'mall-fire or mall-other-event': ['负一小吃街有个液化气瓶子拧不死，一直嘶嘶叫，摊主躲老远'],
      },
      explosion: {
        'mall-other-event': ['一楼寄存柜有个双肩包滴答滴答的，存包那人找不着'],
        'mall-personal-injury or mall-fire': ['奶茶店后厨嘭的一下玻璃全碎，俩店员满脸是血'],
      },
      weapon: {
        'mall-personal-injury': ['有个男的拎菜刀在二楼见人就抡，已经躺下两个了快点'],
        'mall-other-event': ['金店遭抢，俩戴头盔的抡锤子敲柜子，往东门蹽了，没人伤着'],
        'mall-personal-injury or mall-other-event': ['一楼七八个小年轻干起来了，有一个脑壳开瓢'],
      },
      trapped: {
        'mall-other-event or mall-personal-injury': [
          '观光梯卡三四楼当间儿，里头五个，有个大肚子的喘不上来',
        ],
        'mall-personal-injury or mall-other-event': [
          '小娃脑袋嵌在二楼栏杆里头拔不出来，脸都憋紫了',
        ],
      },
      injury: {
        'mall-personal-injury or mall-other-event': [
          '三号扶梯突然倒着走，摔成一堆，少说七八个，有起不来的',
        ],
        'mall-personal-injury': [
          '蹦床那边娃儿胳膊折了，骨头茬子都看得到',
          '五楼翻下来一个人 摔在中庭 趴那一动不动',
          '吊顶掉了块板，正砸一大姐头顶，淌血淌一脸',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '超市收银口一老大爷直挺挺倒了，嘴唇发乌，叫不应',
          '吃了四楼自助的一桌六个全在厕所哕，有个都站不住了',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '晃了晃了！吊灯甩得厉害，顾客都往外冲',
          '车库坡道水跟瀑布似的往下灌，沙袋顶不住，车轱辘都没了',
          '台峰来了，西门大招牌吹得哐哐的，眼看要砸下来',
        ],
      },
      power: {
        'mall-other-event': ['整个三楼乌漆嘛黑，收银全灭，不是跳一家'],
      },
      fault: {
        'mall-other-event': ['二楼公厕管子崩了，水都漫到专柜里头了'],
      },
      order: {
        'mall-other-event': [
          '开业送鸡蛋，东门挤成一锅粥，玻璃门快撑不住了',
          '一妈妈哭着找娃，四岁男孩黄衣服，最后在三楼玩具店',
        ],
        'mall-other-event or mall-personal-injury': [
          '六楼天台外沿坐个女的，腿耷拉外头，谁过去她就喊要下去',
        ],
      },
      loss: {
        'mall-other-event': ['二楼女装店逮着个往包里塞衣裳的，正拉扯想溜'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '档案室门底下往外拱灰烟，烟感一声没吭',
          '自助打印机后头噼啪打火花，旁边纸已经引着了',
          '二楼茶水间微波炉里头窜火苗，小李拿湿毛巾捂着呢',
          '不是没电，是电闸箱烧得通红，塑料味熏死个人',
        ],
      },
      weapon: {
        'government-hall-disturbance or government-hall-fire': [
          '3号窗口有个人往身上浇汽油，手里攥着打火机',
        ],
        'government-hall-disturbance': [
          '办社保那男的抡凳子夯窗口玻璃，里头小姑娘手划了个大口子',
          '俩人为个号掐上了，一个从兜里掏水果刀',
          '门岗讲有个人揣着家伙往里闯，安检没拦住',
        ],
      },
      explosion: {
        'government-hall-disturbance': ['刚有人嚷嚷包里有雷管，非要领导下来见他'],
      },
      order: {
        'government-hall-disturbance': [
          '二三十号人扯白布条堵着大门，办事的进不来出不去',
          '老爷子躺地上死活不走，还把叫号机掀了',
          '举手机拍视频的堵着窗口骂，一帮人跟着起哄，撵不走',
        ],
      },
      power: {
        'government-hall-power-cut': ['啪一下全黑，叫号也哑了，几十台机子全灭'],
      },
      trapped: {
        'government-hall-power-cut': ['整栋没电，电梯停半道，里头还关着俩办事的'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      fire: {
        'bank-fire': [
          '自助区那台ATM屁股后面冒黑烟，焦糊焦糊的',
          '隔壁小饭馆烧大了，火舌头都舔到咱招牌了',
          '值班室插线板燃了，灭火器喷完一瓶还在燃',
          '机房UPS电池鼓包了烫得很，刚开始往外冒白烟',
          '厅里烟罩着，客户捂鼻子往外撤，火头没寻着',
        ],
      },
      illness: {
        'bank-casualty': [
          '取号机边上一大妈瘫下去了，手捂心口，汗珠子直冒',
          '理财室里客户突然抽起来，翻白眼，嘴里吐沫子',
        ],
      },
      injury: {
        'bank-casualty': [
          '门口台阶上冻，大爷仰八叉后脑勺磕的，话都说不出来',
          '转门把小娃手指头轧了，指甲盖都掀了',
          '抢东西的跑了，保安老赵挨一锤子晕那了，还有气',
        ],
      },
      weapon: {
        'bank-casualty': ['两个客户排队顶起来，一个让对方捅了肚子，地上一滩血'],
      },
      weather: {
        'bank-natural-disaster': [
          '下水道返水，大厅没过脚脖子了，库在地下呢',
          '地在抖，天花板掉灰，柜员都钻桌子底下了',
          '风太大，门口大树刮倒压着雨棚，玻璃裂了一片，没人伤',
        ],
      },
      system: {
        'bank-network-security': [
          '所有窗口屏上蹦出英文红框，要付币才给解',
          '跟分行的线断了，一笔账都做不了，有电，隔壁网点是好的',
        ],
      },
      power: {
        'bank-power-cut': ['整条街黑了，ups讲还能顶二十来分钟'],
      },
      trapped: {
        'bank-power-cut': ['没电了，客户给关在自助取款小隔间里头，门推不开，人急得拍玻璃'],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': ['主席台后头幕布让射灯烤着了，已经燎上去半米'],
      },
      injury: {
        'conference-service': ['搭架子的小伙从三米多高栽下来，腿没知觉'],
      },
      illness: {
        'conference-service': [
          '第三排老教授头一歪没反应了，脉摸不着',
          '中午盒饭吃完，代表一个接一个拉，有俩虚得起不来床',
        ],
      },
      explosion: {
        'conference-service': ['安检过机子看着包里像雷管，人把包一扔撒腿跑'],
      },
      weapon: {
        'conference-service': ['有个人窜上台抢麦，还拿瓶子砸主讲'],
      },
      trapped: {
        'conference-service': ['四个外宾闷在西侧那部梯里，在里头敲，十来分钟了'],
      },
      gas: {
        'conference-service': ['茶歇间酒精炉边上煤气味儿冲鼻子，跟会场就隔一堵墙'],
      },
      system: {
        'conference-service': ['同传耳机里全是滋滋声，外方说啥也听不清'],
      },
      power: {
        'conference-service': ['灯全没了应急灯也没起来，里头三百多号人'],
      },
      order: {
        'conference-service': ['签到口顶不住了，没证的硬往里拱，保安就两个'],
      },
      loss: {
        'conference-service': ['领导装讲稿那公文包不见，还有四十分钟就开'],
      },
    },
  },
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire': [
          '厅里空调外机着起来，烟顺窗户往里钻',
          '等候区沙发有人扔烟头燃了，仨交费的还在里面没出来',
          '放表的库房往外涌烟，看不清，门口烤得站不住',
        ],
        'gas-fire-alarm-programme': ['消防铃叫唤半天了，没瞅见烟，不晓得是不是瞎响'],
      },
      explosion: {
        'gas-explosion': [
          '垃圾桶边搁个纸箱，缠着胶带露着电线头，没人认领',
          '隔壁烧烤店轰一声，咱这玻璃全震下来，有人趴地上',
        ],
      },
      gas: {
        'gas-accident-hotline or gas-explosion': [
          '灶具样品台那边一股煤气味，小王说嗓子发紧，还在冒',
        ],
      },
      weapon: {
        'gas-safety-premises-attack': [
          '嫌排队久，一男的隔着台子薅住小刘头发往玻璃上磕',
          '保安让人一板砖拍脑门子上，血糊眼了，那人还没走',
        ],
        'gas-fight-theft-robbery': ['两拨办业务的为插队干起来，板凳乱飞，没冲我们'],
        'gas-fight-theft-robbery or gas-safety-premises-attack': [
          '戴口罩的拿刀逼收银把抽屉拉开，人还在厅里',
        ],
      },
      trapped: {
        'gas-safety-premises-attack': ['店长让人堵屋里还把门别上，说不退钱谁也甭想走'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['交费老太太出溜到地上去了，喊她不吱声'],
      },
      injury: {
        'gas-customer-fall-or-illness': ['刚拖完地，一大爷屁墩儿坐下去，胯骨轴子疼得不敢动'],
      },
      power: {
        'gas-hall-power-cut': ['厅里灯全瞎了，叫号屏也没了，还等着四十来号人'],
      },
      system: {
        'gas-counter-system-failure': ['柜台那套东西点啥都没反应，后头排了三十多'],
        'gas-recharge-terminal-failure': ['自助那排机子全白屏，钱投进去卡里不认'],
      },
      order: {
        'gas-agitated-customer': ['一大哥非说表跑得快，拍着台子要见经理，没动手就是嗓门大'],
      },
      loss: {
        'gas-property-loss-customer': ['阿姨搁椅子上的布兜转个身就没影了，里头有存折'],
        'gas-property-loss-company': ['昨夜卷帘门给人别开了，两台电脑跟备用金都没了'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      gas: {
        'gas-accident-hotline': [
          '打进来的说灶台底下嘶嘶响，屋里味儿冲得睁不开眼，俩娃还在里屋睡',
          '挖机把路边黄管子刨断了，气往外喷跟吹哨一样',
          '一家三口洗澡洗得都躺倒了，热水器装厕所里，邻居打的',
          '她说没闻着味，就是家里那个小盒子一直滴滴叫，人有点恶心想吐',
        ],
      },
      explosion: {
        'gas-accident-hotline or gas-explosion': [
          '来电讲六栋三单元轰的一声，厨房墙没了，底下压着人',
        ],
        'gas-threatening-call': ['变了声的，讲在营业厅搁了东西，叫咱等着听响'],
      },
      weapon: {
        'gas-threatening-call': [
          '男的打来放话，今晚不退钱就拉一车气瓶子把你们楼给掀了',
          '客户电话里撂狠话，晓得我住哪，下班要我的命',
        ],
      },
      system: {
        'gas-hotline-failure': ['坐席全掉了，耳机里一点声没有，一个都接不进来'],
        'gas-recharge-terminal-failure': ['好几个小区来问，自己那机子刷了卡都充不进'],
      },
      order: {
        'gas-agitated-customer': ['对面骂骂咧咧二十分钟了，说约好的师傅放他鸽子'],
      },
      power: {
        'gas-electrical-failure-programme': ['我们办公这层总闸跳了推不上去，没存的单子全没了'],
      },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      weapon: {
        'gas-safety-home-visit-attack': [
          '小陈进门查表，让户主抡擀面杖打出来，胳膊肿老高',
          '安检那小伙讲男主人喝多了，拎把刀横在门口不让过',
        ],
      },
      trapped: {
        'gas-safety-home-visit-attack': ['师傅给人锁屋里头了，说修不好今天别想走，手机还被收了'],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '抄表小周让大黄狗撕了小腿，肉都翻着',
          '换立管老张从梯子上秃噜下来，后背着地起不来',
          '骑电驴去二十栋，半道让渣土车刮了，人在绿化带里躺着',
          '改管时切割片崩了，碎渣扎到我们人眼睛里了',
        ],
      },
      gas: {
        'gas-accident-hotline': ['到户一测浓度爆表，阀门关不死，老两口还不肯下楼'],
      },
      loss: {
        'gas-property-loss-customer': ['打孔把人家瓷砖崩裂一大片，张口要赔三千'],
        'gas-property-loss-company': ['工程车上那台测漏的仪器没了，晌午吃饭还在'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['独居大爷刚给开门就栽下去了，脸煞白，我们人在边上'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '802房间门缝往外冒烟，敲没人应，服务员讲客人喝多了',
          '布草间烟大得伸手不见五指，楼层的人往天台跑',
          '厨房油锅着了，顺着烟道已经上去了',
          '12楼客人打前台，说过道呛嗓子，门把手都烫',
          '洗衣房烘干机里头烧了，不是水汽，是真烟',
        ],
      },
      trapped: {
        'generic-service': ['六个客人憋在2号梯里，有个说胸口闷'],
      },
      injury: {
        'generic-service': ['泳池捞上来个小孩，没气儿了，救生员在按'],
      },
      weapon: {
        'generic-service': ['1506两口子动刀了，女的光脚跑过道喊救命'],
      },
      power: {
        'generic-service': ['整栋黑透了，发电机没起来，客人打手电下楼'],
      },
      weather: {
        'generic-service': ['楼晃得凶，客人穿睡衣全下来了，墙上裂了缝'],
      },
      loss: {
        'generic-service': ['909客人说箱子里两万块没影了，要查监控'],
      },
    },
  },
  {
    site: 'service company',
    kind: 'generic-service',
    says: {
      fire: {
        'generic-service': ['二楼母婴室插座呲火花，窗帘给燎着了'],
      },
      gas: {
        'generic-service': ['食堂液化气罐呲呲漏，大师傅不敢动'],
      },
      explosion: {
        'generic-service': ['快递柜旁边有个铁盒子，上头绑着表，没人敢碰'],
      },
      weapon: {
        'generic-service': ['一老汉抡锄头把照着窗口就砸过去，有人挂彩'],
      },
      trapped: {
        'generic-service': ['档案库门自个儿锁死，小赵在里头，没窗，喊话声越来越小'],
      },
      illness: {
        'generic-service': ['跳舞那边一阿姨厥过去了，旁人正给按胸口'],
      },
      weather: {
        'generic-service': ['大雨把西头围墙泡塌了，底下怕是压着人'],
      },
      injury: {
        'generic-service': ['玻璃幕墙掉下来一整块，砸着两个过路的'],
      },
      power: {
        'generic-service': ['一到三楼没得电，电梯里有没有人还不晓得'],
      },
      system: {
        'generic-service': ['内网掉了，窗口全停，等着办证的开始嚷'],
      },
      order: {
        'generic-service': ['来参观的小学生走散一个，广播喊三遍没应'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': ['后院堆的纸壳子燃起来了，挨着配电房'],
      },
      system: {
        'branch-network-attack': [
          '电脑鼠标自个儿跑，正往外转钱呢拔网线要不要',
          '桌面文件全变成怪后缀打不开，还留个条子让交赎金',
          '客户打来说收到咱名义发的怪链接，点了钱没了，怕是让人攻进来了',
        ],
      },
      illness: {
        'branch-general': ['办业务的孕妇肚子疼，羊水破了坐地上'],
      },
      weapon: {
        'branch-general': ['有人拿铁棍敲柜台玻璃，冲柜员喊要砍死你'],
      },
      weather: {
        'branch-general': ['河水漫上来了，网点门口到膝盖，车开不出去'],
      },
      power: {
        'branch-general': ['上午十点突然黑屋，备用机也起不来'],
      },
      explosion: {
        'branch-general': ['门口垃圾桶炸了一声，有个扫地的捂着脸蹲着'],
      },
      injury: {
        'branch-general': ['灯箱砸下来，一女客户肩膀抬不起来了'],
      },
      trapped: {
        'branch-general': ['卷帘门落下来卡死，两个客户跟大堂经理关里头'],
      },
      order: {
        'branch-general': ['理财亏了来了四十多人，坐大厅里喊还钱'],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-accident': [
          '喷漆房着了，火顺着抽风管往上跑，里头还剩一个没出来',
          '隔壁化工厂烧得半边天红，烟往咱厂飘，呛人',
        ],
      },
      explosion: {
        'company-accident': ['空压机罐子崩了，铁皮飞出去老远，倒了仨'],
      },
      gas: {
        'company-accident': ['冷库那边氨跑出来了，眼睛辣得流泪，干活的往外爬'],
      },
      injury: {
        'company-accident': [
          '冲床把小孙手卷进去了，四根指头没了',
          '叉车倒车把人挤墙上了，喊不出声',
          '厂班车翻沟里了，车上二十多个，司机打来的',
        ],
      },
      trapped: {
        'company-failure or company-accident': ['货梯卡二楼半，俩工人在里头，报警按钮没反应'],
        'company-accident': ['挖沟土方塌下去，埋了一个，就看见只手'],
      },
      illness: {
        'company-sudden-event': [
          '晚饭吃完二十几个跑厕所，有人虚脱了，怀疑食堂豆角',
          '宿舍B栋一层楼发烧，医务室躺不下了',
        ],
      },
      weapon: {
        'company-sudden-event': ['开除那个揣刀冲进人事，正追着主管跑'],
      },
      weather: {
        'company-sudden-event': [
          '地振了！厂房柱子嘎吱响，人都跑空地上了',
          '雨停不下来，地下泵房快没顶，料都泡了',
          '风把三号车间铁皮顶揭走一大片，还在刮，有台机器露天了',
        ],
      },
      power: {
        'company-failure': ['车间一下没电了，流水线停在半截，别的楼还亮'],
      },
      system: {
        'company-failure': ['ERP进不去，发货单打不出来，五六辆车等着'],
      },
      order: {
        'company-sudden-event': ['几十个包工队的来要工钱，把大门堵死了，货车进不来'],
      },
      fault: {
        'company-failure': ['锅炉水表转不动了，压力往下掉，暖气全凉，没漏没伤人'],
      },
    },
  },
]
