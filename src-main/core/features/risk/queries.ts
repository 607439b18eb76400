/** Reads the register of risks: the gravest first, each with the day when it is due again. */
import type { RiskRead } from '#shared/contract/risks.ts'
import { dueAfter, policyFor } from '#shared/domain/policies/policy.ts'
import { standingRisks, type Risk } from '#shared/domain/risk/risk.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import { drawnOwner } from '../check/queries.ts'
import { opened } from '../opened.ts'
import type { QueryHandler } from '../handler.ts'
import { latestPlan } from '../plan/data.ts'
import { readinessAround, type ReadinessAround } from '../readiness/around.ts'

function drawn(risk: Risk, around: ReadinessAround): RiskRead {
  const { id, kind, grade, planId, owner, assessedOn, earlier, by, withdrawn } = risk
  const { policies, calendar } = around
  const policy = policyFor(policies, 'risk-assessment')
  return {
    ...{ id, kind, grade, planId, assessedOn, earlier, by },
    ...{ what: inSentence(risk.what), measures: inSentence(risk.measures) },
    place: risk.place && inSentence(risk.place),
    planTitle: planId === null ? null : (latestPlan(planId, around)?.title ?? null),
    owner: owner && drawnOwner(owner),
    due: policy && !withdrawn ? dueAfter(policy, assessedOn, calendar) : null,
    withdrawn: withdrawn && { ...withdrawn, reason: inSentence(withdrawn.reason) },
  }
}

const list: QueryHandler<'risk/list'> = async (_input, context) => {
  const around = readinessAround(context)
  const all = [...context.memory.documents.all('risk').values()]
  const open = standingRisks(all)
  const past = all
    .filter(({ withdrawn }) => withdrawn !== null)
    .sort((a, b) => (b.withdrawn?.at ?? 0) - (a.withdrawn?.at ?? 0))
  const risks = [...open, ...past].map((risk) => drawn(risk, around))
  return { ok: true, reply: { risks: await opened(risks, context), today: around.today } }
}

export const riskQueries = { 'risk/list': list }
