/** The verbs of plans: what an act is, in which stage it stands, whether lives depend on it. */
import type { Stage } from '../plan/plan.ts'

export const ACTS = [
  'prohibit',
  'call',
  'evacuate',
  'rescue',
  'fight-fire',
  'report',
  'announce',
  'evidence',
  'check',
  'shut',
  'start',
  'repair',
  'guard',
  'comfort',
  'recover',
  'review',
  'organise',
  'use',
  'assist',
  'handle',
] as const
export type Act = (typeof ACTS)[number]

/** In this order: the first that a clause of a sentence has is what it is about. */
const VERBS: readonly (readonly [Act, RegExp])[] = [
  [
    'prohibit',
    /不得|不要|严禁|禁止|切勿|切忌|不准|不许|请勿(?!打扰)|(?<!请)勿[^论]|不可(?!预|抗|避)|不能(?=[^，。；]{0,3}(进入|触|使用|乘|拨|移动|打开|关闭|离开|擅|随意))|不应|防止擅自/,
  ],
  [
    'call',
    /拨打|拨通|呼叫[“"]?[0-9]|报(?:火)?警(?!器|铃|按|装|系统|信|疏|声|后)|(?:拨|打|报)(?:火警|急救)?[“"]?(?:110|119|120|122)|报[0-9]{3}/,
  ],
  [
    'evacuate',
    /疏散(?!通道|指示|路线|图|演练|组|引导组|标)|撤离|撤出|撤到|逃生(?!通道)|转移(?=[^，。；]{0,6}(人|客|住|旅|游|师生|学生|群众|伤))|带离|清场|引导[^，。；]{0,10}(离开|出口|走向|到安全)|避险|躲避/,
  ],
  [
    'rescue',
    /救治|抢救(?!物|财|资料)|急救(?!电话|箱|设备|器)|救护(?!车|组|站)|救援(?!队|组|人员|电话|设备|装备)|解救|施救|送医|送往医院|就医(?!人数|情况|费)|治疗|包扎|止血|心肺复苏|自救|救人|护送|营救|医疗救护/,
  ],
  ['fight-fire', /灭火(?!器材?|工具|设|组|战|毯)|扑救|扑灭|救火|将火扑|初期火灾/],
  [
    'report',
    /报告(?!单|人|书|内容|程序|制度)|^电话(?=[^，。；：0-9号通])|上报|汇报|急报|续报|首报|终报|通报|告知|发[至到](?=[^，。；]{0,8}群)|(?<!(?:发布|张贴|播放|公布)[^，。；]{0,8})通知|知会|报备|抄送|请示|转报|(?:^|[立即应并须及时速])报(?=.{0,3}(公司|大厅|中心|信息|上级|部门|主管|领导|物业|物管|值班|综合|总|分管|监管|街道|政府|派出所|应急|组|指挥))|联系(?!人|方式|电话|到位)|联络(?!人|员|方式)|取得联系|致电|呼叫|呼救|沟通|回报|回复|报案/,
  ],
  [
    'announce',
    /发布|公告|公示|张贴|广播|播放|发出[^，。；]{0,10}(信号|警报|通知)|鸣|宣布|悬挂|提示|提醒|公布/,
  ],
  [
    'evidence',
    /取证|拍照|录像(?=[^室])|录音|截取|留存|留样|封存|记住|记下|牢记|保存(?!期|完好|条件)|保留[^，。；]{0,12}(证据|备查|录像|监控|样品|现场)|收集|备份|记录(?!仪|表|簿|册)|登记(?!表|簿|册)|填写|调取|抄下/,
  ],
  [
    'check',
    /^(?:咨询|询问|征询)|检查(?!表|组)|核实|确认|查看|查明|查找|排查|勘查|勘察|调查|评估|判断|判定|研判|辨别|巡查|巡视|清点|了解|核对|检测|测量|监测|监控|观察|询问|弄清|问清|分析|定位|查询|摸清|盘点|征询|检验|化验|复核|回看|试运行|试用|逐层/,
  ],
  [
    'shut',
    /关闭|切断|断开|断电|拉闸|停用|停止|停运|停业|停梯|关停|关掉|暂停|断网|隔离|封闭|封控|锁/,
  ],
  [
    'start',
    /抬起|拉起|升起|合闸|启动|启用|开启|打开|开门(?!营)|按响|按下|接通|切换|投入使用|投用|更换|升级/,
  ],
  [
    'repair',
    /抢修|维修|修复|修理|排除|(?<!(?:批准|同意|决定|许可|宣布)[^，。；]{0,8})恢复(?=[^，。；]{0,8}(供|运行|正常|使用|系统|服务|发电|通))|更换|封堵|堵漏|抽水|排水|补充/,
  ],
  [
    'guard',
    /警戒|封锁|维持|维护(?=[^，。；]{0,6}秩序)|疏导|劝阻|制止|劝止|劝离|劝导|控制|保护|看护|守护|看守|看管|防护|拦截|分流|监视|周旋|拖延|值守|把守|设置|摆放|围挡|引导|照看|加强|防范/,
  ],
  [
    'comfort',
    /安抚|安慰|慰问|探望|看望|解释|致歉|道歉|说明|聆听|倾听|理解|劝说|告诉|表明|引导客户|接待|答复|沟通/,
  ],
  ['recover', /清理|清扫|清洁|消毒|善后|赔偿|理赔|补偿|追责|追究|安置|恢复|重建|维权|销毁|处罚/],
  [
    'review',
    /总结|整改|复盘|反思|归档|存档|备案|改进|提出[^，。；]{0,6}(意见|建议|措施)|形成[^，。；]{0,6}(?:报告|清单|台账)|书面报告|制定[^，。；]{0,10}(措施|方案)/,
  ],
  [
    'organise',
    /组织|协调|协商|会商|商定|指挥|调配|调集|调度|调动|安排|部署|派出|派人|派遣|派员|集结|召集|召开|成立|赶赴|赶到|到场|到达|到位|到现场|前往|出动|分工|牵头|集合|增派|抽调|接应|迎接/,
  ],
  [
    'use',
    /利用|使用|携带|佩戴|穿戴|穿好|采用|取|接消防|拿|运送|搬|抬|收好|放置|提供|分发|发放|准备|储存|覆盖|遮盖|盖住|喷洒|安装|堆放|涂抹|铺设|通风|开窗/,
  ],
  [
    'assist',
    /协助|配合|支援|参加|参与|会同|跟进|督促|监督|陪同|移交|交由|交接|接替|陪护|守在|守候|守护|看护|陪伴|稳住/,
  ],
  [
    'handle',
    /处理|处置|采取|开展|做好|作好|实施|落实|执行|响应|应对|进行|保持|办理|解决|完善|负责|寻求|请求|要求|请|确保|保证|待命|等待|等候|补录|签订|立即|及时|选择|听从|服从|优先/,
  ],
]

