/**
 * Who is to act, and who is told: the subject of a clause, by the posts of the register, those that
 * the paper names, and the endings of posts (组, 部, 科, 员, 经理, 负责人…).
 */
import { beginsWithAct } from './acts.ts'

type PostKind = 'person' | 'group' | 'external' | 'anyone'

const ENDING =
  '(?:领导小组|工会|安委会|指挥部|指挥中心|工作组|小组|组(?!织|成|建|合|长)|总指挥|副?指挥长?|办公室|委员会|中心|部门|(?<![全内外局头底顶上下腹胸面腰背颈])部(?!长|门)|科室|科(?!长|室)|处(?!理|置|罚|在|于|长)|室|队员|队(?!伍|长)|班组|(?<!值)班(?!次|前|后|人|长)|岗(?!位)|负责人|责任人|(?<![人成伤病组动])员(?!工|会|额)|厨师长|店长|组长|部长|科长|处长|院长|校长|园长|馆长|站长|行长|队长|班长|护士长|总监|店总|主任|副?经理|副理|领班|工程师|总经理|主管|领导(?!小组|下|班)|厂长|馆员|人员(?!疏|安|伤|撤|清|名)|职工|员工(?!安|的|疏|撤|食)|工作人员|保安(?!措|工|全)|(?:维修|抢修|检修|水暖|管道)工(?!作|程|具|单|人)|电工|厨师|医生|校医|护士|音响师|灯光师|药师|技师|教师|老师|辅导员|物业(?:公司)?|公司|单位|厂家|厂商|供应商|服务商|发现人|发现者|第一人|目击者|当事人|同事|保洁|前台|总机|讲解|消控室|监控室|值班室)'
/** A name goes on as long as what follows ends like a post, too: 部门负责人, 中心综合科. */
const NAME = `[\\p{Script=Han}A-Za-z“”]{0,16}?${ENDING}(?:[\\p{Script=Han}]{0,3}?${ENDING})*`
/** What may follow the name of whoever acts. */
const FOLLOWS =
  /^(?:应(?!急)|须|需|要(?!求)|必须|必需|务必|则|可|立即|立刻|马上|迅速|及时|尽快|负责(?!人)|按照?|根据|依据|接|批准|审批|核准|同意(?!后)|许可|授权|经(?=[^，。；]{2,14}(?:批准|审批|核准|同意))|收到|得知|听到|看到|闻到|先(?!进)|赶到|发现|在|对|向|将|把|与(?=[^，。；、]{2,12}(?:协商|会商|商定|沟通|联系|对接))|同时|首先|第一|优先|紧急|主动|不得|不要|严禁|禁止|：|到达|到场|到|作为|听取|打开|人为|均|都|分别|继续|统一|担任|任(?![何务意])|由|用|带|派|立|迅|第|逐|凭|于(?=[0-9])|原地|持[证械]|当[日天]|每(?=[0-9一二两三半隔])|工作日|节?假日|夜间|日间|白天|[0-9一二三两半])/
const CROSSES =
  /通知|报告|上报|报至|发至|发到|指定|联系|拨打|分钟|小时|负责(?!人)|，|。|：|安排|协调|要求|提醒|告知|将|把|主动|让|等待|定期/
const SEPARATOR = /(?:、|和|及|与|或者?|以及)$/
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u')
const LONGEST_SUBJECT = 40

/** Endings that leave no doubt: whatever follows is what the post does. */
const STRONG =
  /(部|组|岗|员|主任|经理|副理|领班|工程师|主管|队|长|领导小组|指挥部|指挥|办公室|负责人|电工|工作人员)$/
const GOES_ON_NAME = new RegExp(
  `^(?:的|内|外|等|之|和|与|、|为|及|或|[\\p{Script=Han}]{0,3}?${ENDING})`,
  'u',
)

const ENDS_NAME = new RegExp(`^${ENDING}`)

/** What would cut a word in two: 部|门, 员|工, 组|织. */
const CUT_WORD =
  /[组队班部科处站馆店院校园行厂]长|队伍|岗位|部[门分位署]|员[工会额]|组[织成建合]|班次|处[理置罚]/

/** 工程部经值班经理批准 is two posts, one of which approves. */
const VIA = /经(?![理营纪办济])/

/** 救护车由安保人员 is whom it is given to, and 每辆车 no part of a name. */
const HANDED = /[^理]由|^每[辆台部层处位个]/

