/** Cuts a name for the wall out of words of the paper; it adds none. */
import { verbAt, type Act } from './acts.ts'
import { numbersIn } from './numbers.ts'
import { cutTo, signCount } from './signs.ts'

/** Adverbs and modals that say how, not what. */
const HOW =
  /^(?:应当|应该|应(?!急|对|变|答|用)|须|需要|需(?!求)|要(?!求)|必须|必需|务必|则|立即|立刻|马上|迅速|及时|尽快|尽量|尽可能|尽早|第一时间|首先|同时|并(?!列|发)|还要?|再|可(?!能|疑|燃)以?|主动|积极|快速|火速|请(?=[\p{Script=Han}]{2})(?!求|客|示)|优先|负责(?!人)|紧急(?=[采组通启]))+/u
/** What may go if the rest then fits: 严禁开关电器 still says what is forbidden. */
const SPARE = /任何|所有|全部|一切|各类|各种/g
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
const LOOSE_END = /(?:[的和及与或、，：将把向在为于“（]|(?<![核校])对)+$/

export const withoutHow = (words: string): string => {
  const rest = words.replace(HOW, '').replace(/^[，、：]/, '')
  return signCount(rest) >= 2 ? rest : words
}

/** Cut between words, so that no 打开门窗自然通 is left; within one where its words are too long. */
function cutBetweenWords(words: string, most: number): string {
  let start = ''
  for (const { segment } of WORDS.segment(words)) {
    if (signCount(start + segment) > most) break
    start += segment
  }
  return signCount(start) * 2 > most ? start : cutTo(words, most)
}

/** The end of a long name of a post: 应急领导小组 of 突发事件应急领导小组. */
function nameWithin(name: string, most: number): string {
  if (signCount(name) <= most) return name
  return [...name]
    .slice(-most)
    .join('')
    .replace(/^.*[的、]/, '')
}

/** At most so many signs, of what is to be done. */
export function shortOf(words: string, act: Act, targets: readonly string[], most: number): string {
  const bare = withoutHow(words).replace(/[“”]/g, '')
  const number = act === 'call' ? numbersIn(words)[0]?.number : undefined
  if (number !== undefined && number.length + 2 <= most) return `拨打${number}`
  const target = targets[0]
  if (act === 'report' && target !== undefined) return `报${nameWithin(target, most - 1)}`
  if (signCount(bare) <= most) return bare
  const tight = bare.replace(SPARE, '')
  if (signCount(tight) <= most) return tight
  const cut = cutBetweenWords(bare.slice(verbAt(bare, act)), most).replace(LOOSE_END, '')
  return signCount(cut) >= 2 ? cut : cutBetweenWords(bare, most)
}
