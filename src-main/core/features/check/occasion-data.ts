/** What an event of the site is judged by: who is on as it begins, and its last venue check. */
import { checkStanding, failures, keyOf, signOf, type Check } from '#shared/domain/check/check.ts'
import { versionOf } from '#shared/domain/checklist/checklist.ts'
import { presenceAt } from '#shared/domain/duty/on-duty.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import type { Occasion, OccasionAround } from '#shared/domain/occasion/occasion.ts'
import type { StationContext } from '../handler.ts'
import { latestPlan } from '../plan/data.ts'
import { allChecks } from './data.ts'
import { hazardsOf } from './decided.ts'

type Around = Pick<StationContext, 'memory' | 'library' | 'sitePlans' | 'planSources' | 'shipped'>

/** Something of it failed, and neither was put right nor is over. */
function hasOpenFailure(check: Check, { memory }: Around): boolean {
  const hazards = hazardsOf(check.id, memory)
  return failures(check).some((failed) => {
    if (failed.remedied) return false
    const report = check.reports.find((each) => keyOf(each) === keyOf(failed))
    const incident = report && memory.incidents.get(report.incidentId)
    if (incident && !isTerminal(incident.state)) return true
    return !report && !(hazards.get(keyOf(failed))?.over ?? false)
  })
}

export type VenueCheck = {
  checkId: string
  signedAt: number | null
  state: 'running' | 'signed' | 'failed' | 'outdated'
}

/** The last venue check for it that was not withdrawn: one that is signed before one that runs. */
export function venueCheck(occasion: Occasion, context: Around): VenueCheck | null {
  const { memory } = context
  const checks = allChecks(context)
    .filter((check) => check.occasionId === occasion.id && checkStanding(check) !== 'withdrawn')
    .filter(({ checklistId, checklistVersion }) => {
      if (occasion.checklistId !== null) return checklistId === occasion.checklistId
      const list = memory.documents.get('checklist', checklistId)
      return list !== null && versionOf(list, checklistVersion).kind === 'event'
    })
    .sort((a, b) => (signOf(a)?.doneAt ?? 0) - (signOf(b)?.doneAt ?? 0))
  const last = checks.at(-1)
  if (!last) return null
  const signedAt = signOf(last)?.doneAt ?? null
  if (last.startedAt < (occasion.checkFrom ?? 0))
    return { checkId: last.id, signedAt, state: 'outdated' }
  if (signedAt === null) return { checkId: last.id, signedAt, state: 'running' }
  return { checkId: last.id, signedAt, state: hasOpenFailure(last, context) ? 'failed' : 'signed' }
}

/** Who is on duty is asked of the instant at which it begins. */
export function aroundOf(occasion: Occasion, context: Around): OccasionAround {
  const { memory } = context
  const presence = presenceAt(
    memory.register(),
    memory.documents.get('duty', 'duty'),
    memory.site.zone,
    occasion.startsAt,
  )
  const check = venueCheck(occasion, context)
  return {
    emptyPosts: occasion.posts.filter((post) => (presence?.[post] ?? []).length === 0),
    check: check === null || check.state === 'running' ? null : check.state,
    planIsThere: occasion.planId !== null && latestPlan(occasion.planId, context) !== null,
  }
}
