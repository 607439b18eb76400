/** What the parts of training share: its tabs, its addresses, names, typed numbers and people. */
import type { TrainingRead } from '#shared/contract/training.ts'
import type { Choice } from '../../../components/choices.ts'
import { hashOf } from '../../../base/route.ts'

export const TABS = ['people', 'courses', 'sessions', 'sign-off'] as const
export type Tab = (typeof TABS)[number]

export const trainingLink = (
  tab: Tab | 'exam',
  query: Readonly<Record<string, string | undefined>> = {},
): string => hashOf(['readiness', 'training', tab], query)

export const tabOf = (name: string | undefined): Tab => TABS.find((tab) => tab === name) ?? 'people'

/** A whole number within a range, null for an empty field, undefined for anything else. */
export function typedNumber(
  typed: string | number,
  [from, to]: readonly [number, number],
): number | null | undefined {
  const text = String(typed).trim()
  if (text === '') return null
  const value = Number(text)
  return Number.isInteger(value) && value >= from && value <= to ? value : undefined
}

export const personChoices = (persons: TrainingRead['persons'], en: boolean): Choice[] =>
  persons.map(({ id, name, posts }) => ({
    ...{ value: id, label: name },
    note: posts.map((post) => (en ? post.en : post.zh)).join(en ? ', ' : '、'),
  }))

/** Names that are divided by commas or lines. */
export const namesIn = (typed: string): readonly string[] =>
  typed
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Somebody by name: of the register, where just one person is called so. */
export function learnerNamed(
  typed: string,
  persons: TrainingRead['persons'],
): { personId: string } | { person: string } {
  const namesakes = persons.filter(({ name }) => name === typed.trim())
  const [first] = namesakes
  return first && namesakes.length === 1 ? { personId: first.id } : { person: typed.trim() }
}