/** 影城经理为现场总指挥 says who fills a post, and is the name of none. */
const SERVES_AS = /(?<![行作认人])为|担任|兼任/

/** Whether these words read as names of posts. */
const isNames = (words: string): boolean =>
  words
    .split(/、|以及|和|及|与|或者?/)
    .every(
      (name) =>
        name.length > 1 &&
        WHOLE_NAME.test(name) &&
        !SERVES_AS.test(name) &&
        !VIA.test(name) &&
        !HANDED.test(name),
    )

function follows(subject: string, rest: string): boolean {
  if (CUT_WORD.test(`${subject.at(-1)}${rest.at(0)}`)) return false
  if (FOLLOWS.test(rest)) return true
  if (ENDS_NAME.test(rest)) return false
  if (beginsWithAct(rest)) return true
  if (GOES_ON_NAME.test(rest)) return false
  return STRONG.test(subject)
}

/** The shortest beginning that reads as names of posts and goes on as what they do. */
function subjectIn(plain: string): string {
  const crossing = plain.search(CROSSES)
  const last = Math.min(LONGEST_SUBJECT, plain.length - 1, crossing < 0 ? plain.length : crossing)
  for (let end = 2; end <= last; end += 1) {
    const subject = plain.slice(0, end)
    if (SEPARATOR.test(subject) || !isNames(subject)) continue
    const rest = plain.slice(end)
    if (follows(subject, rest)) return subject
  }
  return ''
}

/** 抢险组由工程部人员组成: whoever it is made of, the group acts. */
const MADE_OF = /^([^，。；：、]{2,12}?)由[^，。；]{2,24}(?:组成|担任|兼任|任)$/
const BY =
  /由((?:[\p{Script=Han}A-Za-z、]{1,16}?))(?=[两二三]人|共同|一同|负责(?!人)|带|统一|组织|向|通知|引导|报告|进行|牵头|处理|处置|发布|陪同|决定|批准|审批|核准|同意|授权|安排|按|到|立即|及时|宣布|启动|召集)/u

/** After 由值班经理: another name, what is its, or whom it stands in for. */
const JOINED_ON = new RegExp(
  `^(?:$|[、，。；和及与或等的任兼代]|担任|[\\p{Script=Han}]{0,3}?${ENDING})`,
  'u',
)

/** What it is the post of begins as a verb or a person, as in 监控中心 and 客户服务部. */
const CARES_FOR =
  /^(?:监控|监测|广播|检查|检修|维修|抢修|保护|疏散|引导|灭火|救护|救援|警戒|接待|安检|调度|巡查|巡逻|联络|协调|善后|封存|管控|统计)(?:中心|室|部|组|科|队|岗|班|员|值班员|值班室)/
/** 抢修人员 are people who repair; 引导人员 are, too, once they are to do something themselves. */
const REPAIRERS = /^(?:抢修|维修|检修|安检|巡逻|接待|调度|监控|施工|救护)人员$/
const LED = /^(?:引导|警戒|疏散|救援|救护)人员$/
const IS_TO_DO = /^(?:应(?!急)|须|需|要|必须|负责|立即|马上|迅速|及时|[0-9]|在[0-9])/
const NO_POST =
  /^(本|各级|该|其(?!他|它)|此|受伤|被困|伤|患病|客户(?!服务|关系|中心|部|经理)|顾客(?!服务)|群众|旅客|观众|学生(?!会)|乘客|住客|游客|无关|外来|闲杂|火灾|事故|事件|应急预案|现场(?!指挥|人员|负责|工作|处置|第|救)|安全(?!员|保|管|主|生|部|科|组|负责|小组)|上述|以上|相应|有关领导同意|全体参会|参会)/

/** A name of a post without what only leads to it. */
const trimmed = (name: string): string =>
  name
    .replace(/(中心|部|科|公司|物业)人员$/, '$1')
    .replace(
      /^(?:并|同时|然后|再|随后|首先|其中|通知|报告|由|请|向|各|其他|其它|相关|本|我司|中心的|任何|最近的|每名|全体|报(?![警告社刊修名案关到废]))(?=[\p{Script=Han}]{2})/u,
      '',
    )
    .replace(/[“”]/g, '')
    .trim()

/** The names that a subject joins: 值班人员和综合科 are two. */
const several = (subject: string): readonly string[] =>
  subject
    .split(/、|以及|和|及|与|或者?/)
    .map(trimmed)
    .filter((name) => name.length > 1 && name.length <= 18)
    .map((name) => (name === '人员' || name === '单位' ? `其他${name}` : name))

