/**
 * What is searched for in the history, as the address holds it and as the station is asked. Pure.
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
export type Ask = {
  words: string
  from: string
  to: string
  type: string
  level: string
  state: string
  drill: '' | 'real' | 'drill'
}
export const ANYTHING: Ask = {
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
} as const satisfies Record<keyof Ask, string>

const among = <T extends string>(value: string | undefined, known: readonly T[]): T | '' =>
  known.find((known) => known === value) ?? ''
const date = (value: string | undefined): string =>
  value !== undefined && isDate(value) ? value : ''

/**
 * Whatever an address says that nobody can mean is left out: a page never fails for its address.
 */
export function askOf({ query }: Pick<Place, 'query'>): Ask {
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

/** What of the address says it; an empty part is not said. */
export const queryOf = (ask: Ask): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(KEYS) as (keyof Ask)[]).flatMap((key) =>
      ask[key] === '' ? [] : [[KEYS[key], ask[key]]],
    ),
  )

export const asksAnything = (ask: Ask): boolean => Object.keys(queryOf(ask)).length === 0

function statesOf(state: string): IncidentState[] | null {
  if (state === '') return null
  return state === 'running' || state === 'over'
    ? STATES.filter((stateEntry) => isTerminal(stateEntry) === (state === 'over'))
    : STATES.filter((stateEntry) => stateEntry === state)
}

const isNamesake = (summary: TypeSummary, other: TypeSummary): boolean =>
  summary.category === other.category &&
  summary.name.zh === other.name.zh &&
  summary.name.en === other.name.en

/**
 * The types that a person can tell apart: documents of a site may each have an earthquake of one
 * category. The first stands for its namesakes.
 */
export const toldApart = (types: readonly TypeSummary[]): readonly TypeSummary[] =>
  types.filter((type, at) => types.findIndex((other) => isNamesake(type, other)) === at)

function codesOf(type: string, types: readonly TypeSummary[]): string[] {
  if (type.startsWith('@'))
    return types.filter(({ category }) => category === type.slice(1)).map(({ code }) => code)
  const chosen = types.find(({ code }) => code === type)
  return chosen
    ? types.filter((other) => isNamesake(chosen, other)).map(({ code }) => code)
    : [type]
}

/**
 * The question to the station. A category is asked as its types, a type with its namesakes; one
 * that has none finds nothing.
 */
export function inputOf(ask: Ask, types: readonly TypeSummary[]): Input<'history/search'> {
  const { words, from, to, type, level, state, drill } = ask
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
