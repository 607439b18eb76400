/**
 * The words of the paper that a step comes from, as short as a card can bear: whoever is asked why
 * thirty minutes shows the sentence, not our wording of it.
 */
import type { Clause, Step } from '../plan/plan.ts'
import { limitIn } from './durations.ts'
import { cutTo, plainSigns, signCount, withoutBlanks } from './signs.ts'

/** Signs; what is left out in front or behind is an ellipsis. */
const LONGEST_EXCERPT = 40

/** `clause`: the id of the clause whose sentence it is. */
export type Excerpt = { clause: string; words: string }

const bare = (words: string): string => withoutBlanks(words).replace(/[，。；：、“”（）]/g, '')

/** The parts of a sentence between its commas around `at`, as many as there is room for. */
function around(parts: readonly string[], at: number): string {
  let words = parts[at] ?? ''
  let [first, last] = [at, at]
  for (let grows = true; grows;) {
    grows = false
    for (const [side, part] of [
      ['after', parts[last + 1]],
      ['before', parts[first - 1]],
    ] as const) {
      if (part === undefined || signCount(words + part) > LONGEST_EXCERPT) continue
      words = side === 'after' ? words + part : part + words
      if (side === 'after') last += 1
      else first -= 1
      grows = true
    }
  }
  const cut = signCount(words) > LONGEST_EXCERPT ? `${cutTo(words, LONGEST_EXCERPT)}…` : words
  return `${first > 0 ? '…' : ''}${cut.replace(/[，；：、]+$/, '')}${last < parts.length - 1 && cut === words ? '…' : ''}`
}

/**
 * Null where there is nothing to add: the plan cites no sentence of a paper, or the step has no
 * limit and says the words of its sentence itself. Of a step with a limit, the part that sets it.
 */
export function excerptOf(
  step: Pick<Step, 'title' | 'due' | 'clause' | 'clauses'>,
  clauses: readonly Clause[],
): Excerpt | null {
  const quoting = [step.clause, ...(step.clauses ?? [])].flatMap((id) => {
    const quote = clauses.find((clause) => clause.id === id)?.quote
    return quote === undefined ? [] : [{ clause: id, quote }]
  })
  const setsLimit = (words: string): boolean => limitIn(plainSigns(words)) !== null
  const source =
    (step.due ? quoting.find(({ quote }) => setsLimit(quote)) : undefined) ?? quoting[0]
  if (!source) return null
  const { clause, quote } = source
  if (!step.due && bare(quote).includes(bare(step.title.zh.replace(/^[^：]*：/, '')))) return null
  const parts = quote.split(/(?<=[，。；：,;:])/)
  const at = step.due ? parts.findIndex((part) => setsLimit(part)) : 0
  return { clause, words: around(parts, Math.max(0, at)) }
}
