/** A number is known again however it is written, and 119 is no end of another one. */
import { expect, it } from 'vitest'
import { hasCallBack, hasNumber } from '#shared/domain/calls/history.ts'

it.each([
  ['13800000017', '138 0000 0017', true],
  ['13800000017', '+86 138-0000-0017', true],
  ['0571-00000017', '00000017', true],
  ['雀大甲（138 0000 0017）', '13800000017', true],
  ['13800000017', '13800000018', false],
  ['13800000119', '119', false],
  ['8119', '119', false],
  ['三楼住户', '119', false],
  ['13800000017 00000018', '00000018', true],
  ['13800000017 00000018', '13800000017', true],
])('%s is the number %s: %s', (text, number, is) => {
  expect(hasNumber(text, number)).toBe(is)
})

it('a text with a number can be called back', () => {
  expect(hasCallBack('三楼住户 8017')).toBe(true)
  expect(hasCallBack('三楼住户')).toBe(false)
  expect(hasCallBack('302室雀大甲')).toBe(false)
  expect(hasCallBack(null)).toBe(false)
})
