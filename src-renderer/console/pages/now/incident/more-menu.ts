/**
 * What can be done with an incident besides moving it on, each act once: its words, what it opens,
 * its key where it has one, and when it is there. The menu 更多 and its digits read this table.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { hasSeries } from '#shared/domain/bulletin/series-draft.ts'
import type { BulletinSeries } from '#shared/domain/incident/record/bulletins.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { isRunning } from '#renderer/ui/rail.ts'
import type { ActionId } from '#renderer/console/base/actions.ts'
import type { ConsoleWords } from '#renderer/i18n/console.zh.ts'
import type { KeyOf } from '#renderer/i18n/index.ts'
import { canMoveBack, takesPlans } from './moves.ts'

type Act = {
  opens: string
  label: KeyOf<ConsoleWords>
  key?: ActionId
  offered?: (incident: BoardIncident) => boolean // else always
}
const runs = ({ state }: BoardIncident): boolean => !isTerminal(state)
const isKept = ({ state }: BoardIncident): boolean => state !== 'archived'
const hasPlan = ({ plans }: BoardIncident): boolean => plans.some(isRunning)

/** In the order of the menu: what comes and goes stands behind, so that most digits stay. */
const ACTS = [
  { opens: 'assess', label: 'assess.open' },
  { opens: 'amend', label: 'amend.open', key: 'amend', offered: isKept },
  { opens: 'announce', label: 'head.announce' },
  { opens: 'authorities', label: 'head.bulletin' },
  { opens: 'task', label: 'task.open', offered: runs },
  { opens: 'command', label: 'command.open', offered: runs },
  { opens: 'headquarters', label: 'headquarters.open', offered: runs },
  { opens: 'files', label: 'head.files' },
  { opens: 'watch', label: 'watch.open', offered: ({ state }) => state === 'contained' },
  { opens: 'aftermath', label: 'head.aftermath', offered: ({ aftermath }) => Boolean(aftermath) },
  { opens: 'transfer', label: 'transfer.open', offered: runs },
  { opens: 'management', label: 'head.written' },
  { opens: 'supplies', label: 'head.supplies' },
  {
    opens: 'response',
    label: 'head.response',
    offered: (incident) => hasSeries('response', incident),
  },
  { opens: 'addPlan', label: 'move.addPlan', offered: ({ state }) => takesPlans(state) },
  {
    opens: 'switchPlan',
    label: 'move.switchPlan',
    offered: (incident) => takesPlans(incident.state) && hasPlan(incident),
  },
  {
    opens: 'stopPlan',
    label: 'stopPlan.open',
    offered: (incident) => isKept(incident) && hasPlan(incident),
  },
  { opens: 'merge', label: 'head.merge', offered: runs },
  { opens: 'moveBack', label: 'moveBack.open', offered: ({ state }) => canMoveBack(state) },
] as const satisfies readonly Act[]

export type Opens = (typeof ACTS)[number]['opens']
/** A report of a series: one dialog for all. */
export const isSeries = (opens: Opens): opens is Opens & BulletinSeries =>
  opens === 'authorities' || opens === 'response' || opens === 'management'
export type MenuAct = Act & { opens: Opens }

const acts: readonly MenuAct[] = ACTS
export const menuActs = (incident: BoardIncident): readonly MenuAct[] =>
  acts.filter(({ offered }) => offered?.(incident) ?? true)
