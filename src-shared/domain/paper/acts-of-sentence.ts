/** What a sentence asks for, act by act: who, under which condition, in which words. */
import { actOf, type Act } from './acts.ts'
import { partsOf, type Part } from './clauses.ts'
import { subjectOf } from './posts.ts'
import type { Unit } from './units.ts'

/** `names`: who acts, by names of posts; empty: the sentence does not say. */
export type PaperAct = { act: Act; words: string; condition: string; names: readonly string[] }

const GOES_WITH_NEXT =
  /^(对|将|把|向|在|以|由(?!于)|结合|根据|按照?|针对|利用|就|从|与|站在|如|主要站)/
const GOES_WITH_LAST = /^(是否|还是|或者?|包括|如[^果]|例如|以及|即|其中|确定是否|直至|直到)/
const LONGEST = 48 // signs of words that are put together
const CONDITION_LEAD = /无法|不能|发生|出现|故障|时$|的$|情况下$/

/** Parts that say nothing by themselves are put with the act that they belong to. */
function together(parts: readonly Part[]): readonly Part[] {
  const acts: Part[] = []
  let waiting = ''
  for (const part of parts) {
    const last = acts.at(-1)
    const words = waiting === '' ? part.words : `${waiting}，${part.words}`
    const isAddition = part.act === null || GOES_WITH_LAST.test(part.words)
    if (part.isPurpose && last && part.condition === '') continue
    if (
      part.act === null &&
      waiting === '' &&
      part.words !== '' &&
      GOES_WITH_NEXT.test(part.words)
    ) {
      waiting = part.words
      if (part.condition !== '') acts.push({ ...part, words: '' })
    } else if (last?.words === '' && part.condition === '') {
      acts[acts.length - 1] = { ...part, words, condition: last.condition }
      waiting = ''
    } else if (
      isAddition &&
      last &&
      part.condition === '' &&
      last.words.length + words.length < LONGEST
    ) {
      acts[acts.length - 1] = { ...last, words: `${last.words}，${words}` }
      waiting = ''
    } else {
      acts.push({ ...part, words })
      waiting = ''
    }
  }
  if (waiting !== '') acts.push({ words: waiting, condition: '', act: null, isPurpose: false })
  return acts.filter(({ words }) => words !== '')
}

/** A list of acts without commas between them: 迅速响应、全力救援、妥善处理. */
function listed(plain: string): readonly Part[] {
  return plain
    .replace(/[。；]+$/, '')
    .split('、')
    .map((words) => ({ words, condition: '', act: actOf(words) ?? 'handle', isPurpose: false }))
}

/** 值班员接到报警后 names who acts, though it stands in the condition. */
function receiverIn(condition: string, known: readonly string[]): readonly string[] {
  const { names, rest } = subjectOf(condition.replace(/^(?:当|如果?|一旦)/, ''), known)
  return /^(?:接|收到|得知|发现|听到|看到|到达|赶到|在接)/.test(rest) ? names : []
}

/**
 * The acts of a sentence. A condition holds for what follows it in the sentence until another one
 * stands; so does the post. `known`: names of posts.
 */
export function actsOf(
  { plain, lead }: Pick<Unit, 'plain' | 'lead'>,
  known: readonly string[],
): readonly PaperAct[] {
  const parts = /原则$/.test(lead) ? listed(plain) : together(partsOf(plain))
  let condition = CONDITION_LEAD.test(lead) ? lead : ''
  let names: readonly string[] = []
  return parts.map((part) => {
    if (part.condition !== '') condition = part.condition
    const subject = subjectOf(part.words, known)
    const receiver = subject.names.length > 0 ? [] : receiverIn(part.condition, known)
    if (subject.names.length + receiver.length > 0) names = [...subject.names, ...receiver]
    return { act: part.act ?? 'handle', words: subject.rest, condition, names }
  })
}
