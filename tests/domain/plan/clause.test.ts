/** Tests what a clause is called and what it says, for the papers of a site and for ours. */
import { expect, it } from 'vitest'
import {
  clauseName,
  clauseOnPaper,
  clausesOnPaper,
  clauseText,
  numberOf,
} from '#shared/domain/plan/clause.ts'
import { localized } from '#shared/domain/text.ts'

const chapter = localized('（一）1', 'Part 1, item 1')

it('is called by the number of its own paper, else by where it stands', () => {
  expect(clauseName({ number: '第三条（二）', chapter })).toEqual(
    localized('第三条（二）', '第三条（二）'),
  )
  expect(clauseName({ chapter })).toEqual(chapter)
})

it('says it in other words, else in the sentence of the paper', () => {
  const says = localized('先安抚', 'Calm them first')
  expect(clauseText({ says, quote: '应当首先安抚被困人员。' })).toEqual(says)
  expect(clauseText({ quote: '应当首先安抚被困人员。' }).zh).toBe('应当首先安抚被困人员。')
})

it('stands on a paper by what its own paper calls it, our id behind it', () => {
  const clauses = [
    { id: 'a-01', chapter, number: '第三条（二）', quote: '先安抚。' },
    { id: 'a-02', chapter: localized('', ''), quote: '再救援。' },
  ]
  expect(clauseOnPaper('S09-77', chapter)).toEqual(
    localized('（一）1 · S09-77', 'Part 1, item 1 · S09-77'),
  )
  expect(clausesOnPaper(['a-01', 'a-02', 'gone'], clauses).zh).toBe(
    '第三条（二） · a-01、a-02、gone',
  )
  expect(numberOf('a-01', clauses)).toEqual({ number: '第三条（二）' })
  expect(numberOf('a-02', clauses)).toEqual({})
})
