/**
 * Works through the list of a step: places or persons one by one, with what became of each (S09-93
 * estates by customers, S06-07 persons with helper and confirmation). Names of places stand in the
 * record; of persons they are personal values.
 */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'
import type { RecordedPlace } from '../../places/place.ts'
import type { WorkList } from '../../plan/plan.ts'
import type { AddToList, MarkListItem } from '../record/commands.ts'
import type { ListAdded, ListMarked, Recorded } from '../record/events.ts'
import {
  incidentOver,
  reasonNeeded,
  stepFinished,
  stepHidden,
  unknownStep,
} from '../record/refusals.ts'
import * as no from '../record/assessment-refusals.ts'
import { itemsOf, plannedStep, type PlannedStep } from '../record/select.ts'
import type { ListItem, ListMark, NewItem } from '../record/slices.ts'
import { isTerminal, withStep, type Incident, type StepRun } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'

export const listKind = (list: WorkList): 'places' | 'persons' => list.kind ?? 'places'
const unmarked = (state: StepRun): readonly ListItem[] =>
  itemsOf(state).filter(({ mark }) => mark === null)

/**
 * What a list takes from the register: no home, whose name would stand in the record; and where it
 * goes by the number of customers, no part of a building.
 */
const offeredFor = (list: WorkList, { kind = 'other', private: isHome }: RecordedPlace): boolean =>
  !isHome && (list.sort !== 'size' || kind === 'estate' || kind === 'other')

/**
 * By size, the largest first and the unknown last, or as added. Of equal size the one that was
 * added first.
 */
export const inListOrder = <T extends Pick<ListItem, 'size'>>(
  list: WorkList,
  items: readonly T[],
): readonly T[] =>
  list.sort === 'size' ? [...items].sort((a, b) => (b.size ?? -1) - (a.size ?? -1)) : items

function workable(
  incident: Incident,
  stepId: string,
  world: World,
): (PlannedStep & { list: WorkList }) | Refusal {
  if (isTerminal(incident.state)) return incidentOver(incident.state)
  const planned = plannedStep(incident, stepId, world)
  if (!planned) return unknownStep(stepId)
  const { step, state } = planned
  if (!step.list) return no.noList(step.title)
  if (state.finish) return stepFinished(step.title, state.finish.by)
  if (state.standing === 'hidden') return stepHidden(step.title)
  return { ...planned, list: step.list }
}

/**
 * Adds to the list of a step that is not finished. From the register comes what is not listed yet,
 * in the order in which it is worked through, so that the record names it in that order.
 * Refused: a step without a list (`no-list`), the register for persons (`bad-input`), a place that
 * is listed already (`already-listed`), nothing to add (`bad-input`).
 */
export function addToList(
  incident: Incident,
  { stepId, items, register }: AddToList,
  { world }: RuleContext,
): Decision<ListAdded> {
  const planned = workable(incident, stepId, world)
  if ('ok' in planned) return planned
  const { step, state, list } = planned
  if (register && listKind(list) !== 'places') return no.registerOfPlaces(step.title)
  const listed = itemsOf(state)
  const names = new Set(listed.map(({ name }) => name))
  const duplicates = items.flatMap(({ name }, index) =>
    typeof name === 'string' &&
    (names.has(name) || items.findIndex((other) => other.name === name) !== index)
      ? [name]
      : [],
  )
  if (duplicates.length > 0) return no.alreadyListed(duplicates)
  const added = new Set(items.map(({ name }) => name))
  const additions: readonly NewItem[] = [
    ...items,
    ...inListOrder(list, register ?? [])
      .filter((place) => offeredFor(list, place))
      .filter(({ name }) => !names.has(name) && !added.has(name))
      .map(({ name, size }) => ({ name, size, helper: null })),
  ]
  if (additions.length === 0)
    return register && register.length === 0 ? no.registerEmpty() : no.nothingToList()
  return accept({
    type: 'ListAdded',
    stepId,
    items: additions.map((item, index) => ({ id: String(listed.length + index + 1), ...item })),
  })
}

/**
 * Says what became of one entry; said again, the later mark holds. Refused: `unknown-item`, and not
 * reached without a reason (`reason-needed`).
 */
export function markListItem(
  incident: Incident,
  { stepId, item, outcome, reason, ...command }: MarkListItem,
  { world }: RuleContext,
): Decision<ListMarked> {
  const planned = workable(incident, stepId, world)
  if ('ok' in planned) return planned
  const marked = itemsOf(planned.state).find(({ id }) => id === item)
  if (!marked) return no.unknownItem(item)
  if (outcome === 'not-reached' && !reason) return reasonNeeded(localized('未落实', 'Not reached'))
  return accept({
    type: 'ListMarked',
    stepId,
    item,
    name: marked.name,
    outcome,
    for: command.for,
    reason,
  })
}

/** A step whose list has entries that nobody has marked is finished only with a reason. */
export const listUnfinished = ({ step, state }: PlannedStep): boolean =>
  step.list !== null && unmarked(state).length > 0

export function listAdded(incident: Incident, { stepId, items }: Recorded<ListAdded>): Incident {
  const step = incident.steps[stepId]
  const additions = items.map((item) => ({ ...item, mark: null }))
  return step ? withStep(incident, stepId, { list: [...itemsOf(step), ...additions] }) : incident
}

export function listMarked(incident: Incident, event: Recorded<ListMarked>): Incident {
  const { stepId, outcome, reason, at, by } = event
  const step = incident.steps[stepId]
  const mark: ListMark = { outcome, reason, for: event.for, at, by }
  return step
    ? withStep(incident, stepId, {
        list: itemsOf(step).map((item) => (item.id === event.item ? { ...item, mark } : item)),
      })
    : incident
}
