/**
 * Finds the parts of a paper that are each for a kind of incident: 1. 火灾, 2. 停电 side by side, or
 * items that begin 客户摔倒时 and have parts of their block. Each becomes a plan.
 */
import { incidentKindIn, type IncidentKind } from './kinds.ts'
import type { Block } from './outline.ts'
import { sectionUnder, type Section } from './titles.ts'

/** `block`: the index of its heading. `kind` null: the list of kinds does not know it. */
export type Root = { block: number; title: string; kind: IncidentKind | null }

const ENDING = /(事件|事故|类|故障|情况|灾害|险情)$/
const GENERIC = /^(各类|一般|其他)?(突发|应急|紧急|意外)?(事件|事故|情况)(类型|分类)?$|预案$/
const OCCURS =
  /^(?:[一二三]是)?(?:当|如果?|若|一旦|遇到?)?([^，。；：]{2,26}?(?:故障|停电)?)(?:发生时|发生|时|的情况|等情况|情况)?(?:时)?(?=，|$|：|。)/
const LED = /^([^，。；：]{2,12})：/
const NO_ROOT =
  /(类型|分类|报告|接报|处理|处置|确认|流程|程序|响应|善后|总结|分级|等级)(?:与|及|和)|(?:前|后)$|启动|结束|终止|报告$/

/** 管道爆裂处置 is the procedure for something, whatever that is. */
const PROCEDURE = /(?:处置|处理|应对|抢修|抢险)(?:流程|程序|措施|方法|步骤|办法|预案|方案|要点)?$/
/** 先期处置, 现场处置, 信息处理: a part of any procedure. */
const PART_OF_ANY =
  /^(?:[先前初后中]期|现场|应急|紧急|分[级类]|信息|事故|事件|灾情|险情|善后|接[警报处]|报警|医疗|一般|特殊|具体|日常|常规|组织|基本|各类|其[他它]|上述|突发|后续|处置|综合|情况|问题|舆论|新闻|伤员|人员|客户|设备|物资)+(?:工作)?$/
const SHORTEST_NAME = 3
/** More are no plans that anybody keeps: then the paper is one. */
const MOST_PARTS = 60

/** What a heading is about, without the words that every such heading has. */
const rootTitle = (title: string): string =>
  title
    .replace(/[：。]+$/, '')
    .replace(
      /(?:的)?(?:应急|紧急)?(?:处理|处置|应对|应急|响应)?(?:流程|程序|措施|方法|预案|办法)$/,
      '',
    )
    .replace(/(?:的)?(?:应急|紧急|现场)?(?:处理|处置|应对)$/, '')
    .replace(/(?:等情况|情况|发生)?时$/, '')
    .replace(/^(?:发生|遇到?|当|出现)/, '')

function incidentIn(
  title: string,
  anyOf = false,
): { kind: IncidentKind | null; title: string } | null {
  const name = rootTitle(title)
  if (name === '' || (GENERIC.test(name) && !anyOf)) return null
  const kind = incidentKindIn(name)
  const isProcedure =
    PROCEDURE.test(title) && [...name].length >= SHORTEST_NAME && !PART_OF_ANY.test(name)
  if (!kind && !isProcedure && !ENDING.test(name)) return null
  if (NO_ROOT.test(title) && !kind) return null
  return { kind, title: name }
}

const depthOf = (block: Block): number => block.places.length
const placeKey = (block: Block): string =>
  block.places
    .slice(0, -1)
    .map(({ label, title }) => `${label?.shown ?? ''}${title}`)
    .join('/')

/** Whether parts stand under a block, by its place. */
const hasParts = (blocks: readonly Block[], index: number): boolean => {
  const next = blocks[index + 1]
  const block = blocks[index]
  return next !== undefined && block !== undefined && depthOf(next) > depthOf(block)
}

const followsText = (blocks: readonly Block[], index: number): boolean => {
  const next = blocks[index + 1]
  return next !== undefined && !next.isHeading && next.label === null
}

const PAGES: ReadonlySet<Section | null> = new Set([
  ...(['duty', 'purpose', 'scope', 'basis', 'principle'] as const),
  ...(['supply', 'contact', 'readiness', 'contents'] as const),
])

/** Whether the part stands under a heading whose text is for a page of the document. */
const inPages = (block: Block): boolean =>
  PAGES.has(sectionUnder(block.places.slice(0, -1).map(({ title }) => title)))

type Candidate = Root & { isHeading: boolean }

function candidate(blocks: readonly Block[], index: number): Candidate | null {
  const block = blocks[index]
  if (!block || block.isContents || inPages(block)) return null
  const goesOn = hasParts(blocks, index) || followsText(blocks, index)
  if (block.isHeading) {
    const incident = goesOn ? incidentIn(block.plain) : null
    return incident && { block: index, ...incident, isHeading: true }
  }
  const led = block.label ? LED.exec(block.plain)?.[1] : undefined
  const named = led !== undefined && goesOn ? incidentIn(led, true) : null
  if (named) return { block: index, ...named, isHeading: false }
  const occurs = block.label ? OCCURS.exec(block.plain)?.[1] : undefined
  if (occurs === undefined || !hasParts(blocks, index)) return null
  const kind = incidentKindIn(occurs)
  if (!/(时|情况|发生|故障)(，|。|：|$)/.test(block.plain.slice(0, occurs.length + 12))) return null
  return kind ? { block: index, title: rootTitle(occurs), kind, isHeading: false } : null
}

/** Whether what stands between two parts of a paper is all under the first. */
const isUnder = (blocks: readonly Block[], inner: number, outer: number): boolean => {
  if (inner <= outer) return inner === outer
  const depth = depthOf(blocks[outer] as Block)
  return blocks
    .slice(outer + 1, inner + 1)
    .every(
      (block) =>
        depthOf(block) > depth ||
        (block.label === null && !block.isHeading && depthOf(block) >= depth),
    )
}

/**
 * The parts that become plans of their block, in their order. A kind that stands alone is one only
 * under a heading; what the whole paper is about (`title`) opens no part.
 */
export function rootsOf(blocks: readonly Block[], title: string): readonly Root[] {
  const whole = incidentKindIn(title)
  const candidates = blocks
    .map((_, index) => candidate(blocks, index))
    .filter((item): item is Candidate => item !== null)
    .filter(({ kind }) => kind === null || kind.key !== whole?.key)
  const groups = Map.groupBy(candidates, (item) => {
    const block = blocks[item.block] as Block
    return `${placeKey(block)}|${block.label?.style ?? 'none'}`
  })
  const rows = [...groups.values()].filter(
    (row) =>
      row.length > 1 ||
      (whole === null && row.every(({ isHeading, kind }) => isHeading && kind !== null)),
  )
  const named = rows.flat()
  const parts = named.length > MOST_PARTS ? named.filter(({ kind }) => kind !== null) : named
  if (parts.length > MOST_PARTS) return []
  return parts
    .filter(({ kind }, _, all) => kind !== null || all.length > 1)
    .sort((left, right) => left.block - right.block)
    .map(({ block, title: name, kind }) => ({ block, title: name, kind }))
}

/** The innermost part that each block stands under; null: none. */
export function rootOfBlocks(
  blocks: readonly Block[],
  roots: readonly Root[],
): readonly (Root | null)[] {
  return blocks.map(
    (_, index) =>
      roots.findLast(({ block }) => block <= index && isUnder(blocks, index, block)) ?? null,
  )
}
