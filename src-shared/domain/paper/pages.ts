/** Writes what the paper says beside its steps as the pages of a document file. */
import { everyMonths } from './months.ts'
import { isMobile } from '../person-numbers.ts'
import { numbersIn } from './numbers.ts'
import type { SentenceKind, WrittenJson } from './paper.ts'
import { namesListed, postKindOf, postsSetUp, subjectOf } from './posts.ts'
import type { Role, Roles } from './roles.ts'
import { holderOf, type Unit } from './units.ts'
import { localizedOnly } from './written.ts'

/** `uses`: by the id of a sentence, the paths in the document that cite it. */
export type Pages = { json: WrittenJson; uses: ReadonlyMap<string, readonly string[]> }

const READY_KINDS: readonly (readonly [string, RegExp])[] = [
  ['drill', /演练|演习/],
  ['training', /培训|教育|宣传|学习/],
  ['review', /修订|评审|完善.{0,6}预案|预案.{0,6}(?:修订|完善|更新)/],
  ['check', /检查|巡查|维护|保养|检测|排查|测试/],
  ['supply', /储备|物资|配备|备足|定点存放|药品|器材/],
]
const SUPPLY_KINDS: readonly (readonly [string, RegExp])[] = [
  ['fire', /灭火|消防|水带|防火|防烟|呼吸器/],
  ['medical', /药|急救|担架|医|消毒|口罩|绷带|除颤/],
  ['communication', /对讲|电话|广播|喇叭|扩音|通信|电台/],
  ['document', /表|单|册|图|告示|公告牌|协议/],
  ['tool', /工具|手电|照明|泵|沙袋|挡板|绳|梯|锤|钳|扳手|铲|警戒|雨衣|雨靴/],
]
const firstOf = (table: readonly (readonly [string, RegExp])[], plain: string): string =>
  table.find(([, form]) => form.test(plain))?.[0] ?? ''

const RANKS: readonly (readonly [string, RegExp])[] = [
  ['national', /中华人民共和国|国家|国务院|全国|GB|应急管理部/],
  ['provincial', /省|自治区/],
  ['municipal', /(?<!城)市|(?<!地|片|景|社)区|县/],
]

const bare = (plain: string): string => plain.replace(/[。；！？，]+$/, '')

/** 《突发事件应对法》, or the words themselves where the paper names no law by its title. */
const basesIn = (plain: string): readonly string[] => {
  const titles = [...plain.matchAll(/《([^》]{2,60})》/g)].map((match) => match[0])
  return titles.length > 0 ? titles : [bare(plain)]
}

const termOf = (unit: Unit): string =>
  /^(?:本(?:预案|办法|方案|制度|规定|规程)所[称指])?([^，。：]{2,16}?)(?:，)?(?:是指|系指|指的是|：|指(?!挥|定))/.exec(
    unit.plain,
  )?.[1] ??
  (unit.lead || (unit.headings.findLast((heading) => !/定义|类型|分类|术语/.test(heading)) ?? ''))

/** 灭火器、对讲机、急救箱等: what stands in a list, each by itself. */
const suppliesIn = (plain: string): readonly string[] =>
  bare(plain)
    .replace(/^(?:配备|储备|备有|准备|包括|应?急?物资(?:包括|有)?：?)/, '')
    .split(/、|，|；|和(?=[^平])/)
    .map((item) => item.replace(/等.*$/, '').trim())
    .filter((item) => item.length > 1 && item.length <= 24)

type Parts = {
  units: readonly Unit[]
  roles: Roles
  documentId: string
  clauseOf: (unit: Unit) => string
}

/** What each kind of sentence becomes, as an entry of a list of the document. */
function entriesOf(
  unit: Unit,
  parts: Parts,
  order: number,
): readonly (readonly [string, WrittenJson])[] {
  const clause = parts.clauseOf(unit)
  const says = localizedOnly(unit.text)
  const { plain } = unit
  if (unit.kind === 'principle') return [['principles', { says, clause }]]
  if (unit.kind === 'basis')
    return basesIn(plain).map((name) => [
      'legalBases',
      { name: localizedOnly(name), rank: firstOf(RANKS, name) || 'site', clause },
    ])
  if (unit.kind === 'definition') {
    const term = termOf(unit) || bare(plain).slice(0, 12)
    return [['definitions', { term: localizedOnly(term), says, clause }]]
  }
  if (unit.kind === 'readiness') {
    const every = everyMonths(plain)
    const [name] = subjectOf(plain, []).names
    const role = name === undefined ? null : parts.roles.idOf(name)
    const id = `${parts.documentId}-rd-${String(order).padStart(2, '0')}`
    const kind = firstOf(READY_KINDS, plain) || 'prevention'
    return [
      [
        'readiness',
        { id, what: says, kind, ...(every && { every }), ...(role && { role }), clause },
      ],
    ]
  }
  if (unit.kind === 'supply')
    return suppliesIn(plain).map((what) => [
      'supplies',
      { what: localizedOnly(what), kind: firstOf(SUPPLY_KINDS, what) || 'other', clause },
    ])
  return []
}

