/** What one row says, worked out from an incident. Pure: it draws nothing and reads no clock. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { nextStep } from '#shared/domain/board/order.ts'
import { STAGES } from '#shared/domain/plan/plan.ts'
import { cutTo, emsOf } from './measure.ts'

/** A frame blinks so long after its alert was raised, then it is steady (standards R2.15). */
export const BLINK_FOR = 5 * 60_000

export const limitStep = (incident: BoardIncident): BoardStep | null => incident.steps.find((step) => step.id === incident.nearest) ?? null
const actionStep = (incident: BoardIncident): BoardStep | null => incident.steps.find((step) => step.id === incident.next) ?? null

/** Who has it in hand: the owner of the nearest limit, else of the next action. */
export const ownerStep = (incident: BoardIncident): BoardStep | null => limitStep(incident) ?? actionStep(incident)

/** Where it stands, 1 to 7; null as long as no step is open. */
export function stageOf(incident: BoardIncident): number | null {
  const step = ownerStep(incident)
  return step ? STAGES.indexOf(step.stage) + 1 : null
}

/** The next open steps in order of attention, without the one whose limit the row already shows. */
export function upcoming(incident: BoardIncident, count: number): BoardStep[] {
  const found: BoardStep[] = []
  let rest = incident.steps.filter((step) => step.id !== incident.nearest)
  for (let step = nextStep(rest); step && found.length < count; step = nextStep(rest)) {
    const { id } = step
    found.push(step)
    rest = rest.filter((other) => other.id !== id)
  }
  return found
}

/** An alert that nobody has acknowledged is younger than five minutes: the frame of its late row blinks. `now` in UTC ms. */
export const blinks = (incident: BoardIncident, now: number): boolean =>
  incident.alerts.some((alert) => alert.acknowledgedAt === null && now - alert.raisedAt < BLINK_FOR)

export type Owner = { role: string | null; name: string | null }

/** Role and name as far as they fit into `ems`; the name goes first to the reader, the role is cut before it. */
export function ownerText(role: string, people: readonly string[], more: string, ems: number): Owner {
  const name = people[0] === undefined ? null : people.length > 1 ? `${people[0]}${more}` : people[0]
  if (name === null) return { role: cutTo(role, ems), name: null }
  if (emsOf(role) + emsOf(name) + 0.3 <= ems) return { role, name }
  return { role: null, name: cutTo(name, ems) }
}

export type Headline = { place: string; lines: 1 | 2; whole: boolean }

/**
 * Place and kind on one line of `line` em if both fit, else on two; the place is cut only where even two do not hold it.
 * `before` is what stands in front of it, in em. `whole`: the place fits on a line and is not broken.
 */
export function headline(place: string, kind: string, before: number, line: number): Headline {
  const gap = 0.34
  const size = emsOf(place)
  const tail = gap + emsOf(kind)
  if (before + size + tail <= line) return { place, lines: 1, whole: true }
  if (before + size <= line || size + tail <= line) return { place, lines: 2, whole: true }
  return { place: cutTo(place, 2 * line - 1 - before - tail), lines: 2, whole: false } // 1: what a line may leave empty at its end
}
