/**
 * What strangers say, third writer, at work: see held-out-third.ts. No rule may be tuned for it.
 */
import type { CallersAt } from './callers.ts'

export const UNSEEN_WORK: readonly CallersAt[] = [
  {
    site: 'bank branch',
    kind: 'bank-window',
    says: {
      fire: {
        'bank-fire': [
          '自助区那台取款机后面冒烟，有股焦味，客户还在按密码不肯走',
          '点钞间充电器烧着了，一摞凭证跟着烧',
          '隔壁小饭馆的火烧过来了，咱们这面墙皮都烫得鼓包',
          '更衣室那个小太阳把衣服烤着了，小李去扯，手燎了一串泡，还没灭',
          '监控里金库那条走廊全是烟看不清，押运的两个人还在里面',
          '二楼贵宾室沙发冒烟，没火苗，估计烟头烫的，越来越浓',
          '烟感叫了半天都当是误报，结果吊顶里真在烧',
          '门口电驴自己烧起来，火往雨棚上舔，大爷大妈堵在门里出不去',
        ],
      },
      explosion: {
        'bank-fire': ['有人往ATM里塞东西，嘭，机器开花了，火苗直窜，没看见伤着谁'],
      },
      gas: {
        'bank-fire': ['后头小灶间的罐子没关，满屋子那个味，阿姨刚要打火被我吼住了'],
      },
      weapon: {
        'bank-casualty': [
          '两个戴头盔的进来，拿枪逼着，保安大腿挨了一下在liu血',
          '插队吵的，穿军大衣那个掏刀把人家肚皮划了，肠子都看得见',
          '取钱的老板刚出门就挨了闷棍，趴在台阶上，包没了',
          '有人往柜台里泼东西，柜员说脸火辣辣的，眼睛睁不开',
          '大堂经理让个喝高的一拳打掉两颗牙，那人没走，还在砸椅子',
        ],
      },
      trapped: {
        'bank-casualty': ['旋转门把老爷子夹住了，半边身子在外头，肋巴骨好像断了，直叫唤'],
      },
      injury: {
        'bank-casualty': [
          '台阶结了冰，一上午第三个了，这个起不来，说腿杆断了',
          '防弹门挤了手，指头肚都瘪了，人疼得快昏过去',
          '顶上射灯连座儿掉下来，正砸一个大哥肩膀上，锁骨支棱着',
          '运钞推车溜坡，撞着个大肚子的，坐地上说肚子疼见红了',
        ],
      },
      illness: {
        'bank-casualty': [
          '三号窗口那个阿公讲着讲着头一歪，好像没气了',
          '有个女的抽起来了，嘴里白莫，她女儿说老毛病羊癫疯',
          '听说理财经理捂着胸口趴桌上，喊他不吱声，我不在跟前',
          '不是吵架，大娘发现折子里钱少了，一急就厥过去了，嘴唇发乌',
        ],
      },
      weather: {
        'bank-natural-disaster': [
          '河水漫上街了，沙袋挡不住，大厅里已经到脚脖子',
          '刚才地动了一下，墙裂条缝，柜员问能不能跑，钱箱还没锁',
          '后山下来泥了，后门堵了一半，库房那面墙在响',
          '台风把门头牌子刮得就剩一根铁丝吊着，底下还过人',
        ],
      },
      power: {
        'bank-power-cut': [
          '没电了，UPS嘀嘀叫，金库的门禁还管不管用不知道',
          '整条街都黑了，发电机打不着，人家的钱点到一半',
          '空开一退就掉，柜台全黑，不是欠费，隔壁亮着呢',
        ],
      },
      system: {
        'bank-network-security': [
          '电脑鼠标自己在跑，弹个英文红框要比特币，三台都这样',
          '客户说网银打开不对劲，输完密码跳到别处去了，今天第四个来问的',
          '小孙点了个邮件付件，这会儿文件全变成怪后缀，打不开',
          '机子上插着个U盘没人认，拔下来之前它往外传了好几个G，怕是数据漏了',
        ],
      },
    },
  },
  {
    site: 'bank branch',
    kind: 'branch',
    says: {
      fire: {
        'branch-general': ['柜台底下的小电炉把单子引着了，不大但呛，灭火器压力是零'],
      },
      explosion: {
        'branch-general': ['对面加油站好像炸了，咱这玻璃全碎，扎着三个客户'],
      },
      weapon: {
        'branch-general': ['戴口罩那个递张纸条，写着有枪、装钱，小姑娘手抖得装不了'],
      },
      trapped: {
        'branch-general': ['加钞的小杨关在加钞间出不来，里头闷，他有哮喘'],
      },
      illness: {
        'branch-general': ['老客户在填单台那儿一屁股坐地上，满头冷汗手按着心口窝'],
      },
      weather: {
        'branch-general': ['院墙让大水泡塌了，压没压着人还不清楚'],
      },
      gas: {
        'branch-general': ['闻着有煤气，是楼上住户还是咱的搞不清，值班的头疼想吐'],
      },
      injury: {
        'branch-general': ['门口道闸砸下来，打在人脑门上，站着站着就坐下了'],
      },
      fault: {
        'branch-general': ['存取款机吞了钱吐不出来，一下午没好过，客户拍桌子了'],
      },
      system: {
        'branch-network-attack': [
          '终端一块儿蓝屏，弹一行字说数据给锁了，要打钱才开',
          '科技部来电，说有人从咱们这个口子往里钻，叫先把网线拔了',
          '门口大屏被人换成骂人的话，遥控器关不掉，准是让人黑了',
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
          '冲床压住小徐的手了，机器停了拿不出来，人快疼晕',
          '外墙吊兰一头绳子断了，人悬在十二楼荡着',
        ],
      },
      injury: {
        'company-accident': [
          '货架塌了一排，开叉车的埋在箱子底下，喊了没动静',
          '吊车甩下来的钢管扫着腰了，人喘气都费劲',
          '电工摸着带电的了，弹出去两米多，胸口不起伏了',
        ],
      },
      fire: {
        'company-accident or company-sudden-event': ['喷漆房闪一下就烧起来，俩人跑出来身上带火'],
      },
      gas: {
        'company-accident or company-sudden-event': ['氨机房味儿冲得淌眼泪，老孙进去关阀没出来'],
      },
      explosion: {
        'company-accident': ['空压罐崩了，铁皮飞过马路，传达室窗户没了，里头有人没有？'],
      },
      weapon: {
        'company-sudden-event': ['上礼拜开除那个又回来了，揣着刀在人事门口转，一直喊李某某名字'],
      },
      order: {
        'company-sudden-event': ['讨薪的爬塔吊上去了，说两点不给钱就跳'],
      },
      illness: {
        'company-sudden-event or company-accident': [
          '食堂吃完倒一片，宿舍厕所都不够用，有个已经脱相了',
        ],
      },
      weather: {
        'company-sudden-event': ['红水把厂门口桥冲了，夜班三十来个隔在那头'],
      },
      system: {
        'company-failure': [
          '服务器那屋快五十度，空调不转，机器一台一台掉线',
          '电话打不出也进不来，邮箱也挂了，路由器灯全红',
        ],
      },
      power: {
        'company-failure': ['二车间断电，就这一条线，师傅说变压器嗡嗡响得不对'],
      },
      fault: {
        'company-failure': ['门禁刷谁都不开，打卡也没反映，几百号人堵在外头'],
      },
    },
  },
  {
    site: 'gas hotline',
    kind: 'gas-customer-service',
    says: {
      gas: {
        'gas-accident-hotline': [
          '她说厨房里臭鸡蛋味，老人头昏躺着，自己站在楼道里打的',
          '幸福里7栋二单元打来的，软管喷气呲呲响，不会关那个阀',
          '他说老婆开着热水器洗澡倒里头了，门插着，屋里没开窗',
          '路边挖机把黄管子刨了，气柱一人多高，离学校五十米，有围观的',
          '物业来电，好几家报警器在叫，地下室味道重，电梯还在跑',
        ],
      },
      explosion: {
        'gas-accident-hotline or gas-explosion': [
          '邻居打的，隔壁轰一声，窗户框飞到楼下，有人趴阳台上喊救命',
        ],
      },
      fire: {
        'gas-accident-hotline': ['小朋友打来，说妈妈炒菜，火从灶台底下跑出来烧到柜子了'],
        'gas-fire-alarm-programme': ['十二楼铃响个不停，没看到烟，是撤还是接着接电话'],
      },
      weapon: {
        'gas-threatening-call': [
          '上来就说半个钟头后炸你们大楼，背景有车站广播，不报名字',
          '陌生号，男的，闷声闷气，说晓得我几点下班，要弄死我',
        ],
      },
      system: {
        'gas-hotline-failure': [
          '话房电话全没声，进线显示零，刚才还排着三十个',
          '接一个断一个，耳机里刺啦刺啦，好几个作席都这样',
        ],
      },
      order: {
        'gas-agitated-customer': ['那用户骂了四十分钟，祖宗八代都骂了，就是不撂电话，为两块钱'],
      },
      fault: {
        'gas-electrical-failure-programme': [
          '头顶灯管噼啪打火，插排烫手有焦味，没着，坐底下的人都挪开了',
        ],
      },
    },
  },
  {
    site: 'gas hall',
    kind: 'gas-customer-service',
    says: {
      fire: {
        'gas-premises-fire': [
          '充值机后面烧起来了，烟往等号那边飘，老人家走不动',
          '吊顶掉火星子，样板灶那块布着了，灭火器谁会用',
        ],
        'gas-fire-alarm-programme': ['消防主机报二楼探头，我上去看没味没烟，铃还在响'],
      },
      explosion: {
        'gas-explosion': [
          '演示灶具的时候嘭一下，面板炸了，小赵脸上手上全是碴',
          '门外拉气瓶的车爆了，震得我们顶灯掉下来，外头有人躺着',
        ],
      },
      weapon: {
        'gas-fight-theft-robbery': [
          '大爷跟后面小伙推搡，拐杖都抡上了，眉骨破了',
          '有人抢了客户手里的钱就跑，往菜场那头，没带家伙',
        ],
        'gas-safety-premises-attack': [
          '他从包里摸出扳手朝柜员扔过来，小陈后脑勺挨了一下，人晃悠',
          '泼了杯开水到营业员身上，脖子全红了，还骂着往柜台里冲',
        ],
      },
      order: {
        'gas-agitated-customer': ['大妈不肯补差价，赖在叫号机前头哭，拍大腿，围了一圈人'],
      },
      illness: {
        'gas-customer-fall-or-illness': ['有个大肚子的说眼前发黑，慢慢就溜下去了'],
      },
      injury: {
        'gas-customer-fall-or-illness': ['门槛绊的，婆婆脸朝下，门牙磕了，满嘴是xue'],
        'gas-safety-not-customer-caused': [
          '小吴去送单子半道让电动车撞了，膝盖动不了，不是客户弄的',
        ],
      },
      power: {
        'gas-hall-power-cut': ['全厅黑了外头也黑，自动门开不开，里头二十多个人闷着'],
      },
      system: {
        'gas-counter-system-failure': ['开户过户都办不了，一直转圈，交钱倒还行'],
      },
      fault: {
        'gas-recharge-terminal-failure': ['好几个厅都打来，自助机充不进气，卡插进去一点反应没有'],
        'gas-electrical-failure-programme': ['配电箱窜火花，一开灯就跳，开关摸着麻手'],
      },
      loss: {
        'gas-property-loss-customer': ['客户说搁桌上的手机没了，就填个单子的工夫'],
        'gas-property-loss-company': ['昨晚后门撬开了，三台新表还有一台笔记本不见了'],
      },
    },
  },
  {
    site: 'gas home visit',
    kind: 'gas-customer-service',
    says: {
      weapon: {
        'gas-safety-home-visit-attack': [
          '老张从用户家打来，那人反锁了门，抄了菜刀，他躲厨房里小声说的',
          '查表那姑娘被户主搂住，挣出来跑下楼，胳膊掐青了',
          '安检小蔡电话通了没人说话，就听见男的吼和摔东西，后来断了',
        ],
      },
      injury: {
        'gas-safety-not-customer-caused': [
          '小丁上门，院里没栓的狗自己扑上来，小腿俩窟窿',
          '师傅在人家阳台踩滑了，从梯子上下来，腰动不得，没人推他',
        ],
      },
      gas: {
        'gas-accident-hotline': ['换表的时候气一直往外喷堵不住，用户一家还在屋里'],
      },
      explosion: {
        'gas-explosion or gas-accident-hotline': [
          '他去复气，一打火整个厨房轰一下，眉毛没了，老太太也倒了',
        ],
      },
    },
  },
]
