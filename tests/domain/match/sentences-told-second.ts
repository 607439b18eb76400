/**
 * What strangers say, second writer: see sentences-told-first.ts. Words are tuned for it.
 * It is long because the list stays whole, as it was counted.
 */
import type { CallersAt } from './callers.ts'

export const TOLD_SECOND: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼烤鱼店后厨呼呼往外冒呢，都窜到走廊了，快叫人',
          'B2充电桩那边噼里啪啦的，一台电车底盘底下窜红的',
          '洞幺洞幺，四层海洋球那块一股糊味，越来越呛，看不着哪来的',
          '着伙了着伙了五楼电影院，人都往下跑',
        ],
      },
      gas: {
        'mall-fire or mall-other-event': ['火锅店说煤气罐在嘶嘶叫，老板自己不敢进去'],
      },
      explosion: {
        'mall-other-event': ['东门垃圾桶边上一个黑箱子半天没人领，里头滴答滴答'],
      },
      weapon: {
        'mall-other-event': [
          '一楼金店，戴头盔的抡锤子敲柜台，抓一把就蹿了',
          '俩男的在负一超市干起来了，一个手里攥着啤酒瓶碴子',
          '有人举着菜刀在中庭乱比划，还没伤着谁',
        ],
        'mall-personal-injury or mall-other-event': [
          '保安小刘肚子上挨了一下，捂着全是红的，那人往西门跑了',
        ],
      },
      trapped: {
        'mall-other-event': ['没烟没火，就是3号客梯闷在二三层中间了，里头按铃说六个人带个娃'],
        'mall-personal-injury': ['小娃手指头嵌扶梯边上那条缝里了，抽不出来，哇哇哭，出血'],
      },
      injury: {
        'mall-personal-injury': [
          '老太太坐地上起不来了，说胯那儿疼，金店门口',
          '刚听保洁说货梯口有个搬货的让铁架子拍底下了',
          '试衣镜倒下来拍一女的脸上，全是血',
          '熊孩子从二楼栏杆翻下去了！！',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '美食城有个大爷噎住了脸都紫了',
          '那女的翻白眼嘴里冒沫子，店员在掐人中',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '外头雨跟倒的一样，负二的水已经没过轮毂了',
          '刚刚是不是震了一下？吊灯还在荡，客人都往外冲',
          '冰雹把天窗打出几个窟窿，渣子往下掉，没碰着人',
        ],
      },
      power: {
        'mall-other-event': ['整个二楼啪一下全灭，应急灯也没起来'],
      },
      fault: {
        'mall-other-event': ['三楼厕所管子嘣了，哗哗的都流到直梯口了'],
      },
      order: {
        'mall-other-event': ['四岁小姑娘扎俩辫子，她妈说转身买杯咖啡人就没影了'],
      },
      loss: {
        'mall-other-event': ['大姐说试鞋的功夫包叫人拎走了，里头八千块'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '档案室门缝往外飘白的，摸门把手烫手',
          '复印机里头蹦出火星子来了，小陈拿衣服捂呢',
          '女厕所纸篓烟头没掐，现在燎到隔板了',
          '楼上烟感一直叫，社保科说闻见烧塑料',
          '不知道哪烧了，厅里熏得眼睛睁不开 群众都在咳',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '5号窗那男的掏出把水果刀拍台子上，说今天谁也别下班',
          '小王被人隔着窗口薅头发了，眼镜碎了',
          '两家为了抢号干仗，板凳都抡起来，一老头叫人推地上了',
          '他说要捅死我们主任，带着人在二楼一间间踹门',
        ],
        'government-hall-disturbance or government-hall-fire': [
          '有个大哥往自己身上浇汽油，手里捏着打火机，说证不办他就点',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '拉横幅来了一百来号人，堵着门不让进也不让出',
          '取号机那人摞人，前面的贴玻璃门上叫唤，喘不上气了',
          '哭的那个家属要翻柜台，劝不动了已经',
          'bie让他进来，他上次把电脑摔过，现在门口骂街呢',
        ],
      },
      power: {
        'government-hall-power-cut': ['机器全黑了', '挖掘机把外头电缆铲了 我们这一片乌漆嘛黑'],
      },
      trapped: {
        'government-hall-power-cut': ['没电了电梯停半道，里面拍门，几个人不清楚'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      fire: {
        'bank-fire': [
          '自助区那台存款机屁股后面冒青烟，客户往外跑',
          '金库隔壁那间，档案柜，火舌都舔到房顶了',
          '充电宝在椅子上噗的一下，沙发也跟着了',
          '隔壁饭馆烧了 烟全灌我们大堂来了',
        ],
      },
      weapon: {
        'bank-casualty': [
          '劫匪给了押运员一刀，人在门口躺着，跑了一个',
          '拿榔头那人把柜员头敲破了，其他人躲里屋',
        ],
      },
      injury: {
        'bank-casualty': [
          '老爷子让旋转门扫倒了，后脑勺着地',
          '大堂经理踩空楼梯，脚脖子歪得骨头都看见',
          '玻璃幕墙掉一块，底下等号的俩人挨着了',
        ],
      },
      illness: {
        'bank-casualty': [
          '叫他号不答应，推一下人就滑下去了，好像没气了',
          '2号窗那个大肚子的羊水破了',
          '阿姨说钱让人骗光了，一下子就软了，嘴唇发青',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '河水漫到台阶了，再涨就进自助厅',
          '刚才晃得厉害 柜子都挪了位 墙上裂缝',
          '门头招牌给风卷走了，街上树倒一片，还在刮',
        ],
      },
      power: {
        'bank-power-cut': [
          '发电机没油了，顶不了十分钟，柜台都在办着',
          '摄像头柜台取款机同一秒全歇了，外面路灯也不亮',
        ],
      },
      system: {
        'bank-network-security': [
          '屏幕上弹个骷髅头 要交比特币才给解',
          '客户讲点了短信里那个网址，跟咱们网页一模一样，钱就转走了',
        ],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': [
          '主席台后面幕布燎着了，主持人还在念稿',
          '茶歇那边酒精炉打翻，桌布呼一下',
          '音控台那边一股胶皮味，线头直打火',
        ],
      },
      illness: {
        'conference-service': [
          '有个嘉宾讲着讲着栽下去了，麦还开着',
          '三排左边那位老先生捂心口，脸煞白，药在房间',
          '吃完午饭陆续七八个跑厕所 又吐又拉 都一桌的',
        ],
      },
      injury: {
        'conference-service': ['桁架上爬高的师傅摔下来了，不动弹'],
      },
      trapped: {
        'conference-service': [
          '灯架歪了！压住搭台小伙子的腿，三个人抬不起来',
          'VIP那部梯上不去下不来，领导在里头',
        ],
      },
      weapon: {
        'conference-service': ['签到处有个没证的硬闯，给志愿者一拳，怀里鼓鼓囊囊'],
      },
      explosion: {
        'conference-service': [
          '有人喊里面有雷子，一下子全往门口涌，踩着人了',
          '椅子底下一书包没人认，安保说有电线露出来',
        ],
      },
      weather: {
        'conference-service': ['外面雷打得凶，帐篷顶掀了，展位上还有人'],
      },
      power: {
        'conference-service': ['全场黑灯，投影也没了'],
      },
      system: {
        'conference-service': ['同传耳机里全是滋啦滋啦，外宾摘了'],
      },
      loss: {
        'conference-service': ['有代表丢了个箱子，里面护照和会议U盘'],
      },
    },
  },
  {
    site: 'service company',
    kind: 'generic-service',
    says: {
      explosion: {
        'generic-service': ['后院锅炉房那个表针顶到头了，在叫，怕要崩'],
      },
      gas: {
        'generic-service': ['浴室热水器开着，两个姑娘在里面没动静，没窗户'],
      },
      weapon: {
        'generic-service': ['十来个人拎着家伙围了前台，打着呢'],
      },
      injury: {
        'generic-service': ['老板娘手卷绞肉机里了！'],
      },
      fire: {
        'generic-service': ['后厨油锅起来了，盖不住'],
      },
      weather: {
        'generic-service': ['雪太厚棚子塌了，底下可能有两个人'],
      },
      power: {
        'generic-service': ['闸上不去，一推就跳，冰柜都化了'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '1207客人打下来说门缝进烟，他不敢开门',
          '布草间烧起来了，三楼走廊伸手不见五指',
          '客人在床上抽烟把被子点了，他自己泼了水还在冒',
          '烟道里轰轰响，厨房说油烟管里头有火',
        ],
      },
      trapped: {
        'hotel-fire': ['楼道全是烟，两个老外在窗口挥毛巾喊help'],
        'generic-service': ['4个人关电梯里半钟头了，有个喘不上来'],
      },
      illness: {
        'generic-service': ['602洗澡的敲门不应，水都流出来了，他老婆说他血压高'],
      },
      injury: {
        'generic-service': ['游泳池捞上来一个，嘴里往外淌水，没呼吸了'],
      },
      weapon: {
        'generic-service': ['318打老婆 惨叫 后来没声了'],
      },
      fault: {
        'generic-service': ['大堂顶上漏成瀑布，水晶灯眼看要掉'],
      },
      system: {
        'generic-service': ['入住那个系统登不进 前台排了二十多位'],
      },
    },
  },
  {
    site: 'municipal centre',
    kind: 'municipal-centre',
    says: {
      illness: {
        'municipal-centre-general': [
          '有个人进来咳血，说刚从疫区回来',
          '社保窗那人一直流汗，咕咚就下去了，额头磕台角',
        ],
      },
      explosion: {
        'municipal-centre-general': [
          '西门停了辆面包没人，车里露出钢瓶和线',
          '信里掉出白粉末，拆信的同事手发红',
        ],
      },
      weapon: {
        'municipal-centre-general': ['一家子拿铁棍来讨说法，门卫拦不住'],
      },
      gas: {
        'municipal-centre-general': ['地库一股臭鸡蛋，越往里越冲'],
      },
      weather: {
        'municipal-centre-general': ['楼板一颠一颠的，吊顶掉灰'],
      },
      fire: {
        'municipal-centre-general': ['二楼资料室那头窗户红了'],
      },
      order: {
        'municipal-centre-general': ['在地上打滚 不走 拍视频 围了一圈人'],
      },
      fault: {
        'municipal-centre-general': ['扶手梯突然往回倒，上头的人挤成一团，现在停下了'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      gas: {
        'gas-accident-hotline': [
          '客户说屋里一股臭鸡蛋，头昏，一家三口都犯恶心',
          '她说灶台底下嘶——嘶——的，问能不能开灯',
          '男的，喘，讲他妈在浴室叫不醒，窗都关着，热水器开着',
          '工地打来，钩机刨着黄管子了，往天上喷，路上还过车',
          '老人讲墙上那个小盒子一直嘟嘟嘟闪红，她不晓得咋个整',
          '阿婆口音重，反正是讲厨房 lou qi 了 鼻子难受',
          '那家没人，可邻居说走廊里味儿重得很，物业敲不开',
        ],
      },
      explosion: {
        'gas-accident-hotline or gas-explosion': ['客户讲楼下轰隆一下，玻璃全飞，一楼那户墙都没了'],
        'gas-threatening-call': ['没显示号码，压着嗓子讲今晚让你们公司上新闻，楼里放了东西'],
      },
      fire: {
        'gas-accident-hotline': ['用户说软管接头那儿蹿蓝火苗，阀关不掉'],
      },
      weapon: {
        'gas-threatening-call': [
          '又是那个男的，讲再不给他通气就来厅里点了我们',
          '他说晓得我家住哪，叫我走夜路小心点',
        ],
      },
      system: {
        'gas-hotline-failure': ['耳机里全是忙音，十几个位子都一样，客户打到区长那儿去了'],
        'gas-recharge-terminal-failure': ['客户说全小区都冲值不进去 三个机子都吐卡'],
      },
      order: {
        'gas-agitated-customer': ['不漏气，她就是嫌气费一千二是抢钱，骂了四十分钟了'],
      },
    },
  },
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire or gas-fire-alarm-programme': ['柜台插排打火，把单子引着了'],
        'gas-premises-fire': ['库房里浓得很，人进不去，里面还有两桶油漆在烧'],
        'gas-fire-alarm-programme': ['天花板那喇叭在喊请疏散，没看见哪儿烧'],
      },
      injury: {
        'gas-customer-fall-or-illness': ['没人动手啊，是大爷自己绊的，牙磕掉两颗'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['排队的奶奶腿一软瘫椅子边，嘴歪了，说话不利索'],
      },
      weapon: {
        'gas-safety-premises-attack': ['喝了酒那个抄起椅子朝小周丢过去，小周胳膊肿老高'],
        'gas-fight-theft-robbery or gas-safety-premises-attack': [
          '俩戴口罩的把刀架会计脖子上要营业款',
        ],
        'gas-fight-theft-robbery': ['两个客户为插队抡拳头了，鼻血糊一脸'],
      },
      trapped: {
        'gas-safety-premises-attack': ['他把大门从里面插上，不给退钱谁也别想走，我们四个小姑娘'],
      },
      explosion: {
        'gas-explosion': ['角落留了个保温桶，缠着胶带伸出根线，谁放的不知道'],
      },
      power: {
        'gas-hall-power-cut': ['正办着呢灯一黑，叫号也哑了'],
        'gas-electrical-failure-programme': ['后面办公室空开送不上，一推就啪，墙里线都发烫了'],
      },
      system: {
        'gas-counter-system-failure': ['办不成，点开户就转圈，十几个人等着'],
      },
      loss: {
        'gas-property-loss-company': ['早上来一看后窗撬了，两台笔记本都飞了'],
        'gas-property-loss-customer': ['大妈讲她钱袋子就放台子上，一回头没得了'],
      },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      trapped: {
        'gas-safety-home-visit-attack': ['师傅声音很小，说那家把他关厨房，不赔钱不放'],
      },
      weapon: {
        'gas-safety-home-visit-attack': ['小孙让业主拿拖把撵着揍，跑到楼道里了'],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '小马爬梯子看表，梯子出溜了，腰动不了',
          '老周叫狼狗叼了一口小腿肚，肉都翻出来',
          '抄表的老郑骑电驴跟渣土车蹭了，人飞出去',
        ],
      },
      gas: {
        'gas-accident-hotline': ['师傅进门一测数字爆表，业主还在里头炒菜'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      weapon: {
        'branch-general': ['有人拿喷子进来的，让趴下'],
      },
      gas: {
        'branch-general': ['二楼休息室，小赵睡里面叫不起来，煤炉子没灭'],
      },
      fire: {
        'branch-general': ['空调柜机后头在烧'],
      },
      injury: {
        'branch-general': ['客户从转椅翻下来手腕折了'],
      },
      illness: {
        'branch-general': ['保洁阿姨喝了瓶不知道啥水 在抽'],
      },
      trapped: {
        'branch-general': ['货梯里关了个送水工'],
      },
      weather: {
        'branch-general': ['瓦都吹飞了，外头电杆斜压在咱门脸上'],
      },
      power: {
        'branch-general': ['灯没了，卷闸门也放不下来'],
      },
      order: {
        'branch-general': ['门口老太太们抢着领鸡蛋，挤倒一个，起不来'],
      },
      system: {
        'branch-network-attack': [
          '鼠标自己在动，文件名全改成乱码了',
          '不是停电，全店机子开机就一个红屏，让交钱',
        ],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      trapped: {
        'company-accident': [
          '三号线小张手套让辊子吃进去了，胳膊还在里头',
          '班车跟大货怼了，有人别在座位里',
        ],
        'company-accident or company-failure': ['电梯往下坠了一截停住，主任在里面喊'],
      },
      gas: {
        'company-accident': [
          '酸洗那边地上淌黄水冒白雾，呛得都跑出来了',
          '下罐清淤的两个没动静了，第三个下去也不吭声',
        ],
      },
      explosion: {
        'company-accident': [
          '喷漆房轰了一下，顶子没了，俩人没出来',
          '反应釜压力一直往上蹿，安全阀顶开了叫得凶',
        ],
      },
      injury: {
        'company-accident': ['叉车把老李顶墙上了'],
      },
      fire: {
        'company-accident': ['仓库一股烧纸箱味 进去看 后排红了'],
      },
      illness: {
        'company-sudden-event': [
          '食堂吃完二十几个闹肚子，俩已经脱水了',
          '宿舍三个同时烧到39 身上起疹子',
        ],
      },
      weather: {
        'company-sudden-event': ['山上往下滚石头，围墙倒了一截'],
      },
      weapon: {
        'company-sudden-event': [
          '门卫说几个社会上的拎钢管翻墙进来找人',
          '被开除那个又来了，攥着剪刀在人事门口',
        ],
      },
      system: {
        'company-failure': ['ERP崩了发不了货，车都压在门口'],
      },
      fault: {
        'company-failure': ['行车走一半不动，吊着三吨料在半空'],
      },
      power: {
        'company-failure': ['半个厂子没电，变压器那边嗡一声就'],
      },
      loss: {
        'company-sudden-event': ['铜线昨晚少了六盘，锁好好的'],
      },
    },
  },
]
