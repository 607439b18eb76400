/** Numbers as they are spoken: each word for one, and what stands around ten. */
import { expect, it } from 'vitest'
import { NUMBER, numberOf } from '#shared/domain/match/spoken-number.ts'

it.each([
  ['0', 0],
  ['7', 7],
  ['120', 120],
  ...[...'一二三四五六七八九'].map((word, index): [string, number] => [word, index + 1]),
  ['两', 2],
  ['俩', 2],
  ['仨', 3],
  ['十', 10],
  ['十一', 11],
  ['十五', 15],
  ['十九', 19],
  ['二十', 20],
  ['两十', 20],
  ['二十一', 21],
  ['九十九', 99],
  ['十几', 10],
  ['三十几', 30],
  ['几十', 20],
])('%s is %d', (text, value) => {
  expect(numberOf(text)).toBe(value)
})

it.each([
  ['三个人', '三'],
  ['十几个人', '十几'],
  ['几十个人', '几十'],
  ['二十一个人', '二十一'],
  ['12345', '1234'],
  ['有人', undefined],
])('of %s the number is %s', (text, number) => {
  expect(new RegExp(NUMBER, 'u').exec(text)?.[0]).toBe(number)
})