/** The duties of a post, under whose name or heading they stand. */
function dutyOf(unit: Unit, roles: Roles): Role | null {
  const names = [
    ...subjectOf(unit.plain, []).names,
    ...postsSetUp(unit.plain),
    unit.lead,
    ...unit.headings.toReversed().map(holderOf),
    ...namesListed(unit.plain),
  ]
  const id = names.map((name) => roles.idOf(name)).find((known) => known !== null)
  return roles.all.find((role) => role.id === id) ?? null
}

const paragraph = (units: readonly Unit[], parts: Parts): WrittenJson | null =>
  units.length === 0
    ? null
    : {
        says: localizedOnly(units.map(({ text }) => text).join('')),
        clauses: units.map(parts.clauseOf),
      }

/** In a table of posts the number of a row is that of its post, as short as it may be. */
function numbersOf({ kind, lead, plain }: Unit): ReturnType<typeof numbersIn> {
  const isOfRow = kind === 'contact' && lead !== '' && /^[0-9][0-9 -]{2,14}$/.test(plain)
  if (!isOfRow || isMobile(plain)) return numbersIn(plain)
  return [{ number: plain, who: localizedOnly(lead), kind: 'internal' }]
}

export function pagesOf(parts: Parts): Pages {
  const uses = new Map<string, string[]>()
  const use = (unit: Unit, path: string): void => {
    uses.set(unit.id, [...(uses.get(unit.id) ?? []), `document:${path}`])
  }
  const ofKind = (kind: SentenceKind): readonly Unit[] =>
    parts.units.filter((unit) => unit.kind === kind)
  const byList = new Map<string, WrittenJson[]>()
  const add = (unit: Unit, list: string, entry: WrittenJson): void => {
    const entries = byList.get(list) ?? []
    use(unit, `${list}.${entries.length}`)
    byList.set(list, [...entries, entry])
  }
  let readiness = 0
  for (const unit of parts.units) {
    if (unit.kind === 'readiness') readiness += 1
    for (const [list, entry] of entriesOf(unit, parts, readiness)) add(unit, list, entry)
    if (unit.kind === 'duty' || (unit.kind === 'step' && unit.section === 'duty')) {
      const role = dutyOf(unit, parts.roles)
      if (!role) continue
      role.duty = `${role.duty}${unit.text}`
      role.clauses.push(parts.clauseOf(unit))
      use(unit, `roles.${role.id}`)
    }
  }
  const numbers = new Set<string>()
  for (const unit of parts.units)
    for (const { number, who, kind } of numbersOf(unit)) {
      if (numbers.has(number) || unit.kind === 'heading' || unit.kind === 'contents') continue
      numbers.add(number)
      add(unit, 'contacts', { who, number, kind, clause: parts.clauseOf(unit) })
    }
  /** 为…，依据《…》，制定本预案 gives both. */
  const aims = parts.units.filter(
    ({ kind, plain }) => kind === 'purpose' || (kind === 'basis' && /^为(?!避)/.test(plain)),
  )
  const purpose = paragraph(aims, parts)
  const scope = paragraph(ofKind('scope'), parts)
  aims.forEach((unit) => use(unit, 'purpose'))
  ofKind('scope').forEach((unit) => use(unit, 'scope'))
  return {
    json: { ...(purpose && { purpose }), ...(scope && { scope }), ...Object.fromEntries(byList) },
    uses,
  }
}

const NO_POST = /^(?:组织领导|领导|组员|成员|人员)$/

/** Names of posts that a heading or the words before a colon may be (安全保障组；总指挥：…). */
export const isPostName = (title: string): boolean =>
  title.length >= 2 &&
  title.length <= 14 &&
  !NO_POST.test(title) &&
  /(组|部|科|处|室|队|员|长|经理|主任|主管|指挥|指挥部|中心|办公室|负责人|领导|岗)$/.test(title) &&
  !/[，。；、]/.test(title) &&
  postKindOf(title) !== 'external'
