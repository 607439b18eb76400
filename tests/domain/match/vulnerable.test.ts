/** Who cannot help themselves, as a caller tells it: how many of each kind, and nobody else. */
import { expect, it } from 'vitest'
import { vulnerableIn } from '#shared/domain/match/vulnerable.ts'

const inFire = (words: string): number | 'some' =>
  vulnerableIn(`着火了,${words}`, ['着火了', ...words.split(',')])

it.each<[words: string, count: number | 'some']>([
  ['有个老人', 'some'],
  ['有一个老人', 1],
  ['有2个老人', 2],
  ['三个老人', 3],
  ['十几个孩子', 10],
  ['几十个孩子', 20],
  ['老人三个', 3],
  ['老人有两位', 2],
  ['俩孩子', 2],
  ['一个孕妇,两个孩子', 3], // kinds add up
  ['一个孩子,三个孩子', 3], // one kind told twice is the larger number
  ['一个孕妇,有老人', 1], // what is counted says more than that there are some
  ['三个人里有老人', 'some'], // three are not old
  ['没有老人', 0],
  ['没老人,有孩子', 'some'],
  ['不是孕妇', 0],
  ['老人院', 0],
  ['幼儿园', 0],
  ['坐轮椅的', 'some'],
  ['无障碍卫生间,残疾人卫生间', 0],
  ['两名病人', 2],
  ['病人家属', 0],
  ['八十多岁', 'some'],
  ['都是大人', 0],
  ['', 0],
])('%s: %s', (words, count) => {
  expect(inFire(words)).toBe(count)
})

it('are told of only where something threatens people', () => {
  expect(vulnerableIn('老人丢了手机', ['老人丢了手机'])).toBe(0)
  expect(vulnerableIn('老人摔倒了', ['老人摔倒了'])).toBe('some')
})
