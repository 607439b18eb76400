/** The search of the history and its address are the same thing said twice. */
import { expect, it } from 'vitest'
import type { TypeSummary } from '#shared/contract/plans.ts'
import { localized } from '#shared/domain/text.ts'
import { contract } from '#shared/contract/contract.ts'
import { hashOf, placeOf } from '#renderer/console/base/route.ts'
import {
  ANYTHING,
  readSearch,
  isUnfiltered,
  inputOf,
  queryOf,
  withoutNamesakes,
  type SearchQuery,
} from '#renderer/console/pages/history/list/search-address.ts'
import { viewOf } from '#renderer/console/pages/history/history-view.ts'

const type = (code: string, category: string): TypeSummary => ({
  code,
  name: localized(code, code),
  category,
  categoryName: localized(category, category),
  legal: null,
  words: [],
  danger: false,
  discreet: false,
  accident: false,
  plans: [],
})
const types = [type('hotline', 'system'), type('terminal', 'system'), type('fire', 'safety')]

it.each<Partial<SearchQuery>>([
  {},
  { words: '热线 dabujin' },
  { words: '100% & 真?' },
  { from: '2026-02-28', to: '2026-03-01' },
  { type: '@system', drill: 'real' },
  { level: 'none', state: 'running' },
  { level: '2', state: 'archived', drill: 'drill' },
])('%j goes into the address and comes back as it was', (part) => {
  const ask = { ...ANYTHING, ...part }
  expect(readSearch(placeOf(hashOf(['history'], queryOf(ask))))).toEqual(ask)
  expect(isUnfiltered(ask)).toBe(Object.keys(part).length === 0)
  expect(contract['history/search'].input.safeParse(inputOf(ask, types)).success).toBe(true)
})

it('what nobody can mean is left out of an address', () => {
  expect(
    readSearch({
      query: {
        from: '2026-02-30',
        to: 'tomorrow',
        type: 'a b',
        level: '7',
        state: 'burning',
        drill: 'maybe',
        x: '1',
      },
    }),
  ).toEqual(ANYTHING)
})

it('a category is asked as its types, and what goes on as its states', () => {
  expect(
    inputOf({ ...ANYTHING, type: '@system', state: 'over', level: '3', words: '  ' }, types),
  ).toEqual({
    words: null,
    from: null,
    to: null,
    types: ['hotline', 'terminal'],
    levels: [3],
    states: ['closed', 'archived', 'falseReport', 'transferred', 'merged'],
    drill: 'all',
  })
  expect(inputOf({ ...ANYTHING, type: '@gone' }, types).types).toEqual([])
})

it('types of one name and category are one choice, and are asked together', () => {
  const quake = (code: string, category = 'natural'): TypeSummary => ({
    ...type(code, category),
    name: localized('地震', 'Earthquake'),
  })
  const site = [
    quake('mall.quake'),
    type('flood', 'natural'),
    quake('bank.quake'),
    quake('gas.quake', 'other'),
  ]
  expect(withoutNamesakes(site).map(({ code }) => code)).toEqual([
    'mall.quake',
    'flood',
    'gas.quake',
  ])
  expect(inputOf({ ...ANYTHING, type: 'mall.quake' }, site).types).toEqual([
    'mall.quake',
    'bank.quake',
  ])
  expect(inputOf({ ...ANYTHING, type: 'gone' }, site).types).toEqual(['gone'])
})

it('the views have addresses of their own', () => {
  expect(
    ['#/history', '#/history/019a-b', '#/history/019a-b/replay'].map((hash) =>
      viewOf(placeOf(hash)),
    ),
  ).toEqual([
    { kind: 'list' },
    { kind: 'record', incidentId: '019a-b' },
    { kind: 'replay', incidentId: '019a-b' },
  ])
})
