/** Reads whom to ring for the open steps of an incident: who is on, who stands in, who is above. */
import type { CallLink } from '#shared/contract/calls.ts'
import { callChain } from '#shared/domain/calls/chain.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { escalationOf, ladderOf } from '#shared/domain/incident/rules/escalation.ts'
import { isOpen, runningSteps } from '#shared/domain/incident/record/select.ts'
import type { PlannedStep } from '#shared/domain/incident/record/select.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { EMPTY_REGISTER, numberAt } from '#shared/domain/roster/register.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened } from '../people/register.ts'

/** The posts that a step rings, by their ids or by their very names, and its owner. */
const postsOf = ({ step, plan }: PlannedStep): readonly string[] => [
  ...new Set([
    ...step.calls.flatMap(
      ({ role, who }) => role ?? plan.roles.find(({ name }) => name.zh === who.zh)?.id ?? [],
    ),
    step.role,
  ]),
]

function linksOf(
  postId: string,
  { step, plan }: PlannedStep,
  incident: Incident,
  context: QueryContext,
): readonly CallLink[] {
  const { memory, now } = context
  const register = memory.register() ?? EMPTY_REGISTER
  const nameOf = postNames(context)
  const escalation =
    postId === step.role ? escalationOf(step, plan, incident) : ladderOf(postId, plan, incident)
  const posts = [...new Set(escalation.map(({ role }) => role))]
  const { presence } = memory.whoIsOn(now())
  const today = localDate(now(), memory.site.zone)
  return callChain(posts, presence, register, today).map(({ person, kind, ...link }) => ({
    postId: link.postId,
    post: nameOf(link.postId),
    personId: person.id,
    person: opened(person.name, context),
    number: opened(numberAt(register, link.postId, person), context) || null,
    kind,
  }))
}

export const whom: QueryHandler<'incident/whom'> = async ({ incidentId }, context) => {
  const incident = context.memory.incidents.get(incidentId)
  if (!incident) return unknownIncident()
  const world = context.memory.world(context.now())
  const chains = runningSteps(incident, world)
    .filter(({ state }) => isOpen(incident, state))
    .flatMap((planned) =>
      postsOf(planned).map((postId) => ({
        stepId: planned.step.id,
        postId,
        links: linksOf(postId, planned, incident, context),
      })),
    )
  return { ok: true, reply: { chains } }
}
