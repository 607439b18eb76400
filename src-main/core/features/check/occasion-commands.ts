/** Handlers of events that the site holds: entered, changed, called off. */
import { decideOccasion, unknownOccasion } from '#shared/domain/occasion/decide.ts'
import { occasionStream } from '#shared/domain/occasion/stream.ts'
import { unknownChecklist } from '#shared/domain/checklist/refusals.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { unknownGroup } from '#shared/domain/roster/refusals.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { shown } from '#shared/domain/sealed.ts'
import { recordDecision } from '../../engine/changes.ts'
import { sealer, type Handler } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { latestPlan } from '../plan/data.ts'

const save: Handler<'occasion/save'> = async (input, context) => {
  const { memory, vault, meta } = context
  const { occasionId, commander, posts, groups, planId, checklistId } = input
  const before = occasionId ? memory.documents.get('occasion', occasionId) : null
  if (occasionId && !before) return unknownOccasion()
  const named = (posts ?? []).map((postId) => ({ postId }))
  const refused = refusedOwners([...(commander ? [commander] : []), ...named], context)
  if (refused) return refused
  const register = memory.register()
  const stranger = (groups ?? []).find((id) => !register?.groups.some((group) => group.id === id))
  if (stranger) return unknownGroup(stranger)
  if (planId && !latestPlan(planId, context)) return unknownPlan(planId)
  if (checklistId && !memory.documents.get('checklist', checklistId)) return unknownChecklist()
  const id = before?.id ?? vault.id(meta.at)
  const { seals, seal, sealOrNull } = sealer(vault, occasionStream.nameOf(id))
  const { startsAt, endsAt, expected, isPublic } = input
  await memory.fetchValues(before?.place)
  const isElsewhere =
    before !== null && spelled(shown(before.place, memory.value)) !== spelled(input.place)
  const decision = decideOccasion(
    before,
    {
      type: 'SaveOccasion',
      isElsewhere,
      fields: {
        ...{ startsAt, endsAt, expected, isPublic },
        ...{ name: seal(input.name), place: seal(input.place), permit: sealOrNull(input.permit) },
        ...{ placeId: input.placeId ?? null, planId: planId ?? null },
        commander: commander ? ownerOf(commander, { seal }, context) : null,
        ...{ groups: groups ?? [], posts: posts ?? [], checklistId: checklistId ?? null },
      },
    },
    meta,
    memory.site.zone,
  )
  const state = { id, occasion: before }
  const changes = recordDecision(occasionStream, id, state, decision, meta, { occasionId: id })
  return changes.ok ? { ...changes, seals } : changes
}

const withdraw: Handler<'occasion/withdraw'> = async ({ occasionId, reason }, context) => {
  const { memory, vault, meta } = context
  const occasion = memory.documents.get('occasion', occasionId)
  const { seals, seal } = sealer(vault, occasionStream.nameOf(occasionId))
  const decision = decideOccasion(
    occasion,
    { type: 'WithdrawOccasion', reason: seal(reason) },
    meta,
    memory.site.zone,
  )
  const state = { id: occasionId, occasion }
  const changes = recordDecision(occasionStream, occasionId, state, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

export const occasionCommands = { 'occasion/save': save, 'occasion/withdraw': withdraw }
