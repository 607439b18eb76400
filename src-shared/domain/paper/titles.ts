/**
 * What the headings of plans are called, and which part of a plan each opens. The names follow the
 * contents that GB/T 29639-2020 (chapters 5 to 8) and the outlines of local governments ask for.
 */
import type { SentenceKind } from './paper.ts'

/** The part of a paper under a heading. `acts`: what is to be done when something happens. */
export type Section = Exclude<SentenceKind, 'heading' | 'step' | 'limit' | 'other'> | 'acts'

/** In this order: 应急处置原则 is principles, though it says 处置. */
const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  ['contents', /^(目录|目次)$/],
  ['basis', /(编制)?依据$|法律法规/],
  ['scope', /适用(范围|对象|于)|^范围$/],
  ['purpose', /目的|意义|背景|前言|引言|概述|简介|编制说明|^目标$|预案目标|任务目标|^总则$/],
  [
    'contact',
    /通讯录|通信录|联络(人|表|方式)|联系(人|表|方式|电话|单位)|电话(号码)?(表|一览|簿)?$|成员名单|人员名单|名单及/,
  ],
  [
    'duty',
    /组织(机构|架构|体系|指挥|领导)|机构(及|与|和|设置)|职责|架构$|组织$|(任务)?分工|指挥(机构|体系)|领导小组$|响应小组$/,
  ],
  [
    'supply',
    /(物资|器材|装备|设备|药品|工具|物料)(清单|储备|准备|表|配备|一览)?$|物资(保障)?$|常(务|备)物/,
  ],
  [
    'readiness',
    /保障(措施|机制)?$|准备$|储备|培训|演练|预防|日常|平时|宣传|教育|风险(评估|防控)|预案的?(制定|编制|管理)|^应急预案$|隐患|巡查制度|监测(?!.{0,6}报告)/,
  ],
  [
    'definition',
    /(定义|术语|释义|描述|概况|特征|危险源|风险分析|事件(类型|分类|分级|等级)|(灾害|事故)(类型|分级))$/,
  ],
  ['acts', /(分类|类型).*(处理|处置|应对)/],
  ['principle', /原则$|方针$|理念$/],
  [
    'acts',
    /措施|流程|程序|处置|处理|应对|响应|步骤|方法|做法|救援|救护|报告|疏散|撤离|善后|恢复|发布|通报|后期|要求|抢修|抢险|须知|怎么办|接报|启动|事后|处警|保护/,
  ],
  ['readiness', /附则|附录|修订|管理|解释|生效|实施|监督|评审|备案|总结$|结语|记录$/],
  ['definition', /类型|分类|分级/],
]

/** Null: the heading names something else, such as a kind of incident. */
export const sectionOf = (title: string): Section | null =>
  SECTIONS.find(([, form]) => form.test(title))?.[0] ?? null

/** The part of the paper under these headings: the nearest that names one says it. */
export function sectionUnder(headings: readonly string[]): Section | null {
  for (const heading of headings.toReversed()) {
    const section = sectionOf(heading)
    if (section !== null) return section
  }
  return null
}

/**
 * Headings that a paper whose lines have run together goes on from without a mark: 一、编制目的为确保….
 */
const USUAL = [
  ...[
    '编制目的',
    '编制依据',
    '适用范围',
    '工作原则',
    '基本原则',
    '处置原则',
    '应急处置原则',
    '编制说明',
  ],
  ...[
    '预案背景',
    '预案目标',
    '预案目的',
    '目的意义',
    '背景',
    '目的',
    '目标',
    '引言',
    '前言',
    '总则',
    '概述',
  ],
  ...['组织机构及职责', '组织机构与职责', '组织机构', '组织架构', '组织体系', '机构及职责'],
  ...[
    '应急处置流程',
    '应急处理流程',
    '应急响应流程',
    '应急响应程序',
    '应急处置程序',
    '应急处置措施',
  ],
  ...[
    '应急保障措施',
    '应急保障',
    '应急演练',
    '培训与演练',
    '类型定义',
    '处理方法',
    '处置方法',
    '应对措施',
  ],
  ...[
    '处置措施',
    '信息发布',
    '事故报告',
    '信息报告',
    '先期处置',
    '现场处置',
    '后期处置',
    '善后处理',
  ],
  ...['善后处置', '应急结束', '响应终止', '附则', '总结', '结语', '案例分析'],
].sort((left, right) => right.length - left.length)

/** Words that begin a sentence after such a heading. */
const GOES_ON =
  /^(为|本|根据|依据|依照|按照|在|指|当|由|近年|针对|出现|应|各|定期|加强|一旦|以|市|客户|公司|员工|发生|发现|接到|成立|坚持|我|若|如|事|立即|经|遇)/

/** Signs of the heading that these words begin with and go on from; 0: there is none. */
export function runInTitle(plain: string): number {
  const before = plain.startsWith('预案') ? 2 : 0
  const title = USUAL.find((name) => plain.startsWith(name) || plain.startsWith(name, before))
  const end = title === undefined ? 0 : plain.indexOf(title) + title.length
  return end > 0 && GOES_ON.test(plain.slice(end)) ? end : 0
}

const DOCUMENT =
  /(预案|方案|办法|规程|规定|制度|指南|手册|流程|程序|须知|处置卡|细则|汇编)(（[^）]{1,12}）)?$/

/** Whether this can be the name of the whole paper. */
export const isDocumentTitle = (plain: string): boolean =>
  plain.length <= 50 && !/[。；，]/.test(plain) && DOCUMENT.test(plain)
