/**
 * The list of a step: places or persons to be worked through one by one, with what became of each
 * (S09-93 estates by customers, S06-07 persons with helper and confirmation). Names of places stand
 * in the record; of persons they are personal values.
 */
import { accept, unreachable, type Decision, type Meta, type Refusal } from '../../decision.ts'
import type { Sealed } from '../../sealed.ts'
import { localized } from '../../text.ts'
import type { WorkList } from '../../plan/plan.ts'
import {
  incidentOver,
  reasonNeeded,
  stepFinished,
  stepHidden,
  unknownStep,
} from '../record/refusals.ts'
import * as no from '../record/assessment-refusals.ts'
import { plannedSteps, type PlannedStep } from '../record/select.ts'
import type { ListOutcome } from '../record/scales.ts'
import { isTerminal, type Incident, type StepRun } from '../record/state.ts'
import type { World } from '../record/world.ts'

/**
 * A place of the site's register; `size` is the number of customers there, null where nobody has
 * said.
 */
export type Place = { name: string; size: number | null }
export type NewItem = { name: string | Sealed; size: number | null; helper: Sealed | null }
/** `for`: who did it, or says so. */
export type ListMark = {
  outcome: ListOutcome
  reason: string | null
  for: Sealed | null
  at: number
  by: string
}
export type ListItem = NewItem & { id: string; mark: ListMark | null }

/**
 * `register`: the places of the site's register are to be added, too; null where it was not asked
 * for.
 */
export type AddToList = {
  type: 'AddToList'
  stepId: string
  items: readonly NewItem[]
  register: readonly Place[] | null
}
export type MarkListItem = {
  type: 'MarkListItem'
  stepId: string
  item: string
  outcome: ListOutcome
  for: Sealed | null
  reason: string | null
}

export type ListAdded = {
  type: 'ListAdded'
  stepId: string
  items: readonly (NewItem & { id: string })[]
}
/** `name` is that of the item, so that the record reads by itself. */
export type ListMarked = {
  type: 'ListMarked'
  stepId: string
  item: string
  name: string | Sealed
  outcome: ListOutcome
  for: Sealed | null
  reason: string | null
}
export type ListEvent = ListAdded | ListMarked

export const listKind = (list: WorkList): 'places' | 'persons' => list.kind ?? 'places'
export const itemsOf = (state: Pick<StepRun, 'list'>): readonly ListItem[] => state.list ?? []
const unmarked = (state: StepRun): readonly ListItem[] =>
  itemsOf(state).filter(({ mark }) => mark === null)

/**
 * By size, the largest first and the unknown last, or as given. Of equal size the one that was
 * given first.
 */
export const inListOrder = (list: WorkList, items: readonly ListItem[]): readonly ListItem[] =>
  list.sort === 'size'
    ? [...items].sort((one, other) => (other.size ?? -1) - (one.size ?? -1))
    : items

function workable(
  incident: Incident,
  stepId: string,
  world: World,
): (PlannedStep & { list: WorkList }) | Refusal {
  if (isTerminal(incident.state)) return incidentOver(incident.state)
  const one = plannedSteps(incident, world).find(({ step }) => step.id === stepId)
  if (!one) return unknownStep(stepId)
  const { step, state } = one
  if (!step.list) return no.noList(step.title)
  if (state.finish) return stepFinished(step.title, state.finish.by)
  if (state.standing === 'hidden') return stepHidden(step.title)
  return { ...one, list: step.list }
}

/**
 * Adds to the list of a step that is not finished. From the register comes what is not listed yet.
 * Refused: a step without a list (`no-list`), the register for persons (`bad-input`), a place that
 * is listed already (`already-listed`), nothing to add (`bad-input`).
 */
export function addToList(
  incident: Incident,
  { stepId, items, register }: AddToList,
  world: World,
): Decision<ListEvent> {
  const one = workable(incident, stepId, world)
  if ('ok' in one) return one
  if (register && listKind(one.list) !== 'places') return no.registerOfPlaces(one.step.title)
  const listed = itemsOf(one.state)
  const names = new Set(listed.map(({ name }) => name))
  const again = items.flatMap(({ name }, at) =>
    typeof name === 'string' &&
    (names.has(name) || items.findIndex((other) => other.name === name) !== at)
      ? [name]
      : [],
  )
  if (again.length > 0) return no.alreadyListed(again)
  const given = new Set(items.map(({ name }) => name))
  const added: readonly NewItem[] = [
    ...items,
    ...(register ?? [])
      .filter(({ name }) => !names.has(name) && !given.has(name))
      .map((place) => ({ ...place, helper: null })),
  ]
  if (added.length === 0)
    return register && register.length === 0 ? no.registerEmpty() : no.nothingToList()
  return accept({
    type: 'ListAdded',
    stepId,
    items: added.map((item, at) => ({ id: String(listed.length + at + 1), ...item })),
  })
}

/**
 * Says what became of one entry; said again, the later mark holds. Refused: `unknown-item`, and not
 * reached without a reason (`reason-needed`).
 */
export function markListItem(
  incident: Incident,
  { stepId, item, outcome, reason, ...command }: MarkListItem,
  world: World,
): Decision<ListEvent> {
  const one = workable(incident, stepId, world)
  if ('ok' in one) return one
  const found = itemsOf(one.state).find(({ id }) => id === item)
  if (!found) return no.unknownItem(item)
  if (outcome === 'not-reached' && !reason) return reasonNeeded(localized('未办到', 'Not reached'))
  return accept({
    type: 'ListMarked',
    stepId,
    item,
    name: found.name,
    outcome,
    for: command.for,
    reason,
  })
}

/** A step whose list has entries that nobody has marked is finished only with a reason. */
export const listUnfinished = ({ step, state }: PlannedStep): boolean =>
  step.list !== null && unmarked(state).length > 0

export function foldList(state: StepRun, event: ListEvent & Meta): StepRun {
  const { at, by } = event
  switch (event.type) {
    case 'ListAdded':
      return {
        ...state,
        list: [...itemsOf(state), ...event.items.map((item) => ({ ...item, mark: null }))],
      }
    case 'ListMarked': {
      const mark: ListMark = {
        outcome: event.outcome,
        reason: event.reason,
        for: event.for,
        at,
        by,
      }
      return {
        ...state,
        list: itemsOf(state).map((item) => (item.id === event.item ? { ...item, mark } : item)),
      }
    }
    default:
      return unreachable(event)
  }
}
