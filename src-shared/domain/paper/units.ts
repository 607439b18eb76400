/** The sentences of a paper with what the rules know of each, before anything is drafted. */
import { carriedLeads, isOfPosts, isTableHead } from './carried-leads.ts'
import { numberOfPlaces } from './nesting.ts'
import type { Block } from './outline.ts'
import type { PaperSentence, SentenceKind } from './paper.ts'
import { sentenceKind } from './sentence-kinds.ts'
import { sentenceSpans } from './sentences.ts'
import { sectionOf, sectionUnder, type Section } from './titles.ts'
import { withoutBlanks } from './signs.ts'

/**
 * `block`: its index. `lead`: the words before the colon of the sentence or of one before it in the
 * block (事件报告：…); `plain` is without them, `text` with them. `headings`: the highest first.
 */
export type Unit = Omit<PaperSentence, 'uses'> & {
  block: number
  plain: string
  lead: string
  headings: readonly string[]
  /** The places above it, each as its number and words; by them a part inherits. */
  path: readonly string[]
  /** It ends with a colon and has parts under it: whom and when they are for. */
  isHead: boolean
  section: Section | null
}

/** Signs; what is longer was never a sentence, and stays open as it is. */
const LONGEST_SENTENCE = 800
const LEAD = /^([^，。；：“”（）—]{2,16})(?:：|——)(?=.{2,})/
/** 第一步：发现人员——大声警示 names its step after another mark. */
const NUMBERED = /^第[一二三四五六七八九十0-9]{1,2}步[：，、]/
const SPEECH = /：[“「]/
const NO_LEAD =
  /(时限|期限|时间)(要求)?为?$|^(例如|比如|如|注(?!意)|包括|即|说|答|问|告知|说明|广播(?![员组站])|内容|用语|电话|号码|[^，]{0,8}电话)/

/**
 * 32 bits by FNV-1a over UTF-16 units, in base 36: it tells sentences of one number apart, and
 * keeps nobody out.
 */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}

const DUTIES = /(?:的)?(?:主要|工作|岗位|应急)?职责(?:分工|如下)?$/
/** 总指挥职责 is about 总指挥; unchanged where no post is left. */
export const holderOf = (title: string): string => {
  const holder = title.replace(DUTIES, '')
  return holder.length > 1 ? holder : title
}
/** 抢修工：… says who it is, though repairing is what is done in an incident. */
const SOMEBODY = /(?:员|工|人|组|队|长|部|科|岗|班|师|经理|主任|主管)$/

const BY_LEAD: ReadonlySet<Section> = new Set(['acts', 'purpose', 'scope', 'basis', 'principle'])

/** A lead (报告：, 总指挥职责：) goes before the headings. */
function sectionOfSentence(headings: readonly string[], lead: string): Section | null {
  if (lead !== '' && holderOf(lead) !== lead) return 'duty'
  const of = lead === '' || SOMEBODY.test(lead) ? null : sectionOf(lead)
  return of !== null && BY_LEAD.has(of) ? of : sectionUnder(headings)
}

/** Ids are told apart where the same words stand twice under one number. */
function withIds(units: readonly Omit<Unit, 'id'>[]): readonly Unit[] {
  const seen = new Map<string, number>()
  return units.map((unit) => {
    const base = `${unit.number}#${digest(withoutBlanks(unit.text))}`
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    return { ...unit, id: times === 1 ? base : `${base}.${times}` }
  })
}

/** The column of names in a table that has no other word for supplies. */
const ITEM = /^(?:名称|品名|物品)$/
const AMOUNT = /^(?:数量|单位|规格)/
const NUMBERS = /电话|手机|号码|分机|短号|联系方式/
const SUPPLY = /^(?:应急)?(?:物资|物品|器材|设备|装备|品名|药品)(?:名称)?$/

const isAmount = (title: string): boolean => AMOUNT.test(title)

/**
 * In a table of posts only the words over its columns are of its form.
 * In a table of supplies a cell is the name of one, or belongs to its form; null: no such table.
 */
const cellKind = (block: Block): SentenceKind | null => {
  const { over } = block
  if (isOfPosts(block)) {
    if (isTableHead(block)) return 'contents'
    return NUMBERS.test(over?.column ?? '') ? 'contact' : null
  }
  if (over === null) return null
  const named = over.row.some((title) => SUPPLY.test(title))
  if (!named && !(over.row.some((title) => ITEM.test(title)) && over.row.some(isAmount)))
    return null
  return (named ? SUPPLY : ITEM).test(over.column) ? 'supply' : 'contents'
}

/** `rootOf`: whether the block stands under a kind of incident. */
export function unitsOf(
  blocks: readonly Block[],
  isOfIncident: (block: number) => boolean,
): readonly Unit[] {
  const leads = carriedLeads(blocks)
  const units = blocks.flatMap((block, index): Omit<Unit, 'id'>[] => {
    const headings = block.places.map(({ title }) => title).filter((title) => title !== '')
    const number = numberOfPlaces(block.places)
    const path = block.places.map(({ label, title }) => `${label?.shown ?? ''}${title}`)
    const deeper = (blocks[index + 1]?.places.length ?? 0) > block.places.length
    const base = {
      number,
      path,
      isHead: false,
      paragraph: block.paragraph,
      block: index,
      headings,
      lead: '',
    }
    const whole = { ...base, label: block.printed, text: block.text, plain: block.plain }
    if (block.isContents) return [{ ...whole, section: 'contents', kind: 'contents' }]
    if (block.isHeading || block.plain === '') return [{ ...whole, section: null, kind: 'heading' }]
    const cell = cellKind(block)
    if (cell) return [{ ...whole, lead: leads[index] ?? '', section: null, kind: cell }]
    let lead = leads[index] ?? ''
    return sentenceSpans(block.plain).map(([start, end], order) => {
      const all = block.plain.slice(start, end).replace(NUMBERED, '')
      const label = order === 0 ? block.printed : ''
      const text = block.text.slice(start, end).trim()
      if (all.length > LONGEST_SENTENCE)
        return { ...whole, label, text, plain: '', section: null, kind: 'other' }
      const match = LEAD.exec(all)
      const opens =
        match?.[1] !== undefined &&
        !NO_LEAD.test(match[1]) &&
        !SPEECH.test(match[0] + all.slice(match[0].length, match[0].length + 1))
      if (opens) lead = match[1] ?? ''
      const plain = opens ? all.slice(match[0].length) : all
      const section = isOfPosts(block) ? 'duty' : sectionOfSentence(headings, lead)
      const isItem = block.label !== null || block.isCell
      const kind: SentenceKind = sentenceKind(plain, section, {
        lead,
        isItem,
        ofIncident: isOfIncident(index),
      })
      const isHead = deeper && end === block.plain.length && plain.endsWith('：')
      return {
        ...{ ...base, isHead, label, text, plain, lead: holderOf(lead), section },
        kind: isHead && kind === 'other' ? 'step' : kind,
      }
    })
  })
  return withIds(units)
}