/** 挂“禁止合闸”牌 is to be done, whatever stands on the board; alone, what is quoted is the act. */
const outsideQuotes = (plain: string): string => plain.replace(/“[^”]*”/g, '') || plain

/** What a clause of a sentence is about; null: it has no verb that plans use. */
export function actOf(plain: string): Act | null {
  const by = ([act, form]: (typeof VERBS)[number]): boolean =>
    form.test(act === 'prohibit' ? outsideQuotes(plain) : plain)
  return VERBS.find(by)?.[0] ?? null
}

/** Where the verb of an act stands in its words; 0 if it has none. */
export const verbAt = (plain: string, act: Act): number =>
  Math.max(0, plain.search(VERBS.find(([name]) => name === act)?.[1] ?? /^/))

/** The verb of an act as its words have it; empty if they have none. */
export const verbIn = (plain: string, act: Act): string =>
  VERBS.find(([name]) => name === act)?.[1].exec(plain)?.[0] ?? ''

/** Whether any of these verbs stands right at the beginning of a clause. */
const FIRST = new RegExp(
  `^(?:${VERBS.filter(([act]) => act !== 'handle')
    .map(([, form]) => form.source)
    .join('|')})`,
)
export const beginsWithAct = (plain: string): boolean => FIRST.test(plain)

const STAGE_OF: Readonly<Record<Act, Stage>> = {
  prohibit: 'on-site',
  call: 'report',
  evacuate: 'on-site',
  rescue: 'on-site',
  'fight-fire': 'on-site',
  report: 'report',
  announce: 'inform',
  evidence: 'on-site',
  check: 'verify',
  shut: 'respond',
  start: 'respond',
  repair: 'respond',
  guard: 'on-site',
  comfort: 'inform',
  recover: 'recover',
  review: 'review',
  organise: 'respond',
  use: 'respond',
  assist: 'respond',
  handle: 'respond',
}

const BY_HEADING: readonly (readonly [Stage, RegExp])[] = [
  ['review', /总结|评估|复盘|整改|调查评/],
  ['recover', /善后|后期|后续|恢复|事后|结束/],
  ['inform', /信息发布|通报|公告|新闻|媒体/],
  ['report', /^(信息|事件|事故|应急|紧急)?(报告|接报|报警|上报)/],
]

/** The stage of an act, by the nearest heading that says it, else by the verb. */
export function stageOf(act: Act, headings: readonly string[]): Stage {
  const named = headings
    .toReversed()
    .map((heading) => BY_HEADING.find(([, form]) => form.test(heading))?.[0])
    .find((stage) => stage !== undefined)
  if (named === 'recover' && act === 'review') return 'review'
  return named ?? STAGE_OF[act]
}

const LIFE =
  /疏散|撤离|撤出|逃生|救治|抢救(?!物|财|资料)|急救|救援|解救|营救|自救|120|人身安全|生命安全|保护好自己|困人|被困|伤员|心肺复苏|撤到|救护/

/** Whether lives depend on an act (保命步骤). */
export const isForLife = (plain: string, act: Act): boolean =>
  act === 'evacuate' ||
  act === 'rescue' ||
  (LIFE.test(plain) && !/演练|培训|物资|赔偿|慰问/.test(plain)) ||
  (act === 'call' && /119|120/.test(plain))

/** 立即 is an urgency, and 及时 a lesser one; neither is a number of minutes. */
export function urgencyOf(plain: string): 'immediate' | 'prompt' | null {
  if (/立即|立刻|马上|即刻|即时|第一时间|当即|迅速|火速|随即/.test(plain)) return 'immediate'
  return /及时|尽快|尽早|尽速|快速/.test(plain) ? 'prompt' : null
}
