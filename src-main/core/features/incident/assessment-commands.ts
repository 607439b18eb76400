/**
 * Handlers for judging an incident and working through it: numbers, scales, lists, evidence, and
 * the site's register of places.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { ImpactNumbers, NewItem } from '#shared/domain/incident/record/slices.ts'
import { listKind } from '#shared/domain/incident/rules/worklist.ts'
import { plannedSteps } from '#shared/domain/incident/record/select.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { onIncident, type Handler } from '../handler.ts'
import type { Json } from '../../ports.ts'

/** The fields that were said: null and absent are one. */
const said = <T extends object>(
  given: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as { [K in keyof T]?: NonNullable<T[K]> }

type Given = NonNullable<Parsed<'incident/list-add'>['items']>

/**
 * Only the list itself knows whether its names are of persons. A step that is not there is refused
 * by the rule, and nothing of it is kept.
 */
function itemsOf(
  given: Given,
  stepId: string,
  seal: (value: Personal) => Sealed,
  incident: Incident,
  world: World,
): NewItem[] {
  const list = plannedSteps(incident, world).find(({ step }) => step.id === stepId)?.step.list
  const persons = !list || listKind(list) === 'persons'
  return given.map(({ name, size, helper }) => ({
    name: persons ? seal(name) : String(name),
    size: size ?? null,
    helper: helper ? seal(helper) : null,
  }))
}

const setPlaces: Handler<'site/places-set'> = async ({ places }, { meta }) => {
  const body: Json = places.map(({ name, size }) => ({ name, size: size ?? null }))
  return {
    ok: true,
    expect: {},
    events: [
      { stream: 'places', type: 'PlacesSet', at: meta.at, by: meta.by, body: { places: body } },
    ],
    seals: [],
    rows: [],
    documents: [{ kind: 'places', id: 'places', body }],
    reply: {},
  }
}

type Judging =
  | 'incident/assess'
  | 'incident/level'
  | 'incident/prealert'
  | 'incident/prealert-end'
  | 'incident/impact'
  | 'incident/list-add'
  | 'incident/list-mark'
  | 'incident/evidence-add'
  | 'site/places-set'

export const judging: { [N in Judging]: Handler<N> } = {
  'incident/assess': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'AssessIncident',
      casualties: input.casualties ? said(input.casualties) : null,
      loss: input.loss ?? null,
      severity: input.severity ?? null,
      reason: input.reason ?? null,
    })),
  'incident/level': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'ChangeLevel',
      level: input.level,
      reason: input.reason ?? null,
    })),
  'incident/prealert': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'SetPrealert',
      warning: input.warning,
      reason: input.reason ?? null,
    })),
  'incident/prealert-end': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'EndPrealert',
      reason: input.reason ?? null,
    })),
  'incident/impact': ({ incidentId, affected, serviceInterruptedMs, operating, reason }, context) =>
    onIncident(incidentId, context, () => {
      const impact: ImpactNumbers = said({ ...affected, serviceInterruptedMs, operating })
      return { type: 'RecordImpact', impact, reason: reason ?? null }
    }),
  'incident/list-add': ({ incidentId, stepId, items, fromRegister }, context) =>
    onIncident(incidentId, context, (seal, incident, world) => ({
      type: 'AddToList',
      stepId,
      items: itemsOf(items ?? [], stepId, seal, incident, world),
      register: fromRegister ? context.memory.places() : null,
    })),
  'incident/list-mark': ({ incidentId, stepId, item, outcome, by, reason }, context) =>
    onIncident(incidentId, context, (seal) => ({
      type: 'MarkListItem',
      stepId,
      item,
      outcome,
      for: by ? seal(by) : null,
      reason: reason ?? null,
    })),
  'incident/evidence-add': ({ incidentId, stepId, what, kind, place, keeper }, context) =>
    onIncident(incidentId, context, (seal) => ({
      type: 'RecordEvidence',
      stepId: stepId ?? null,
      what,
      kind,
      place,
      keeper: keeper ? seal(keeper) : null,
    })),
  'site/places-set': setPlaces,
}
