/** Tests what a clause is called and what it says, for the papers of a site and for ours. */
import { expect, it } from 'vitest'
import { clauseName, clauseText } from '#shared/domain/plan/clause.ts'
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