export type Subject = { names: readonly string[]; rest: string }

/**
 * Who acts by the words at the beginning of an act (`plain`), and the words without them. `known`:
 * names of posts that the paper or the register has, which need no ending.
 */
export function subjectOf(plain: string, known: readonly string[]): Subject {
  if (/^由[^，。；]{2,24}(?:组成|担任|兼任)$/.test(plain)) return { names: [], rest: '' }
  const finder =
    /^(?:最先|首先)?(?:发现|接到)[^，。]{1,12}的(?=[\p{Script=Han}]{2,8}(?:员|人员|班|工|人|教师|保安)?(?:应|立即|要|须|马上))/u.exec(
      plain,
    )
  if (finder) return subjectOf(plain.slice(finder[0].length), known)
  const first =
    /^(?:最先|首先|第一个)发现的[\p{Script=Han}]{2,4}?(?=立即|应(?!急)|须|要(?!求)|马上|及时|迅速)/u.exec(
      plain,
    )?.[0]
  if (first !== undefined) return { names: [first], rest: plain.slice(first.length) }
  const group = MADE_OF.exec(plain)?.[1]
  if (group !== undefined) return { names: [group], rest: '' }
  const exact = known
    .filter((name) => plain.startsWith(name) && name.length > 1)
    .sort((left, right) => right.length - left.length)[0]
  const subject = subjectIn(plain)
  const behind = plain.slice(subject.length)
  if (subject.length > (exact?.length ?? 0) && !NO_POST.test(subject) && !isAct(subject, behind))
    return { names: several(subject), rest: behind }
  const after = plain.slice(exact?.length ?? 0)
  if (exact !== undefined && follows(exact, after)) return { names: [exact], rest: after }
  const handed = known
    .filter(
      (name) => plain.startsWith(`由${name}`) && !JOINED_ON.test(plain.slice(name.length + 1)),
    )
    .sort((left, right) => right.length - left.length)[0]
  if (handed !== undefined) return { names: [handed], rest: plain.slice(handed.length + 1) }
  const receiver = givenTo(plain)
  if (receiver) return receiver
  const by = BY.exec(plain)
  if (
    by &&
    !NO_POST.test(by[1] ?? '') &&
    !/^(此|于|专人|各部门)/.test(by[1] ?? '') &&
    by.index <= 14
  )
    return {
      names: several(by[1] ?? ''),
      rest: plain.slice(0, by.index) + plain.slice(by.index + by[0].length),
    }
  return { names: [], rest: plain }
}

/** 监控录像由保安员封存, 统一由办公室对外答复: any post that is to do something, after 由. */
function givenTo(plain: string): Subject | null {
  const at = plain.search(/(?<![交转])由(?!于)/)
  if (at < 1 || at > 14) return null
  const subject = subjectIn(plain.slice(at + 1))
  const rest = plain.slice(at + 1 + subject.length)
  if (subject === '' || NO_POST.test(subject) || isAct(subject, rest)) return null
  return /^(?:组成|担任|兼任|任|为)/.test(rest)
    ? null
    : { names: several(subject), rest: plain.slice(0, at) + rest }
}

const isAct = (subject: string, behind: string): boolean =>
  !REPAIRERS.test(subject) &&
  !(LED.test(subject) && IS_TO_DO.test(behind)) &&
  startsWithVerb(subject)

/** 通知物业公司到场 begins with what is done, not with who does it. */
const startsWithVerb = (subject: string): boolean =>
  (!CARES_FOR.test(subject) && startsAsAct(subject)) || LEADS_ON.test(subject)

const startsAsAct = (subject: string): boolean =>
  beginsWithAct(
    subject.replace(/^(?:时|应(?!急)|须|需|要|必须|尽快|尽可能|及时|立即|马上|迅速)+/, ''),
  )
const LEADS_ON =
  /^(时|提高|沿|尽|应(?!急|对)|需|须|如|若|当(?!班|值)|对|向|将|把|与|在|为|使|让|请|从|因|按|经(?!理)|以|和|是|有|无|不|同|组织|安排|立即|及时|马上|迅速|做好|加强|进行|提供|协调|召集|保护|统一|要求|接到|到|拿|派|指派|协助|配合|开展|负责)/

