/** The names of posts that a paper says: who acts, who is told, whom a heading is about. */
import { actsOf } from './acts-of-sentence.ts'
import { isPostName } from './pages.ts'
import { namesListed, postsSetUp, targetsOf } from './posts.ts'
import { holderOf, type Unit } from './units.ts'

/** Whether a part of the paper is text: neither a heading nor a line of its contents. */
export const isText = ({ kind }: Unit): boolean => kind !== 'heading' && kind !== 'contents'

/** 场务：引导观众疏散: what stands before the colon in a chapter of duties has that duty. */
const isNamedByDuty = (lead: string): boolean =>
  lead.length <= 8 &&
  !/^(?:组员|成员|人员)$|职责|组成|成员|任务|分工|内容|要求|人数|原则|说明|[，、]/.test(lead)

/**
 * In the order in which the paper says them, and as often. `registered`: names that the register
 * has.
 */
export function namesOf(units: readonly Unit[], registered: readonly string[]): readonly string[] {
  return units.flatMap((unit) => {
    const isDuty = unit.section === 'duty' && unit.lead !== ''
    const titled = [...unit.headings.map(holderOf), unit.lead].filter(
      (title) => isPostName(title) || (isDuty && title === unit.lead && isNamedByDuty(title)),
    )
    if (!isText(unit)) return titled
    const listed = unit.section === 'duty' || unit.kind === 'duty' ? namesListed(unit.plain) : []
    const acts = ['step', 'duty', 'readiness'].includes(unit.kind) ? actsOf(unit, registered) : []
    return [
      ...titled,
      ...listed,
      ...(unit.kind === 'duty' ? postsSetUp(unit.plain) : []),
      ...acts.flatMap(({ names, act, words }) => [
        ...names,
        ...(act === 'report' || act === 'call' ? targetsOf(words) : []),
      ]),
    ]
  })
}
