/** Tells what a sentence is for, by the heading that it stands under and by its own words. */
import { actOf } from './acts.ts'
import { limitIn } from './durations.ts'
import type { SentenceKind } from './paper.ts'
import { namesListed } from './posts.ts'
import type { Section } from './titles.ts'

const ORDER =
  /应当?(?!急|对|变|答|用)|须|需(?!求|要的)|必须|务必|立即|立刻|马上|迅速|及时|尽快|不得|严禁|禁止|切勿|不要/
const AT_ONCE = /立即|马上|立刻|接到|发现|发生.{0,12}(时|后)|一旦|遇/
const LIMIT = /^(?:完成|处理|响应|到场|到达|修复|报告)?(?:时限|期限|时间)(?:要求)?(?:为|：|是|不)/
const BASIS =
  /^(?:根据|依据|依照|按照|遵照|结合).*(?:制定|编制|制订)|《[^》]{2,40}(?:法|条例|办法|规定|标准|预案|指南|规范|导则)》.{0,40}(?:制定|编制|制订)/
const PURPOSE =
  /特?制定(?:本|此|该)|编制本|为了?.{2,80}(?:制定|制订|编制)|^为(?:了|确保|保障|加强|提高|规范|有效|进一步|做好|切实)/
const SCOPE = /适用(?:于|范围)/
const DEFINES =
  /是指|指的是|本预案所称|包括但不限于|主要包[括含]|分为|系指|^[^，。]{0,14}：?指(?!挥|定|示|导|引|派)/
const LISTS = /^(?:主要)?包[括含]|是指/
const READY =
  /定期|每(?:年|半年|季度?|月|周|日)|演练|培训|储备|配备|平时|日常|建立(?:健全|完善|并)|修订|宣传教育|评审|预案的?(?:制定|编制|完善)|制定(?:相应的?)?应急预案|预案(?:编制|内容)|提前|安全检查|风险评估|应急(?:设备|物资)(?:的)?(?:维护|保养|储备)|定点存放|维护保养/
const COMMENT =
  /^(?:总之|因此|综上|近年来|本文|这(?!些资源)|由于|随着|时刻|在日常的?|下文|例如|比如|我们)|重要(?:性|意义|措施|环节|任务|保障)|至关重要|非常重要|是.{0,12}(?:首要|前提|基础|关键|责任)/
const DUTIES_OF_PEACE =
  /制定|制订|编制|修订|培训|演练|储备|日常|宣传|教育|平时|维护保养|建立|审定|审批|监督检查|年度|落实经费|预案的(?:组织)?实施/
const SERVES =
  /^(?:由|成立|设立|组建|设置|下设|灵活设置|领导小组由|指挥部由).*|担任|组成|组员|[任为](?:总|副|现场)*(?:指挥|组长)|代行|为成员|成员|成立了?|下设|已经成立/
/** Who commands, and who stands in: 影城经理为总指挥，不在时由值班经理代行职责. */
const FILLS_POST =
  /代行(?:其)?职[责权]|^[^，。]{2,14}(?:担任|兼任|任|为)(?:总|副|现场)*(?:指挥|组长)[，。；]?/
const ATTENDS = /负责|协助|组织|指挥|疏散|救|处置|引导|报告|维持|保障|联络|警戒/

/** Who explains the paper, and from when it is in force: nothing that anybody does. */
const OF_THE_PAPER =
  /^(?:本|此)?(?:预案|办法|方案|制度|规定|规程)?[^，。]{0,14}(?:负责解释|起(?:施行|实施|执行|生效)|同时废止)/

const inHours = (plain: string): boolean => {
  const within = limitIn(plain)?.within
  return within !== undefined && /[smh]$/.test(typeof within === 'string' ? within : within.workday)
}

/** In sections of pages, what still has to be done when something happens, or within hours. */
const isOrderNow = (plain: string): boolean =>
  ((AT_ONCE.test(plain) && ORDER.test(plain)) || inHours(plain)) &&
  actOf(plain) !== null &&
  !/演练|培训/.test(plain)

/** 各岗位职责如下：, 物资清单： and （2025年修订） are of the form of the paper. */
const OPENS_LIST = /^[^，。；、]{0,14}(?:清单|名单|一览表?|如下表?|见下表)[：。]?$/
const EDITION = /^（[^（）]{0,8}[0-9]{4}年[^（）]{0,10}(?:修订|版|印发|试行)[^（）]{0,4}）$/
/** 报告内容包括： lists what a report says, and nothing that is done. */
const CONTENTS_OF = /内容(?:应当?|须|主要)?(?:包括|包含|有|为|如下)?$/

function inActs(plain: string, lead: string, isItem: boolean): SentenceKind {
  if (LIMIT.test(plain)) return 'limit'
  if (CONTENTS_OF.test(lead)) return 'other'
  if (FILLS_POST.test(plain)) return 'duty'
  if (BASIS.test(plain)) return 'basis'
  if (PURPOSE.test(plain) && (/制定|制订|编制/.test(plain) || !ORDER.test(plain))) return 'purpose'
  if (SCOPE.test(plain)) return 'scope'
  if (LISTS.test(plain) || (DEFINES.test(plain) && !ORDER.test(plain))) return 'definition'
  if (READY.test(plain) && !AT_ONCE.test(plain)) return 'readiness'
  if (COMMENT.test(plain) && !ORDER.test(plain))
    return /安全|生命/.test(plain) ? 'principle' : 'other'
  if (lead !== '' && namesListed(plain).length > 0) return 'duty' // 指挥：店总
  if (actOf(plain) !== null) return 'step'
  return isItem && ORDER.test(plain) ? 'step' : 'other'
}

function inDuties(plain: string): SentenceKind {
  if (DUTIES_OF_PEACE.test(plain)) return 'duty'
  if (SERVES.test(plain) && !/组成，.*负责/.test(plain)) return 'duty'
  return ATTENDS.test(plain) && actOf(plain.replaceAll('负责', '')) !== null ? 'step' : 'duty'
}

/**
 * What a sentence is for. `lead`: the words before its colon (处理原则：…). `isItem`: it stands under
 * a number. `ofIncident`: under the heading of a kind of incident.
 */
export function sentenceKind(
  plain: string,
  section: Section | null,
  { lead, isItem, ofIncident }: { lead: string; isItem: boolean; ofIncident: boolean },
): SentenceKind {
  if (!/[\p{Script=Han}A-Za-z0-9]/u.test(plain) || EDITION.test(plain)) return 'heading'
  if (OPENS_LIST.test(plain) && ['duty', 'supply', 'contact'].includes(section ?? ''))
    return 'heading'
  if (/原则$/.test(lead) && ofIncident) return 'step'
  if (section === null || section === 'acts') return inActs(plain, lead, isItem)
  if (section === 'duty') return inDuties(plain)
  if (OF_THE_PAPER.test(plain)) return 'other'
  if (BASIS.test(plain)) return 'basis'
  if (section === 'purpose' && SCOPE.test(plain)) return 'scope'
  if (section === 'purpose' && DEFINES.test(plain)) return 'definition'
  if (section === 'purpose' && /(坚持|遵循|贯彻).*(原则|方针)/.test(plain)) return 'principle'
  if (section === 'definition' || section === 'readiness')
    return isOrderNow(plain) ? 'step' : section
  return section
}
