/**
 * Raises and lowers the response level (突发事件应对法 art. 71), a scale of its own beside severity and
 * warning.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Level } from '../../plan/plan.ts'
import { localized } from '../../text.ts'
import type { ChangeLevel } from '../record/commands.ts'
import type { LevelChanged } from '../record/events.ts'
import { badLevel, incidentOver, reasonNeeded } from '../record/refusals.ts'
import { noChange, noLevels } from '../record/assessment-refusals.ts'
import { planOf, running } from '../record/select.ts'
import { isTerminal, type Incident } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'

/**
 * The levels of the plans that run, highest first; each in the words of the plan that was activated
 * first.
 */
export function levelSet(incident: Incident, world: World): readonly Level[] {
  const levels = running(incident).flatMap((run) => planOf(run, world).levels)
  return levels
    .filter(({ level }, index) => levels.findIndex((other) => other.level === level) === index)
    .sort((a, b) => a.level - b.level)
}

/** The highest level that the response has reached so far; null: none. 1 is the highest. */
export const reachedLevel = ({
  level,
  highestLevel,
}: Pick<Incident, 'level' | 'highestLevel'>): number | null =>
  highestLevel === undefined ? level : Math.min(highestLevel, level ?? highestLevel)

/** What an event of a level keeps of what was reached: where it is lowered, and nothing else. */
export function highestBefore(incident: Incident, to: number | null): { highest?: number } {
  const reached = reachedLevel(incident)
  return reached !== null && to !== null && to > reached ? { highest: reached } : {}
}

/**
 * Refused: a level that no running plan knows, or no plan that has levels (`bad-level`), the level
 * that it has (`no-change`), a lower one without a reason (`reason-needed`), an incident that is
 * over (`incident-over`).
 */
export function changeLevel(
  incident: Incident,
  { level, reason }: ChangeLevel,
  { world }: RuleContext,
): Decision<LevelChanged> {
  if (isTerminal(incident.state)) return incidentOver(incident.state)
  const levels = levelSet(incident, world).map((known) => known.level)
  if (!levels.includes(level)) return levels.length > 0 ? badLevel(levels) : noLevels()
  if (level === incident.level)
    return noChange(localized('响应级别已经如此', 'The response level already is this one'))
  const lower = incident.level !== null && level > incident.level
  if (lower && !reason)
    return reasonNeeded(localized('降低响应级别', 'Lowering the response level'))
  return accept({
    ...{ type: 'LevelChanged', from: incident.level, to: level, reason },
    ...highestBefore(incident, level),
  })
}

export const levelChanged = (incident: Incident, event: LevelChanged): Incident => ({
  ...incident,
  level: event.to,
  ...(event.highest === undefined ? {} : { highestLevel: event.highest }),
})
