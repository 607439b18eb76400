/**
 * What a duty officer of a big city in the south would note down, by a writer who
 * had read the titles of the plans and a line about each. Written on 2026-11-27. They are among the
 * sayings: who counts them leaves them out of what is learned (second-ear-left-out.test.ts).
 */
import type { CallersAt } from './callers.ts'

export const LEFT_OUT_SOUTH: readonly CallersAt[] = [
  {
    site: 'mall',
    kind: 'mall',
    says: {
      fire: {
        'mall-fire': [
          '三楼火锅店着火了，火不小，叫人快上来',
          'B1美食城后厨，烟罩里头窜出来的，厨师拿锅盖捂，捂不住',
          '有小孩在海绵池那边玩打火机，点着一片了，黑烟好大，家长在抱小孩走',
          '西门卸货口。纸皮堆，明火。风往卷闸门那边吹',
          '喂？四楼K房走廊，全是烟，看不到人，客人都捂住嘴往外跑',
          '负二充电位，白色那台车底盘噼里啪啦，先冒白烟，现在喷出来一米多长，旁边的车漆都起泡了',
          '中庭那棵圣诞树，灯串短路，叶子一坨坨烧着往下掉',
          'guest says flames behind the noodle counter on L5, staff are running out',
          'er lou yi fu dian zhao huo le, kuai dian lai ren',
          '美甲店打翻了天那水，碰到烤灯，轰一下整张桌子都是火，人跑出来了没事',
          '六楼影院3号厅烟感响两次，保安进去看，说银幕后面有红光，墙摸上去烫手',
          '天花射灯那里一滴一滴往下掉火星，底下是卖羽绒服的',
          '马路对面打来的，说我们外墙那个大屏在烧，火舌有一层楼高，我们里面自己看不到',
          '超市仓库，一开门热浪冲出来，纸箱边边都红了，他又把门关回去了，问怎么办',
          '着活了着活了，二楼奶茶店个插排，灭火器喷了一瓶还没灭',
        ],
      },
      gas: {
        'mall-other-event': ['五楼餐饮那头好大一股臭鸡蛋味，几家都说不是自己家的，还没人不舒服'],
      },
      explosion: {
        'mall-other-event': [
          '寄存柜旁边个黑箱子，没人认，贴近听有滴答声，先围起来了',
          '总机接到个电话，男声，讲三点钟商场会响一下，叫我们自己看着办，就挂了',
        ],
      },
      weapon: {
        'mall-personal-injury': [
          '金铺门口，保安手臂给人砍了一刀，血一直流，砍人那个往南门跑',
          '两个女的抢车位，一个脱了高跟鞋敲下去，另一个额头开了口，满脸血',
        ],
        'mall-other-event': [
          '北门，男的，光膀子，手里拿菜刀走来走去，嘴里念念的，没碰到人',
          '两个戴头盔的砸金铺柜台，抓了一把就走，店员躲柜子下面没事',
        ],
      },
      trapped: {
        'mall-other-event': [
          '观光梯卡在三四楼中间，里面六个，有小孩在哭，对讲听得到',
          'huo ti bu dong le, li mian liang ge ban huo de chu bu lai',
        ],
      },
      injury: {
        'mall-personal-injury': [
          '一楼上二楼的扶梯，有个阿婆摔倒，后脑出血',
          '洞洞鞋卷进扶梯缝里了，小朋友的脚还在里面，叫得好惨，急停按了',
          '溜冰场，男仔，手断了，骨头都看得见',
          '健身房那边，杠铃压住胸口，抬开了，人脸紫的，不会应',
          '服务员端的锅底翻了，泼到一个细佬仔背上，皮都起来了',
          '灯箱掉下来砸到人，头破了，L2扶梯口',
          'customer hit by a reversing van in the basement, his leg is bent the wrong way',
          '攀岩馆，绳没扣好，上面下来的，说腰以下没感觉',
          '五楼栏杆那个男的，没拉住，落到中庭了，不动，围了好多人在拍',
          '宠物店的狗挣脱了，咬了小孩脸，要不要叫120',
        ],
      },
      illness: {
        'mall-personal-injury': [
          '有个阿叔坐按摩椅上，清场叫不醒，嘴唇发紫',
          '化妆品柜台，女的，讲着话人一下就直了，翻白眼，嘴边有泡',
          '五楼母婴室，大肚婆，说水破了，地上一滩，她老公电话打不通',
          '奶茶珍珠卡喉咙，四五岁，脸都青了，妈妈在拍背',
          '吃了寿司那家，七八个人在厕所吐，有两个坐地上起不来',
        ],
      },
      weather: {
        'mall-natural-disaster': [
          '台风来了，楼顶那几块铁皮在飘，南门玻璃门三个保安都顶不住',
          '雨太大，水从地铁口那边倒灌进负一，已经过膝盖了，商户在搬货',
          '地震了！吊灯晃得好厉害，货架东西全倒，客人往外冲',
          '落冰雹，鸡蛋那么大，采光顶打穿两个洞，已经拉线了，没砸到人',
          '气象台刚升暴雨红色，楼层经理问要不要提前关门、客人往哪里留',
          '后面山坡塌了，黄泥水冲到员工通道，还在流，石头都下来了',
          '河涌满了，水翻过路基，东门沙包不够，再半个钟就进来',
          '顶楼餐厅讲刚才楼摇了两下，汤都荡出来，隔壁写字楼的人也在往楼下跑，还会不会再来',
          'Typhoon signal 10 just went up, tenants are asking if we shut now and where to put the customers',
          '外面天上吊下来一个黑漏斗，往停车场这边转，遮阳棚都卷上天了',
          '刚那个雷劈在楼顶，天线断了半截挂在那，雷还在打，屋顶花园的人不敢动',
        ],
      },
      power: {
        'mall-other-event': ['停电了，整个B区，电梯也停了'],
      },
      system: {
        'mall-other-event': ['收银全部扫不了码，刷卡也不行，超市那边排到门口了'],
      },
      fault: {
        'mall-other-event': [
          '喷淋头给送货的撞断了，水跟下雨一样，没火，找不到哪个阀门',
          '西面二楼那块大玻璃裂了，自己在咔咔响，裂纹还在走，下面是人行道',
        ],
      },
      order: {
        'mall-other-event': [
          '服务台，四岁妹妹，粉色裙，找不到妈妈，广播叫了三遍没人来领',
          '七楼有个后生仔坐在栏杆外面，脚吊着，谁过去他就往外挪',
          '网红开张送杯子，人太多，铁马都推倒了，扶梯口挤死，再不疏要出事',
          '二十几个租户拉白布，要退铺租，正门堵了，在唱国歌',
        ],
      },
      loss: {
        'mall-other-event': [
          '手机店样机给人剪线拿走三部，店员刚刚才发现',
          'a lady at the info desk says her handbag was snatched by the taxi stand, passport inside, she is fine just crying',
        ],
      },
    },
  },
  {
    site: 'company',
    kind: 'company',
    says: {
      fire: {
        'company-sudden-event': ['仓库起火，布料那间，里面的人都出来了'],
      },
      gas: {
        'company-accident': [
          '清污水池，下去一个没应，又下去一个也没上来，口上味道好冲',
          '冷库漏氨，三个搬货的咳到吐，眼泪止不住，拖到外面躺着了',
        ],
      },
      explosion: {
        'company-sudden-event': [
          '溶剂库那边砰一声，办公楼窗子都震碎，烟像蘑菇一样升上去',
          '收发室有个快递，没寄件人，一角露出电线，上面写今天都别想走',
        ],
      },
      weapon: {
        'company-sudden-event': ['前台小妹给一个男的拿刀抵住脖子，要见王总，不许别人动'],
      },
      injury: {
        'company-accident': [
          '工地三层，踩空掉下来的，人醒的，腿变形了',
          '叉车倒车，把装卸的老梁夹在货架上，喊不出声',
          '班车在环城高速追尾，车上十二个同事，两个流血，司机卡住',
          '化验室小姑娘，硫酸溅到眼，正在冲水，睁不开',
          '冲床压到手了，两根手指没了，断的那截找到，放冰里行不行',
          '交警打来的，跑业务的小陈，被泥头车碾了，人已经没了，叫单位去人',
          '锅炉房阀门漏汽，阿强半边脸烫熟了',
          "Forklift tipped over in warehouse 2, driver is pinned under it, he's still talking",
        ],
      },
      illness: {
        'company-sudden-event': ['中午食堂吃完，三十几个人肚子绞，厂医说药不够'],
      },
      weather: {
        'company-sudden-event': ['台风把二车间顶掀了一半，雨直接打在机器上面，工人都躲到饭堂'],
      },
      power: {
        'company-failure': ['整栋没电，UPS只剩十来分钟，发电机打不着'],
      },
      system: {
        'company-failure': [
          'OA登不进，不是一个人，全部人都登不进，月底要报账的',
          '总机打不进来，客户投诉到老板手机上了，听到的都是嘟嘟嘟',
          '门禁全死，刷脸刷卡都不开，上早班的两百号人站外面',
          'wang luo duan le, ban gong shi quan bu shang bu liao wang',
          '数据库主机硬盘灯红了，备机没切过去，下不了单',
        ],
      },
      fault: {
        'company-failure': [
          '机房空调停了，四十五度，服务器一台台自己关',
          '2号电梯开门到一半不动，里面没人，已经挂牌，厂家说要两个钟才到',
          '七楼茶水间水管爆，档案室天花滴水，桶接不过来',
          '二线机械臂停了，报E07，重启三次都这样，后面的料堆住了',
        ],
      },
      order: {
        'company-sudden-event': [
          '包工头带了五六十个人堵门，要工钱，货车出不去',
          '电视台扛着机器闯进来了，问排污的事，已经在直播',
          '昨天被裁那个，现在坐在天台边上，喝了酒，底下人在喊他下来',
        ],
      },
      loss: {
        'company-sudden-event': ['财务室门给撬了，保险柜在地上，开了，昨晚的事'],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': ['网点后面杂物间冒烟，打开看是旧电池在烧'],
      },
      gas: {
        'branch-general': ['隔壁肠粉店换煤气瓶，味道全过来了，两个柜员头晕'],
      },
      explosion: {
        'branch-general': ['门口垃圾桶边一个铁罐，有引线那样的东西，保安不敢踢'],
      },
      weapon: {
        'branch-general': [
          '有人打劫，戴口罩，说包里有枪，柜台钱给了他一捆，往菜市场跑',
          'A man at counter 2 passed a note, says he has a knife and wants cash, teller is still sitting there',
        ],
      },
      trapped: {
        'branch-general': ['自助银亭门锁死，有个女客人在里面出不来，拍门呢'],
      },
      injury: {
        'branch-general': ['拖地没放牌子，孕妇滑了一跤，说肚子痛'],
      },
      illness: {
        'branch-general': ['等叫号的老伯从凳子上滑下来，满头冷汗，手捂住心口'],
      },
      weather: {
        'branch-general': ['水浸街，门口过踝了，挡水板漏，自助区地插座快没了'],
      },
      power: {
        'branch-general': ['我们这条街都停电，卷闸门下不来，款箱还没走'],
      },
      system: {
        'branch-general': ['修路的挖断光缆，专线断了，业务全部做不了，施工队自己都认了'],
        'branch-network-attack': [
          '中病毒了，三台柜面电脑一直弹窗，关了又出来',
          '开机就一个骷髅头，英文，叫付比特币，文件名后面全变了',
          '鼠标自己在动，没人碰，它在开客户资料那个文件夹',
          '小李点了个邮件说补社保的，输了密码，现在他的工号半夜在别处登陆',
          '科技部通报说有人从外面一直扫我们网点的端口，流量涨了几十倍，快顶不住',
          '叫号机后面多了个小盒子，插着网线，不是我们的，总部讲有数据往外面发',
        ],
      },
      fault: {
        'branch-general': ['自动门玻璃自己碎了，一地，没人碰，也没割到人'],
      },
      order: {
        'branch-general': ['有个阿姨取不出定期，躺在大堂地上不走，拍桌子骂，客人都录像'],
      },
      loss: {
        'branch-general': ['晚上扎账少五万，翻了三遍没有，监控在调'],
      },
    },
  },
  {
    site: 'hotel',
    kind: 'hotel',
    says: {
      fire: {
        'hotel-fire': [
          '1208房着火，住客在床上抽烟，被子烧了',
          '洗衣房烘干机里面的毛巾烧起来，打开门火就扑出来了',
          "Smoke coming under my door, room 915, corridor is black, I can't see the stairs",
          '楼层服务员讲十五楼走廊有胶味，1516门把烫手，敲门没人应，门缝透红光',
          '厨房油锅起火了，师傅泼了水，一下子冲到天花，人都撤到后门',
        ],
      },
      weapon: {
        'generic-service': ['大堂来了七八个拿钢管的，找601的人要债，前台不敢讲话'],
      },
      trapped: {
        'generic-service': [
          'We are stuck in the lift between 7 and 8, three people, nobody answers the bell',
        ],
      },
      injury: {
        'generic-service': ['泳池捞上来一个小孩，肚子鼓鼓，救生员在按胸口'],
      },
      illness: {
        'generic-service': ['婚宴那边，喝白酒的，趴桌上叫不醒，鼻子打呼噜很怪'],
      },
      weather: {
        'generic-service': ['台风把旋转门吹歪了，落地窗在鼓，客人问要不要下楼'],
      },
      power: {
        'generic-service': [
          'Whole building went dark, aircon off, guests are walking around the corridors with phone lights',
        ],
      },
      system: {
        'generic-service': ['房卡机坏了，全部开不了门，旅行团四十个人坐在行李上'],
      },
      fault: {
        'generic-service': ['十楼水管爆，走廊变河，地毯都浮起来，九楼房顶也漏'],
      },
      order: {
        'generic-service': ['二十楼阳台有个女的跨出去了，说男朋友不来就跳，房门反锁'],
      },
      loss: {
        'generic-service': ['客人说房间保险箱的表没了，八万多，要查谁进过'],
      },
    },
  },
  {
    site: 'conference venue',
    kind: 'conference',
    says: {
      fire: {
        'conference-service': ['舞台右边那台追光灯冒火，幕布燎到一块'],
      },
      illness: {
        'conference-service': ['第三排一个老专家晕了，脸色白，会议还在开'],
      },
      power: {
        'conference-service': ['领导正在讲话，主会场灯全灭，麦也没声'],
      },
      system: {
        'conference-service': ['同传没声音，外宾全摘耳机，投影也蓝屏'],
      },
      order: {
        'conference-service': ['有个没证的冲上台抢话筒，喊还钱，保安在拉'],
      },
    },
  },
  {
    site: 'government hall',
    kind: 'government-hall',
    says: {
      fire: {
        'government-hall-fire': [
          '大厅二楼着火了，复印区那边',
          '打印机里面冒烟，跟着有火苗，纸都卷黑了',
          '档案库烟感报，人过去，门缝一股一股往外吐烟',
          '充电宝柜，有一个鼓包爆开，把旁边几个都引燃，塑料味呛得要死',
          '天花那条灯槽往下滴东西，带火的，掉在填表台上',
          '男厕纸篓烟头，烧到隔板了，水盆在泼',
          '门口摩托车棚，一台烧起来，隔壁那排也连上了，烟往大厅灌',
          'yi lou pei dian fang mao huo, yan hen da, zai shu san qun zhong',
          "there's fire in the pantry behind window 12, microwave is burning, curtain caught it",
          '空调出风口吹黑灰出来，有焦糊味，机房阿伯讲里面隔热棉红了一大片',
        ],
      },
      weapon: {
        'government-hall-disturbance': [
          '有个人从袋里拿了把水果刀拍在台面，讲今天不给他盖章谁都别下班',
          '阿伯手上提一瓶汽油，盖拧开了，说不解决就点，还没点',
        ],
      },
      power: {
        'government-hall-power-cut': [
          '停电了，整个办事大厅',
          '啪一下全黑，叫号屏没了，群众问还办不办',
          '供电局说外面线路抢修，十分钟后拉闸，窗口还有八十几个号',
          '办到一半电脑全部熄，灯也不亮，只有绿色那个逃生牌还亮',
          '婷电了，一楼东边有西边没有，自助机全黑',
          'lights out on the whole second floor, computers dead, people sitting in the dark',
          '市电没来，柴油机撑了半个钟也停了，没油，风扇都不转',
          '总闸跳了，推上去又跳，电工讲不能再推，窗口全停',
        ],
      },
      order: {
        'government-hall-disturbance': [
          '大厅两个人打起来了，为插队',
          '入学报名第一天，门一开人就往里涌，取号机都被推歪',
          '三号窗口有个男的捶玻璃，骂得很难听，说跑了五趟，隔壁窗口都停下来看',
          '楼盘烂尾那帮业主来了，六十多个，拉横幅坐地上，喊口号',
          '离婚登记那边，两家人对骂，丈母娘扯头发，椅子都翻了',
          '有人跳过柜台进到里面，抢工作人员的键盘，保安一个人按不住',
          '网上传今天最后一天领补贴，楼梯都站满，后面推前面，有人喊踩到脚了',
          '黄牛跟排队的吵，抢号纸，十几个人围上去推推搡搡',
          '喝醉酒的，躺在窗口前面唱歌，谁劝吐谁口水',
          '开直播那个又来了，举手机怼着窗口小姑娘脸拍，一群人跟着起哄，办不成事',
        ],
      },
    },
  },
]