const TO =
  /(?:回报|报告|上报|汇报|报备|通报|通知|告知|联系|呼叫|请示|抄送|知会|致电|(?<!接)报(?=[^警告后])|上报至|报告至|报至)(?:给|到|至|于)?([\p{Script=Han}A-Za-z0-9、和及与或]{2,40})/u
const TOWARDS =
  /(?:向|与|和|将[^，]{1,14}?(?:报告|通知|告知)(?:给|到|至)?|把[^，]{1,14}?报)([\p{Script=Han}A-Za-z0-9、]{2,30}?)(?=回报|报告|汇报|上报|通报|请示|报备|作书面|进行汇报|联系|取得联系|发布|求助|报(?:警|案)|说明)/u
/** 低洼处, 漏水处: a place, and no office (处). */
const SPOT =
  /(?:[低高深浅远近附出入路门楼此各水火洼险点发漏淹塌滑裂断][洼险]?|现场|隐患|积水|故障)处$/
const NO_TARGET =
  /^(情况|事件|事故|结果|有关情况|相关情况|险情|灾情|信息|进展|处置|现场|原因|停电|火|到|后|等|其|他|我|客户|顾客|群众|公众|单|并|时|书|内容|程序|电话|人员(?!$)|[0-9])/

/** Who is told or asked by these words; the names of posts only. */
export function targetsOf(words: string): readonly string[] {
  const named = TOWARDS.exec(words)?.[1] ?? TO.exec(words)?.[1] ?? ''
  const form = new RegExp(
    `^(${NAME}|上级(?:单位|部门|主管)?|领导|派出所|街道办?事?处?|医院|消防队伍?|供电局|家属|监护人|[\\p{Script=Han}]{2,10}局|[\\p{Script=Han}]{2,8}维保(?:单位|公司|人员)?)`,
    'u',
  )
  return named
    .split(/、|以及|和|及|与|或者?/)
    .map((name) => trimmed(form.exec(name)?.[1] ?? ''))
    .filter(
      (name) => name.length > 1 && name.length <= 18 && !NO_TARGET.test(name) && !SPOT.test(name),
    )
}

/** Whether these words are nothing but names of posts, of which nothing is done. */
export const isPostList = (words: string): boolean =>
  isNames(words) && !startsWithVerb(words) && !CROSSES.test(words)

/** 支行行长；, 运营部经理、物业部经理（夜间为值班主管）: who is listed, where nothing else is said. */
export function namesListed(plain: string): readonly string[] {
  const words = plain.replace(/（[^）]*）/g, '').replace(/[。；，]+$/, '')
  return isPostList(words) ? several(words) : []
}

const SET_UP =
  /(?:成立|设立|设置|组建)了?([^，。；]{2,16}?(?:小组|指挥部|组(?!织)|中心|办公室))|([^，。；、]{2,10}?)为(?:副|现场)*(总指挥|指挥|组长)|([^，。；、]{2,10}?)由([^，。；、]{2,14}?)(?:担任|兼任)|由([^，。；、]{2,14}?)(?:代行|担任|兼任)/gu

/** The posts that a sentence sets up or fills: 成立领导小组, 馆长为总指挥, 组长由校长担任. */
export const postsSetUp = (plain: string): readonly string[] =>
  [...plain.matchAll(SET_UP)]
    .flatMap((match) => match.slice(1).filter((name) => name !== undefined))
    .map(trimmed)
    .filter((name) => name.length > 1 && name.length <= 16)

/** What kind of post a name stands for (docs/plan-format.md, section 5). */
export function postKindOf(name: string): PostKind {
  if (
    /^其他(?:人员|单位)$|发现[人者]|^(?:最先|首先|第一个)发现的|第一人|目击者|在场|当事人|周围|同事$/.test(
      name,
    )
  )
    return 'anyone'
  if (
    /公安|派出所|警方|消防(队|部门|救援|支队|大队)|医院|供电|电力公司|燃气公司|自来水|局$|街道|政府|上级|监管|维保|物业(?:公司|单位|方)?$|家属|监护人|保险公司|厂家|厂商|供应商|服务商|疾控|疾病预防控制/.test(
      name,
    )
  )
    return 'external'
  if (
    /(员|长|主任|经理|副理|领班|主管|总指挥|总监|店总|负责人|领导|工|师|医生|护士|老师|教师|人)$/.test(
      name,
    ) &&
    !/人员$|职工$|员工$/.test(name)
  )
    return 'person'
  return 'group'
}
