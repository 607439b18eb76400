/** A word of two characters with one of them wrong: what is heard as a slip, and what is not. */
import { expect, it } from 'vitest'
import { isSlip, slipsOf } from '#shared/domain/match/slips.ts'

const SOUNDS: Record<string, string> = {
  ...{ 冒: 'mao', 烟: 'yan', 咽: 'yan', 毛: 'mao', 猫: 'mao', 眼: 'yan', 我: 'wo', 的: 'de' },
  ...{ 张: 'zhang', 赃: 'zang', 长: 'chang', 站: 'zhan', 人: 'ren', 仁: 'ren', 占: 'zhan' },
}
const syllables = (text: string): readonly string[] =>
  [...text].filter((c) => /\p{Script=Han}/u.test(c)).map((c) => SOUNDS[c] ?? 'x')
const heard = (word: string, text: string): boolean =>
  isSlip(word, slipsOf(text, syllables(text)), syllables)

it.each([
  ['冒烟', '冒咽', true], // the second is wrong
  ['冒烟', '毛烟', true], // the first is
  ['冒烟', '冒yan', true], // left in letters
  ['冒烟', 'mao烟', true],
  ['冒烟', '冒yanx', false],
  ['冒烟', 'xmao烟', false],
  ['冒烟', '猫咽', false], // both are wrong
  ['冒烟', '冒,咽', false], // they do not stand together
  ['冒烟', '我烟', false], // nobody's slip stands there
  ['冒烟', '冒的', false],
  ['冒烟了', '冒咽了', false], // three characters are no such word
  ['冒y', '冒咽', false],
  ['赃人', '张人', true], // zh as z, ang as an
  ['站仁', '赃仁', true],
])('%s in %s: %s', (word, text, slip) => {
  expect(heard(word, text)).toBe(slip)
})

it('hears nothing in characters whose sounds are not known, and letters all the same', () => {
  expect(isSlip('冒烟', slipsOf('冒咽', []), syllables)).toBe(false)
  expect(isSlip('冒烟', slipsOf('冒yan', []), syllables)).toBe(true)
})
