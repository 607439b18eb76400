/** Finds what a three-minute drill is taken from: the site's own past, or one of its plans. */
import { localDate, localMonth } from '#shared/domain/calendar.ts'
import { isDiscreetPlan } from '#shared/domain/incident/record/discreet.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { isSealed } from '#shared/domain/sealed.ts'
import { shortScript, turnOf, type ShortScript } from '#shared/domain/three-minute-drill/script.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { QueryContext } from '../handler.ts'

/** Months of the past that are looked through, and how many of their incidents take turns. */
const MONTHS = 12
const MOST = 20

function monthsBefore(month: string, count: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const index = year * 12 + nth - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The plan that an incident ran and that the site still has; discreet ones are not rehearsed. */
function planOf(incident: Incident, { library }: QueryContext): Plan | null {
  const { types } = library.everything()
  const plans = incident.runs.flatMap(({ planId }) => library.plan(planId) ?? [])
  return plans.find((plan) => plan.steps.length > 0 && !isDiscreetPlan(plan, types)) ?? null
}

/** Archived incidents of the last months with such a plan, the latest first. */
async function pastIncidents(
  context: QueryContext,
): Promise<readonly { incident: Incident; plan: Plan }[]> {
  const { journal, memory, now } = context
  const month = localMonth(now(), memory.site.zone)
  const all = await journal.incidentStats(monthsBefore(month, MONTHS), month)
  const latest = all
    .filter(({ drill, counted, imported, state }) =>
      Boolean(!drill && counted && !imported && state === 'archived'),
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST)
  const past: { incident: Incident; plan: Plan }[] = []
  for (const { incidentId } of latest) {
    const incident = await memory.incident(incidentId)
    const plan = incident && planOf(incident, context)
    if (plan) past.push({ incident, plan })
  }
  return past
}

/** Of a home only the area; a place of the register, or the site itself, where there is none. */
const placeOf = ({ place, area }: Incident, fallback: string): string =>
  isSealed(place) ? area || fallback : place

/** A script for this turn; null: the site has neither a past nor a plan. */
export async function scriptFor(
  context: QueryContext,
): Promise<{ script: ShortScript; place: string } | null> {
  const { memory, library, now } = context
  const { site } = memory
  const day = Math.floor(Date.parse(localDate(now(), site.zone)) / DAY_MS)
  const turn = day + (memory.documents.get('three-minute-drill', 'three-minute-drill')?.count ?? 0)
  const fallback = memory.places()[0]?.name ?? site.name.zh
  const past = turnOf(await pastIncidents(context), turn)
  if (past) {
    const place = placeOf(past.incident, fallback)
    return { script: shortScript(past.plan, past.incident, place), place }
  }
  const { types } = library.everything()
  const plans = library
    .plans()
    .filter((plan) => plan.facts.length > 0 && !isDiscreetPlan(plan, types))
  const plan = turnOf(plans.length > 0 ? plans : library.plans(), turn)
  return plan && { script: shortScript(plan, null, fallback), place: fallback }
}
