/** Tests the lists of the plan library and the search over them. */
import { describe, expect, it } from 'vitest'
import {
  byDocument,
  byType,
  ownPoints,
  pointsOf,
  sumsOf,
} from '#renderer/console/pages/plans/library/library-rows.ts'
import { isMatch, worthAsking } from '#renderer/console/pages/plans/library/plan-search.ts'
import { localized } from '#shared/domain/text.ts'
import { documentSummary, planSummary, typeSummary } from './plans.ts'

const shared = localized('级别待定', 'Levels open')
const library = {
  documents: [
    documentSummary('mall', { openPoints: [shared], plans: ['mall-fire', 'mall-theft'] }),
    documentSummary('bank', { plans: ['bank-fire'] }),
  ],
  types: [
    typeSummary('fire.mall', { plans: ['mall-fire'], words: ['冒烟'] }),
    typeSummary('fire.bank', {
      plans: ['bank-fire'],
      categoryName: localized('银行火灾', 'Bank fire'),
    }),
    typeSummary('fire.flood', { name: localized('水淹', 'Flood'), plans: [] }),
  ],
  plans: [
    planSummary('mall-fire', {
      document: 'mall',
      openPoints: [shared, localized('谁开门', 'Who opens')],
      types: ['fire.mall'],
      steps: 8,
      timed: 2,
      proposed: 3,
    }),
    planSummary('mall-theft', {
      document: 'mall',
      openPoints: [shared],
      title: localized('商场盗窃', 'Theft'),
      steps: 4,
    }),
    planSummary('bank-fire', { document: 'bank', types: ['fire.bank'], steps: 1 }),
  ],
}
const all = new Set(library.plans.map(({ id }) => id))

describe('the library as lists', () => {
  it('groups plans under their documents, and leaves out a document of which nothing was found', () => {
    expect(
      byDocument(library, all).map(({ document, plans }) => [
        document.id,
        plans.map(({ id }) => id),
      ]),
    ).toEqual([
      ['mall', ['mall-fire', 'mall-theft']],
      ['bank', ['bank-fire']],
    ])
    expect(byDocument(library, new Set(['bank-fire'])).map(({ document }) => document.id)).toEqual([
      'bank',
    ])
  })

  it('lists a type without a plan as such, but not among the finds of a search', () => {
    const names = (shown: boolean) =>
      byType(library, all, shown).flatMap(({ rows }) =>
        rows.map(({ type, plans }) => `${type.code} ${plans.length}`),
      )
    expect(names(true)).toEqual(['fire.mall 1', 'fire.flood 0', 'fire.bank 1'])
    expect(names(false)).toEqual(['fire.mall 1', 'fire.bank 1'])
  })

  it('keeps two categories apart that share a code but not a name', () => {
    expect(byType(library, all, true).map(({ name }) => name.zh)).toEqual(['火灾', '银行火灾'])
  })

  it('counts a point of a document once, not once a plan', () => {
    expect(ownPoints(library.plans[0]!, library.documents[0]!).map(({ zh }) => zh)).toEqual([
      '谁开门',
    ])
    expect(
      pointsOf(library, all).map((group) => [
        group.document.id,
        group.points.length,
        group.plans.map(({ plan }) => plan.id),
      ]),
    ).toEqual([['mall', 1, ['mall-fire']]])
    const abolished = planSummary('old', { document: 'bank', steps: 9, abolished: true })
    expect(sumsOf({ ...library, plans: [...library.plans, abolished] })).toEqual({
      documents: 2,
      plans: 3,
      steps: 13,
      timed: 2,
      proposed: 3,
      open: 2,
      typesWithout: 1,
    })
  })
})

describe('the search', () => {
  const ids = (search: string, heard: readonly string[] = []) => [
    ...isMatch(search, library.plans, library.types, heard),
  ]

  it('finds by title in both languages, by document, by id and by what callers say', () => {
    expect(ids('盗窃')).toEqual(['mall-theft'])
    expect(ids('THEFT')).toEqual(['mall-theft'])
    expect(ids('bank-fire')).toEqual(['bank-fire'])
    expect(ids('冒烟')).toEqual(['mall-fire'])
    expect(ids('文件mall')).toEqual(['mall-fire', 'mall-theft'])
  })

  it('wants every word of several, and shows all for none', () => {
    expect(ids('文件mall 盗窃')).toEqual(['mall-theft'])
    expect(ids('文件mall 银行')).toEqual([])
    expect(ids('  ')).toEqual([...all])
  })

  it('adds what the station heard in it, in pinyin or initials', () => {
    expect(ids('maoyan', ['mall-fire'])).toEqual(['mall-fire'])
  })

  it('asks the station only for what may mean something', () => {
    expect(['', '冒', 'ab'].some(worthAsking)).toBe(false)
    expect(['冒烟', 'my mao'].every(worthAsking)).toBe(true)
  })
})
