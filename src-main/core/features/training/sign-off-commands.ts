/** Handlers of sign-offs: who has read which revision of a plan, and what was recorded wrongly. */
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { decideSignOff, type SignOffCommand } from '#shared/domain/sign-off/decide.ts'
import { signOffStream } from '#shared/domain/sign-off/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { withSeals } from '../contacts/sealing.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { learnersOf, refusedLearners } from './data.ts'

function decided(
  planId: string,
  command: (sealing: Sealing) => SignOffCommand,
  { memory, library, meta, vault }: CommandContext,
): Changes | Refusal {
  const plan = library.plan(planId)
  if (!plan) return unknownPlan(planId)
  const { seals, ...sealing } = sealer(vault, signOffStream.nameOf(planId))
  const before = memory.documents.get('sign-offs', planId) ?? signOffStream.initial(planId)
  const decision = decideSignOff(before, command(sealing), meta, { current: plan.revision })
  const changes = recordDecision(signOffStream, planId, before, decision, meta)
  return changes.ok ? withSeals(changes, seals) : changes
}

const signOff: Handler<'training/sign-off'> = async (input, context) => {
  const { planId, revision, paper = false, at = null } = input
  const persons = input.persons.map((personId) => ({ personId }))
  return (
    refusedLearners(persons, context) ??
    decided(
      planId,
      (sealing) => ({
        type: 'SignOffPlan',
        learners: learnersOf(persons, [], sealing, context),
        ...{ revision, readAt: at, paper },
      }),
      context,
    )
  )
}

const undo: Handler<'training/sign-off-undo'> = async ({ planId, revision, personId }, context) =>
  decided(planId, () => ({ type: 'TakeBackSignOff', revision, personId }), context)

export const signOffCommands = {
  'training/sign-off': signOff,
  'training/sign-off-undo': undo,
}
