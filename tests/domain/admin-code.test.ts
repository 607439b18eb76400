/** Which codes are refused as too simple, at the bounds of the rule. */
import { expect, it } from 'vitest'
import { isCodeTooSimple, normalCode } from '#shared/domain/admin-code.ts'

it.each([
  ['', true],
  ['ab1cd', true], // five characters
  ['ab1cd2', false], // six
  ['aaaaaa', true],
  ['ababab', true], // two that differ
  ['ababac', false], // three
  ['123456', true],
  ['654321', true],
  ['abcdef', true],
  ['fedcba', true],
  ['123457', false],
  ['023456', false],
  ['135791', false], // every second one is no run
  ['一二三四五', true],
  ['𠀀𠀁𠀂a1', true], // five characters, though eight units
])('%s: %s', (code, tooSimple) => {
  expect(isCodeTooSimple(code)).toBe(tooSimple)
})

it('is the same code from a keyboard that writes wide letters', () => {
  expect(normalCode('ａｂ１２')).toBe('ab12')
  expect(isCodeTooSimple('１２３４５６')).toBe(true)
})
