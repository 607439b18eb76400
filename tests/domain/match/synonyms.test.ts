/** A usual word is heard in other ways of saying it, but not where it is denied. */
import { describe, expect, it } from 'vitest'
import { compileSynonyms, impliedWords } from '#shared/domain/match/synonyms.ts'
import { allPlans, allTypes, shippedSynonyms } from '../../kit/library.ts'

const DENIED = /没有?$/
const means = (text: string): readonly string[] => [
  ...new Set(impliedWords(text, DENIED, shippedSynonyms()).values()),
]

describe('another way of saying it', () => {
  it.each([
    ['火苗往上窜', '着火'],
    ['屋里漆黑', '停电'],
    ['大娘脸色发紫', '晕倒'],
    ['两人扭成一团', '打架'],
    ['吊灯摆个不停', '地震'],
    ['水漫过台阶', '积水'],
    ['界面闪退', '系统故障'],
    ['观光梯卡住了', '电梯困人'],
    ['娃没了', '走失'],
    ['有个包滴滴响', '可疑包裹'],
  ])('%s', (text, meaning) => {
    expect(means(text)).toContain(meaning)
  })
})

describe('is not heard', () => {
  it.each([
    ['where the usual word is denied', '没有打架扭成一团', '打架', false],
    ['where what is said is denied', '没有火苗', '着火', false],
    ['inside another word', '灭火器放在火锅店门口', '着火', false],
    ['of somebody who smokes', '客人在外面抽烟', '冒烟', false],
    ['of things that stop without trouble', '烧水烧菜', '焦味', false],
  ] as const)('%s: %s', (_, text, meaning, heard) => {
    expect(means(text).includes(meaning)).toBe(heard)
  })
})

it('every meaning has a usual word that some plan or type names', () => {
  const named = new Set([
    ...allPlans().flatMap((plan) => plan.triggers.flatMap((trigger) => trigger.split(/[ |]/))),
    ...allTypes().flatMap((type) => type.words),
  ])
  expect(
    shippedSynonyms()
      .filter(({ words }) => !words.some((word) => named.has(word)))
      .map(({ words }) => words[0]),
  ).toEqual([])
})

it('a class stands for its words in the patterns and in the classes after it', () => {
  const [set] = compileSynonyms({
    classes: { names: '王李', staff: ['同事', '小[{names}]'] },
    synonyms: [{ words: ['员工受伤'], patterns: [['{staff}[^,]{0,3}摔', '砸到{staff}']] }],
  })
  const hears = (text: string): boolean => set?.patterns.some((way) => way.test(text)) ?? false
  expect(['小李昨天摔了', '砸到同事', '小赵摔了'].map(hears)).toEqual([true, true, false])
})

it('a class that is not defined is refused', () => {
  expect(() =>
    compileSynonyms({ classes: {}, synonyms: [{ words: ['人'], patterns: [['{staff}']] }] }),
  ).toThrow('{staff}')
})
