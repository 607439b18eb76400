/** Reads the corrective actions of the site, and what was recorded of one. */
import { localDate } from '#shared/domain/calendar.ts'
import {
  actionCounts,
  sortedActions,
  type CorrectiveAction,
} from '#shared/domain/corrective-action/action.ts'
import {
  actionLines,
  drawAction,
  type ActionRead,
  type ActionSourceRead,
  type ActionView,
} from '#shared/domain/corrective-action/draw.ts'
import { unknownAction } from '#shared/domain/corrective-action/refusals.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { latestPlan } from '../plan/data.ts'
import { opened } from '../opened.ts'

/** What drawing corrective actions reads. */
export type ActionsAround = Pick<QueryContext, 'memory' | 'sitePlans' | 'planSources' | 'shipped'>

const titleIn =
  (context: ActionsAround) =>
  (planId: string): LocalizedText =>
    latestPlan(planId, context)?.title ?? localized(planId, planId)

/** The places and numbers of the incidents that these come from, with seals in place of homes. */
async function sourcesOf(
  actions: readonly CorrectiveAction[],
  context: ActionsAround,
): Promise<ActionView['sourceOf']> {
  const { memory } = context
  const incidents = new Map<string, { number: string | null; place: string }>()
  for (const { source } of actions) {
    if (!('incidentId' in source) || incidents.has(source.incidentId)) continue
    const incident = await memory.incident(source.incidentId)
    if (incident)
      incidents.set(source.incidentId, {
        number: memory.numbering.of(incident) ?? null,
        place: inSentence(incident.place),
      })
  }
  const titleOf = titleIn(context)
  return ({ source }): ActionSourceRead => {
    if ('planId' in source)
      return { kind: 'plan', planId: source.planId, title: titleOf(source.planId) }
    if ('words' in source) return { kind: 'other', words: inSentence(source.words) }
    if ('drillId' in source) {
      const { drillId, finding: ofDrill = null } = source
      const drill = memory.documents.get('drill', drillId)
      const title = drill?.planTitle ?? localized(drillId, drillId)
      const number = drill?.started?.number ?? null
      return { kind: 'drill', drillId, number, title, finding: ofDrill }
    }
    if ('hazard' in source) {
      const { hazard: grade, place, checkId } = source
      return { kind: 'hazard', grade, place: place && inSentence(place), checkId }
    }
    const { incidentId, drill = false, finding = null } = source
    const { number = null, place = '' } = incidents.get(incidentId) ?? {}
    return { kind: 'incident', incidentId, number, place, drill, finding }
  }
}

/** As screens and papers show them, with seals in place of personal values; in this order. */
export async function drawnActions(
  actions: readonly CorrectiveAction[],
  today: string,
  context: ActionsAround,
): Promise<readonly ActionRead[]> {
  const view = {
    ...{ today, zone: context.memory.site.zone },
    sourceOf: await sourcesOf(actions, context),
    titleOf: titleIn(context),
  }
  return actions.map((action) => drawAction(action, view))
}

export const allActions = ({
  memory,
}: Pick<ActionsAround, 'memory'>): readonly CorrectiveAction[] => [
  ...memory.documents.all('action').values(),
]

/** Those that come from an incident, in the order in which they were opened. */
export const actionsOfIncident = (
  incidentId: string,
  context: Pick<ActionsAround, 'memory'>,
): readonly CorrectiveAction[] =>
  allActions(context)
    .filter(({ source }) => 'incidentId' in source && source.incidentId === incidentId)
    .sort((action, other) => action.openedAt - other.openedAt)

/** Local date of the site, now. */
export const todayOf = ({ memory, now }: Pick<QueryContext, 'memory' | 'now'>): string =>
  localDate(now(), memory.site.zone)

const list: QueryHandler<'action/list'> = async (_input, context) => {
  const today = todayOf(context)
  const all = sortedActions(allActions(context), today)
  const actions = await opened(await drawnActions(all, today, context), context)
  return { ok: true, reply: { actions, today, ...actionCounts(all, today) } }
}

const read: QueryHandler<'action/read'> = async ({ actionId }, context) => {
  const action = context.memory.documents.get('action', actionId)
  if (!action) return unknownAction()
  const [drawn] = await drawnActions([action], todayOf(context), context)
  if (!drawn) return unknownAction()
  const events = await context.journal.events(actionStream.nameOf(actionId))
  const lines = actionLines(events, titleIn(context))
  return { ok: true, reply: await opened({ action: drawn, lines }, context) }
}

export const actionQueries = { 'action/list': list, 'action/read': read }
