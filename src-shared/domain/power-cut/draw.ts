/**
 * Draws the power-cut sheet from the board. What has no room on one A4 is counted, never printed
 * smaller: the most urgent incident gets a line first, then each in its turn.
 */
import { commanderWords } from '../board/commander-words.ts'
import { byAttention } from '../board/order.ts'
import type { Board, BoardIncident, BoardLeftIncident, BoardStep } from '../board/types.ts'
import { isTerminal } from '../incident/record/state.ts'
import { localized, type LocalizedText } from '../text.ts'
import { dutyNumbers, numbersOfStep, unitNumbers, type SheetPosts } from './numbers.ts'
import type { PowerCutSheet, SheetIncident, SheetLeft, SheetStep } from './sheet.ts'

/** What an A4 holds beside its numbers and the lines to write on. */
export const SHEET_INCIDENTS = 4
export const SHEET_STEPS = 16
/** Of each incident that nobody has taken over, on one line. */
const LEFT_STEPS = 3

/** Lines go round by turns, so that no incident takes the room of all others. */
export function sharesOf(counts: readonly number[], room: number): readonly number[] {
  const shares = counts.map(() => 0)
  let left = room
  while (left > 0 && shares.some((share, index) => share < (counts[index] ?? 0)))
    for (const [index, most] of counts.entries()) {
      const share = shares[index] ?? 0
      if (left === 0 || share >= most) continue
      shares[index] = share + 1
      left -= 1
    }
  return shares
}

/** Signs of a task: two lines at most. */
const MOST_SIGNS = 48
const cut = (text: string): string =>
  text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text
/** What a task is nobody can look up on paper, so it stands there in its own words. */
const onPaper = ({ zh, en }: LocalizedText): LocalizedText => localized(cut(zh), cut(en))

const drawStep = (step: BoardStep, posts: SheetPosts): SheetStep => ({
  stepId: step.id,
  title: step.task ? onPaper(step.title) : step.short,
  role: step.role,
  people: step.people,
  numbers: numbersOfStep(step, posts),
  lifeSafety: step.lifeSafety,
  taken: step.state === 'accepted',
  dueAt: step.dueAt,
  late: step.late,
})

const openSteps = ({ steps }: BoardIncident): readonly BoardStep[] =>
  byAttention(steps).filter(({ prohibits }) => !prohibits)

function drawIncident(incident: BoardIncident, share: number, posts: SheetPosts): SheetIncident {
  const { id, place, kind, state, level, levelName, drill, receivedAt } = incident
  const open = openSteps(incident)
  return {
    incidentId: id,
    number: incident.number ?? null,
    ...{ place, kind, state, level, levelName, drill, receivedAt },
    commander: commanderWords(incident.command),
    steps: open.slice(0, share).map((step) => drawStep(step, posts)),
    more: open.length - share,
  }
}

/** What lives hang on comes first. */
function drawLeft(incident: BoardLeftIncident): SheetLeft {
  const { number, place, kind, drill, receivedAt } = incident
  const open = incident.open.toSorted((a, b) => Number(b.lifeSafety) - Number(a.lifeSafety))
  return {
    ...{ ...(number ? { number } : {}), place, kind, drill, receivedAt },
    open: open.slice(0, LEFT_STEPS).map(({ title }) => title),
    more: Math.max(0, open.length - LEFT_STEPS),
  }
}

/** `board`: as the desk sees it, its incidents in the order of urgency; `posts` in clear. */
export function drawPowerCut(
  board: Pick<Board, 'now' | 'position' | 'site' | 'incidents' | 'duty' | 'room' | 'emergency'>,
  posts: SheetPosts,
): PowerCutSheet {
  const running = board.incidents.filter(({ state }) => !isTerminal(state))
  const first = running.slice(0, SHEET_INCIDENTS)
  const shares = sharesOf(
    first.map((incident) => openSteps(incident).length),
    SHEET_STEPS,
  )
  return {
    at: board.now,
    position: board.position,
    site: board.site.name,
    incidents: first.map((incident, index) => drawIncident(incident, shares[index] ?? 0, posts)),
    more: running.length - first.length,
    units: unitNumbers(posts),
    duty: dutyNumbers(board.duty, posts),
    room: board.room ?? null,
    left: (board.emergency?.incidents ?? []).map(drawLeft),
  }
}
