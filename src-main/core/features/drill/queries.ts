/** Reads the drills of the site, what is due, a script, and what came of them for each person. */
import { sortedActions } from '#shared/domain/corrective-action/action.ts'
import type { ActionRead } from '#shared/domain/corrective-action/draw.ts'
import { drawDrill, drawInject } from '#shared/domain/drill/draw.ts'
import type { Drill } from '#shared/domain/drill/drill.ts'
import { drilledPlans, drillsDue, papersDue } from '#shared/domain/drill/due.ts'
import { proposedNarrative, proposedScript } from '#shared/domain/drill/proposed-script.ts'
import { unknownDrill } from '#shared/domain/drill/refusals.ts'
import { participantHistories } from '#shared/domain/drill/results.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { policyFor } from '#shared/domain/policies/policy.ts'
import { allActions, drawnActions, todayOf } from '../action/queries.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { latestPlan } from '../plan/data.ts'
import { opened } from '../opened.ts'
import { allDrills, drillOf } from './decided.ts'
import { proposedItems } from './items.ts'
import { drillFigures, dueViewOf } from './period.ts'
import { unarrangedDrills } from './unarranged.ts'

/** By day, the latest first; of one day the one that was arranged last. */
const latestFirst = (drills: readonly Drill[]): readonly Drill[] =>
  drills.toSorted((drill, other) =>
    drill.day === other.day ? other.arrangedAt - drill.arrangedAt : drill.day < other.day ? 1 : -1,
  )

const list: QueryHandler<'drill/list'> = async (_input, context) => {
  const drills = allDrills(context)
  const plans = context.library.plans()
  const view = dueViewOf(context)
  const { today, policies } = view
  const [year] = today.split('-')
  return {
    ok: true,
    reply: {
      drills: await opened(latestFirst(drills).map(drawDrill), context),
      due: drillsDue(plans, drills, view),
      year: drillFigures(
        drills,
        { from: `${year}-01-01`, to: `${year}-12-31` },
        view,
        drilledPlans(plans),
      ),
      today,
      unarranged: await unarrangedDrills(context),
      reportsOut: policyFor(policies, 'drill-report-out') !== null,
    },
  }
}

const read: QueryHandler<'drill/read'> = async ({ drillId }, context) => {
  const drill = drillOf(drillId, context)
  if (!drill) return unknownDrill()
  const outstanding = papersDue([drill], dueViewOf(context))
  const dueOf = (kind: (typeof outstanding)[number]['kind']): string | null =>
    outstanding.find((entry) => entry.kind === kind)?.due ?? null
  return {
    ok: true,
    reply: {
      drill: await opened(drawDrill(drill), context),
      items: await proposedItems(drill, context),
      actions: await opened(await actionsOf(drillId, context), context),
      steps: stepsOf(drill.planId, context),
      evaluationDue: dueOf('drill-evaluation'),
      reportOutDue: dueOf('drill-report-out'),
    },
  }
}

/** Those that were opened for its findings, in the order in which they stand in their list. */
async function actionsOf(drillId: string, context: QueryContext): Promise<readonly ActionRead[]> {
  const today = todayOf(context)
  const ofDrill = sortedActions(allActions(context), today).filter(
    ({ source }) => 'drillId' in source && source.drillId === drillId,
  )
  return drawnActions(ofDrill, today, context)
}

const stepsOf = (planId: string, context: QueryContext) =>
  (latestPlan(planId, context)?.steps ?? []).map(({ id, title }) => ({ id, title }))

const readScript: QueryHandler<'drill/script-read'> = async ({ planId }, context) => {
  const plan = latestPlan(planId, context)
  if (!plan) return unknownPlan(planId)
  const script = context.memory.documents.get('drill-script', planId)
  const saved = script && script.injects.length > 0 ? script.injects.map(drawInject) : null
  return {
    ok: true,
    reply: {
      saved: await opened(saved, context),
      proposed: proposedScript(plan),
      narrative: proposedNarrative(plan),
      steps: stepsOf(planId, context),
    },
  }
}

const people: QueryHandler<'drill/people'> = async (_input, context) => {
  const drills = allDrills(context)
  await context.memory.fetchValues(drills.map(({ participants }) => participants))
  return { ok: true, reply: { people: participantHistories(drills, context.memory.value) } }
}

export const drillQueries = {
  'drill/list': list,
  'drill/read': read,
  'drill/script-read': readScript,
  'drill/people': people,
}
