/** Reads what a question sets: the kind of people, the level that an option means. */
import type { Casualty, Question } from './plan.ts'

const LEVELS: readonly string[] = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
/** The level that an option means: they are answered as I, II, III, IV; else null. */
export const levelOfOption = (value: string): number | null =>
  LEVELS.includes(value) ? LEVELS.indexOf(value) + 1 : null

const KINDS: Readonly<Record<string, Casualty>> = {
  'casualties.dead': 'dead',
  'casualties.serious': 'serious',
  'casualties.minor': 'minor',
  'casualties.missing': 'missing',
}
export const casualtySet = ({ sets }: Question): Casualty | null => KINDS[sets ?? ''] ?? null
