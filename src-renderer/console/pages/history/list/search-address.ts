/**
 * The search of the history: read from an address, written into one, and as the station's query.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { TypeSummary } from '#shared/contract/plans.ts'
import { isTerminal, STATES, type IncidentState } from '#shared/domain/incident/record/state.ts'
import { isDate } from '#shared/domain/statistics/period.ts'
import type { Place } from '#renderer/console/base/route.ts'

/**
 * Empty means anything. `type`: a code, or `@` and a category; `level`: 1…4 or `none`; `state`: a
 * state, or `running` or `over`. Dates are local.
 */
export type SearchQuery = {
  words: string
  from: string
  to: string
  type: string
  level: string
  state: string
  drill: '' | 'real' | 'drill'
}
export const ANYTHING: SearchQuery = {
  words: '',
  from: '',
  to: '',
  type: '',
  level: '',
  state: '',
  drill: '',
}

const ENDS = ['running', 'over'] as const
const LEVELS: readonly string[] = ['1', '2', '3', '4', 'none']
const KEYS = {
  words: 'q',
  from: 'from',
  to: 'to',
  type: 'type',
  level: 'level',
  state: 'state',
  drill: 'drill',
} as const satisfies Record<keyof SearchQuery, string>

const among = <T extends string>(value: string | undefined, options: readonly T[]): T | '' =>
  options.find((option) => option === value) ?? ''
const date = (value: string | undefined): string =>
  value !== undefined && isDate(value) ? value : ''

/** Leaves out invalid parts: a page never fails for its address. */
export function readSearch({ query }: Pick<Place, 'query'>): SearchQuery {
  return {
    words: (query.q ?? '').slice(0, 200),
    from: date(query.from),
    to: date(query.to),
    type: /^@?[\w.:-]{1,80}$/.test(query.type ?? '') ? (query.type ?? '') : '',
    level: among(query.level, LEVELS),
    state: among(query.state, [...ENDS, ...STATES]),
    drill: among(query.drill, ['real', 'drill'] as const),
  }
}

/** The query of the address, without empty parts. */
export const queryOf = (search: SearchQuery): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(KEYS) as (keyof SearchQuery)[]).flatMap((key) =>
      search[key] === '' ? [] : [[KEYS[key], search[key]]],
    ),
  )

export const isUnfiltered = (search: SearchQuery): boolean =>
  Object.keys(queryOf(search)).length === 0

function statesOf(state: string): IncidentState[] | null {
  if (state === '') return null
  return state === 'running' || state === 'over'
    ? STATES.filter((candidate) => isTerminal(candidate) === (state === 'over'))
    : STATES.filter((candidate) => candidate === state)
}

const isNamesake = (a: TypeSummary, b: TypeSummary): boolean =>
  a.category === b.category && a.name.zh === b.name.zh && a.name.en === b.name.en

/**
 * The types that a person can tell apart: each document of a site may have an earthquake of the
 * same category. The first stands for its namesakes.
 */
export const withoutNamesakes = (types: readonly TypeSummary[]): readonly TypeSummary[] =>
  types.filter((type, index) => types.findIndex((first) => isNamesake(type, first)) === index)

function codesOf(type: string, types: readonly TypeSummary[]): string[] {
  if (type.startsWith('@'))
    return types.filter(({ category }) => category === type.slice(1)).map(({ code }) => code)
  const chosen = types.find(({ code }) => code === type)
  return chosen ? types.filter((type) => isNamesake(chosen, type)).map(({ code }) => code) : [type]
}

/** The station's query: a category stands for its types, a type for its namesakes. */
export function inputOf(
  search: SearchQuery,
  types: readonly TypeSummary[],
): Input<'history/search'> {
  const { words, from, to, type, level, state, drill } = search
  return {
    words: words.trim() === '' ? null : words,
    from: from || null,
    to: to || null,
    types: type === '' ? null : codesOf(type, types),
    levels: level === '' ? null : [level === 'none' ? 'none' : Number(level)],
    states: statesOf(state),
    drill: drill || 'all',
  }
}
