/** The names of posts that a paper says: who acts, who is told, whom a heading is about. */
import { actsOf } from './acts-of-sentence.ts'
import { isPostName } from './pages.ts'
import { postsSetUp, targetsOf } from './posts.ts'
import type { Unit } from './units.ts'

/** Whether a part of the paper is text: neither a heading nor a line of its contents. */
export const isText = ({ kind }: Unit): boolean => kind !== 'heading' && kind !== 'contents'

/**
 * In the order in which the paper says them, and as often. `registered`: names that the register
 * has.
 */
export function namesOf(units: readonly Unit[], registered: readonly string[]): readonly string[] {
  return units.flatMap((unit) => {
    const titled = [...unit.headings, unit.lead].filter(isPostName)
    if (!isText(unit)) return titled
    const acts = ['step', 'duty', 'readiness'].includes(unit.kind) ? actsOf(unit, registered) : []
    return [
      ...titled,
      ...(unit.kind === 'duty' ? postsSetUp(unit.plain) : []),
      ...acts.flatMap(({ names, act, words }) => [
        ...names,
        ...(act === 'report' || act === 'call' ? targetsOf(words) : []),
      ]),
    ]
  })
}
