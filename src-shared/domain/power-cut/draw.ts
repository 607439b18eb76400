/**
 * Draws the power-cut sheet from the board. What has no room on one A4 is counted, never printed
 * smaller: the most urgent incident gets a line first, then each in its turn.
 */
import { commanderWords } from '../board/commander-words.ts'
import { byAttention } from '../board/order.ts'
import type { BoardRoom } from '../board/room.ts'
import type { Board, BoardIncident, BoardLeftIncident, BoardStep } from '../board/types.ts'
import { inForce, type BoardWarning } from '../board/warnings.ts'
import { isTerminal } from '../incident/record/state.ts'
import { localized, type LocalizedText } from '../text.ts'
import { dutyNumbers, numbersOfStep, unitNumbers, type SheetPosts } from './numbers.ts'
import type { PowerCutSheet, SheetIncident, SheetLeft, SheetStep, SheetWarning } from './sheet.ts'

/** What an A4 holds beside its numbers and the lines to write on. */
export const SHEET_INCIDENTS = 4
export const SHEET_STEPS = 16
/** Incidents that nobody has taken over; of each some steps. */
const SHEET_LEFT = 4
const LEFT_STEPS = 3
const SHEET_WARNINGS = 2
/** What stands above the incidents takes the room of so many steps; each incident keeps one. */
const STEPS_OF_LINE = 2

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
const cut = (text: string, most = MOST_SIGNS): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
/** Widths of a place, of whom to call and of a step that stands in a sentence. */
const MOST_PLACE = 56
const MOST_NAME = 32
/** A letter is half as wide as a Chinese character. */
const WIDE = /[\u2e80-\uffef]/
function cutWide(text: string, most: number): string {
  let width = 0
  const end = [...text].findIndex((sign) => (width += WIDE.test(sign) ? 2 : 1) > most)
  return end < 0 ? text : `${[...text].slice(0, end).join('')}…`
}
const inBoth = ({ zh, en }: LocalizedText, most: number): LocalizedText =>
  localized(cutWide(zh, most), cutWide(en, most))
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
  const { id, kind, state, level, levelName, drill, receivedAt } = incident
  const place = cutWide(incident.place, MOST_PLACE)
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
  const { number, kind, drill, receivedAt } = incident
  const place = cutWide(incident.place, MOST_PLACE)
  const open = incident.open.toSorted((a, b) => Number(b.lifeSafety) - Number(a.lifeSafety))
  return {
    ...{ ...(number ? { number } : {}), place, kind, drill, receivedAt },
    open: open.slice(0, LEFT_STEPS).map(({ title }) => inBoth(title, MOST_NAME)),
    more: Math.max(0, open.length - LEFT_STEPS),
  }
}

const drawRoom = (room: BoardRoom): BoardRoom => ({
  ...room,
  contact: room.contact && cutWide(room.contact, MOST_PLACE),
  taken: room.taken && {
    ...room.taken,
    place: room.taken.place && cutWide(room.taken.place, MOST_PLACE),
  },
})

const drawWarning = ({ warning, kind, area, until, measures }: BoardWarning): SheetWarning => ({
  ...{ warning, until },
  kind: cutWide(kind, MOST_NAME),
  area: cutWide(area, MOST_NAME),
  measures: cutWide(measures.replaceAll(/\s+/g, ' '), MOST_PLACE),
})

/** `board`: as the desk sees it, its incidents in the order of urgency; `posts` in clear. */
export function drawPowerCut(
  board: Pick<
    Board,
    'now' | 'position' | 'site' | 'incidents' | 'duty' | 'room' | 'emergency' | 'warnings'
  >,
  posts: SheetPosts,
): PowerCutSheet {
  const running = board.incidents.filter(({ state }) => !isTerminal(state))
  const left = board.emergency?.incidents ?? []
  const warnings = inForce(board.warnings ?? [], board.now)
  const first = running.slice(0, SHEET_INCIDENTS)
  const lines =
    Math.min(left.length, SHEET_LEFT + 1) +
    Math.min(warnings.length, SHEET_WARNINGS + 1) +
    Number(Boolean(board.room))
  const shares = sharesOf(
    first.map((incident) => openSteps(incident).length),
    Math.max(SHEET_INCIDENTS, SHEET_STEPS - STEPS_OF_LINE * lines),
  )
  return {
    at: board.now,
    position: board.position,
    site: board.site.name,
    incidents: first.map((incident, index) => drawIncident(incident, shares[index] ?? 0, posts)),
    more: running.length - first.length,
    units: unitNumbers(posts),
    duty: dutyNumbers(board.duty, posts),
    room: board.room ? drawRoom(board.room) : null,
    left: left.slice(0, SHEET_LEFT).map(drawLeft),
    leftMore: Math.max(0, left.length - SHEET_LEFT),
    warnings: warnings.slice(0, SHEET_WARNINGS).map(drawWarning),
    warningsMore: Math.max(0, warnings.length - SHEET_WARNINGS),
  }
}
