/** What a sentence asks for, act by act: who, under which condition, in which words. */
import { actOf, type Act } from './acts.ts'
import { approverFirst } from './approvals.ts'
import { partsOf, type Part } from './clauses.ts'
import { isPostList, postKindOf, subjectOf } from './posts.ts'
import type { Unit } from './units.ts'

/** `names`: who acts, by names of posts; empty: the sentence does not say. */
export type PaperAct = {
  act: Act
  words: string
  condition: string
  /** The time that stands by itself before the words: 处置结束后24小时内. */
  time: string
  names: readonly string[]
}

const GOES_WITH_NEXT =
  /^(对|将|把|向|在|以|由(?!于)|结合|根据|按照?|针对|利用|就|从|与|站在|如|主要站)/
const GOES_WITH_LAST = /^(是否|还是|或者?|包括|如[^果]|例如|以及|即|其中|确定是否|直至|直到)/
const TIME_ALONE =
  /^(?:[^，]{0,14}后)?(?:的?在?)?(?:[0-9]{1,4}|[一二三四五六七八九十两半]{1,3})(?:个)?(?:工作)?(?:小时|分钟|日|天|周)(?:之|以)?内$/
const LONGEST = 48 // signs of words that are put together
const CONDITION_LEAD = /^有人|受伤$|无法|不能|发生|出现|故障|时$|的$|情况下$/

/** Parts that say nothing by themselves are put with the act that they belong to. */
type Timed = Part & { time: string }

function together(parts: readonly Part[]): readonly Timed[] {
  const acts: Timed[] = []
  let waiting = ''
  let time = ''
  for (const part of parts) {
    const last = acts.at(-1)
    const words = waiting === '' ? part.words : `${waiting}，${part.words}`
    if (TIME_ALONE.test(part.words) || TIME_ALONE.test(part.condition)) {
      time = part.words === '' || !TIME_ALONE.test(part.words) ? part.condition : part.words
      if (TIME_ALONE.test(part.words)) continue
    }
    if (last && part.condition === '' && isPostList(part.words.replace(/等.*$/, ''))) {
      acts[acts.length - 1] = { ...last, words: `${last.words}、${part.words}` }
      continue
    }
    const isAddition = part.act === null || GOES_WITH_LAST.test(part.words)
    if (part.isPurpose && last && part.condition === '') continue
    if (
      part.act === null &&
      waiting === '' &&
      part.words !== '' &&
      GOES_WITH_NEXT.test(part.words)
    ) {
      waiting = part.words
      if (part.condition !== '') acts.push({ ...part, words: '', time })
    } else if (last?.words === '' && part.condition === '') {
      acts[acts.length - 1] = { ...part, words, condition: last.condition, time }
      time = ''
      waiting = ''
    } else if (
      isAddition &&
      last &&
      last.act !== 'prohibit' &&
      part.condition === '' &&
      last.words.length + words.length < LONGEST
    ) {
      acts[acts.length - 1] = { ...last, words: `${last.words}，${words}` }
      waiting = ''
    } else {
      const condition = TIME_ALONE.test(part.condition) ? '' : part.condition
      acts.push({ ...part, condition, words, time })
      waiting = ''
      time = ''
    }
  }
  if (waiting !== '')
    acts.push({ words: waiting, condition: '', act: null, isPurpose: false, time })
  return acts.filter(({ words }) => words !== '')
}

/** A list of acts without commas between them: 迅速响应、全力救援、妥善处理. */
function listed(plain: string): readonly Timed[] {
  return plain
    .replace(/[。；]+$/, '')
    .split('、')
    .map((words) => ({
      words,
      condition: '',
      act: actOf(words) ?? 'handle',
      isPurpose: false,
      time: '',
    }))
}

/** 恢复营业：须经公安机关同意 says before the colon what needs it. */
const NEEDS_LEAVE = /^还?(?:应当?|须|需|必须|要)(?:经(?!常)|报)/

/** 巡逻队15分钟未到的 says who is missed, and not who acts. */
const MISSED = /未|没有?到|无法|不能/

/** 值班员接到报警后 names who acts, though it stands in the condition. */
function receiverIn(condition: string, known: readonly string[]): readonly string[] {
  const plain = condition.replace(/^(?:当(?!班|值)|如果?|一旦)/, '')
  const exact = known.find((name) => plain.startsWith(name))
  const { names, rest } =
    exact === undefined
      ? subjectOf(plain, known)
      : { names: [exact], rest: plain.slice(exact.length) }
  const inside = names.filter((name) => postKindOf(name) !== 'external')
  return rest === '' || MISSED.test(rest) ? [] : inside
}

/**
 * The acts of a sentence. A condition holds for what follows it in the sentence until another one
 * stands; so does the post. `known`: names of posts.
 */
export function actsOf(
  { plain, lead }: Pick<Unit, 'plain' | 'lead'>,
  known: readonly string[],
): readonly PaperAct[] {
  const whole = NEEDS_LEAVE.test(plain) && actOf(lead) !== null ? `${lead}${plain}` : plain
  const words = known.includes(lead) ? plain : approverFirst(whole, known)
  const parts = /原则$/.test(lead) ? listed(plain) : together(partsOf(words))
  let condition = CONDITION_LEAD.test(lead) ? lead : ''
  let names: readonly string[] = []
  return parts.flatMap((part): PaperAct[] => {
    if (part.condition !== '') condition = part.condition
    const subject = subjectOf(part.words, known)
    const receiver = subject.names.length > 0 ? [] : receiverIn(part.condition, known)
    if (subject.names.length + receiver.length > 0) names = [...subject.names, ...receiver]
    const { rest } = subject
    if (rest === '') return []
    const act = actOf(rest) ?? part.act ?? 'handle'
    return [{ act, words: rest, condition, time: part.time, names }]
  })
}
