/** Cuts a name for the wall out of words of the paper; it adds none. */
import { verbAt, type Act } from './acts.ts'
import { numbersIn } from './numbers.ts'
import { cutTo, signCount } from './signs.ts'

/** Adverbs and modals that say how, not what. */
const HOW =
  /^(?:应当|应该|应(?!急|对|变|答|用)|须|需要|需(?!求)|要(?!求)|必须|必需|务必|则|立即|立刻|马上|迅速|及时|尽快|尽量|尽可能|尽早|第一时间|首先|同时|并(?!列|发)|还要?|再(?!次|度|三)|可(?!能|疑|燃)以?|主动|积极|快速|火速|请(?=[\p{Script=Han}]{2})(?!求|客|示|在场|顾客|旅客|乘客|观众)|优先|负责(?!人)|紧急(?=[采组通启]))+/u
/** What may go if the rest then fits: 严禁开关电器 still says what is forbidden. */
const SPARE = /任何(?!人)|所有|全部|一切|各类|各种/g
/** What may go after that: where and how, as long as what is done or forbidden stays. */
const SPARE_TOO =
  /在[\p{Script=Han}]{1,6}?(?:内|上|中|里|旁|前|处|周围|附近)|直接|相关|有关|继续|进行/gu
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
/** Words that say nothing at the end of a name: 赶到电梯所在 is 赶到电梯. */
const LOOSE =
  /^(?:[的和及与或且、，：将把向在为于从被其并等各按经用以让使有无不未可应须再该“（]|对|所在|有无|是否|以及|并且|还是|或者|直接|进行|相关|有关|无关|任何|用手|安排|负责)$/

/** Signs of what may stand alone of a list. */
const SHORTEST_LISTED = 3
const SHORTEST_CLAUSE = 2 // before a comma

export const withoutHow = (words: string): string => {
  const rest = words
    .replace(/^[，、：]/, '')
    .replace(HOW, '')
    .replace(/^[，、：]/, '')
  return signCount(rest) >= 2 ? rest : words
}

/**
 * Cut between words, so that no 打开门窗自然通 is left, and at the end of what is listed where there
 * is one (不要扒门、不要 is 不要扒门); within a word where words are too long.
 */
export function cutBetweenWords(words: string, most: number): string {
  const parts: string[] = []
  for (const { segment } of WORDS.segment(words)) {
    if (signCount(parts.join('') + segment) > most) break
    parts.push(segment)
  }
  const whole = parts.length
  while (parts.length > 1 && LOOSE.test(parts.at(-1) ?? '')) parts.pop()
  const listed = parts.findLastIndex((part) => /^[、，]$/.test(part))
  const shortest = parts[listed] === '，' ? SHORTEST_CLAUSE : SHORTEST_LISTED
  if (listed > 0 && signCount(parts.slice(0, listed).join('')) >= shortest) parts.splice(listed)
  const start = parts.join('')
  return signCount(start) * 2 > most || (whole > 0 && signCount(start) >= shortest)
    ? start
    : cutTo(words, most)
}

/** The end of a long name of a post, between words: 应急领导小组 of 突发事件应急领导小组. */
function nameWithin(name: string, most: number): string {
  const parts = [...WORDS.segment(name)].map(({ segment }) => segment)
  while (parts.length > 1 && signCount(parts.join('')) > most) parts.shift()
  const end = parts.join('').replace(/^.*[的、]/, '')
  return signCount(end) <= most ? end : [...end].slice(-most).join('')
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
  const tightest = tight.replace(SPARE_TOO, '')
  if (signCount(tightest) <= most && signCount(tightest) >= SHORTEST_LISTED) return tightest
  const plain = bare.replace(SPARE_TOO, '') // without 全部 what is cut could say the opposite
  const cut = cutBetweenWords(plain.slice(verbAt(plain, act)), most)
  return signCount(cut) >= 2 ? cut : cutBetweenWords(bare, most)
}
