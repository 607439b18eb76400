/** Handlers that assess an incident and work through it: numbers, scales, lists. */
import type { Parsed } from '#shared/contract/contract.ts'
import { unknownAccidentKind } from '#shared/domain/incident/record/assessment-refusals.ts'
import { unknownCaller } from '#shared/domain/incident/record/caller-refusals.ts'
import type { NewItem } from '#shared/domain/incident/record/slices.ts'
import { sourcesOf } from '#shared/domain/incident/rules/people-where.ts'
import { listKind } from '#shared/domain/incident/rules/worklist.ts'
import { plannedSteps } from '#shared/domain/incident/record/select.ts'
import { decideIncident, joinChanges } from '../../engine/changes.ts'
import { loadIncident, type Handler, type LoadedIncident } from '../handler.ts'
import { takeWarning } from '../warning/decided.ts'
import { peopleHeld } from './people-held.ts'

/** The fields that have a value: null and absent are the same. */
const present = <T extends object>(
  fields: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as { [K in keyof T]?: NonNullable<T[K]> }

const assess: Handler<'incident/assess'> = async (input, context) => {
  const { incidentId, casualties, atLeastOne, loss = null, lossParts, severity = null } = input
  const { accidentCode = null, from = null, reason } = input
  const accident = context.library.accidentKinds().find(({ code }) => code === accidentCode)
  if (accidentCode !== null && !accident) return unknownAccidentKind(accidentCode)
  const parts = present(lossParts)
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { incident, sealOrNull } = loaded
  if (from !== null && !sourcesOf(incident).some(({ id }) => id === from)) return unknownCaller()
  const counts = casualties ? present(casualties) : null
  return decideIncident(loaded, {
    type: 'AssessIncident',
    casualties: counts,
    ...peopleHeld(counts, from, loaded, context),
    ...(atLeastOne ? { atLeastOne } : {}),
    loss,
    ...(Object.keys(parts).length > 0 ? { lossParts: parts } : {}),
    ...(accident ? { accident } : {}),
    severity,
    reason: sealOrNull(reason),
  })
}

const changeLevel: Handler<'incident/level'> = async (input, context) => {
  const { incidentId, level, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'ChangeLevel',
        level,
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

const setPrealert: Handler<'incident/prealert'> = async (input, context) => {
  const { incidentId, warning, warningId, reason } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const changes = decideIncident(loaded, {
    type: 'SetPrealert',
    warning,
    reason: loaded.sealOrNull(reason),
  })
  if (!changes.ok || typeof warningId !== 'string') return changes
  const taken = takeWarning({ warningId, incidentId }, context)
  return taken.ok ? joinChanges([changes, taken]) : taken
}

const endPrealert: Handler<'incident/prealert-end'> = async (input, context) => {
  const { incidentId, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'EndPrealert',
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

const recordImpact: Handler<'incident/impact'> = async (input, context) => {
  const { incidentId, affected, serviceInterruptedMs, operating, meeting, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'RecordImpact',
        impact: present({ ...affected, serviceInterruptedMs, operating, meeting }),
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

type Items = NonNullable<Parsed<'incident/list-add'>['items']>

/**
 * Only the list itself knows whether its names are of persons. A step that is not there is refused
 * by the rule, and none of its items is saved.
 */
function newItems(
  items: Items,
  stepId: string,
  { incident, world, seal }: LoadedIncident,
): NewItem[] {
  const planned = plannedSteps(incident, world).find(({ step }) => step.id === stepId)
  const list = planned?.step.list
  const persons = !list || listKind(list) === 'persons'
  return items.map(({ name, size, helper }) => ({
    name: persons ? seal(name) : String(name),
    size: size ?? null,
    helper: helper ? seal(helper) : null,
  }))
}

const addToList: Handler<'incident/list-add'> = async (input, context) => {
  const { incidentId, stepId, items, fromRegister } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'AddToList',
        stepId,
        items: newItems(items ?? [], stepId, loaded),
        register: fromRegister ? context.memory.places() : null,
      })
    : loaded
}

const markListItem: Handler<'incident/list-mark'> = async (input, context) => {
  const { incidentId, stepId, item, outcome, by, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'MarkListItem',
        stepId,
        item,
        outcome,
        for: loaded.sealOrNull(by),
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

export const assessmentCommands = {
  'incident/assess': assess,
  'incident/level': changeLevel,
  'incident/prealert': setPrealert,
  'incident/prealert-end': endPrealert,
  'incident/impact': recordImpact,
  'incident/list-add': addToList,
  'incident/list-mark': markListItem,
}
