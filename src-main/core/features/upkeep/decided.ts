/** What commands on the upkeep of a plan document change. */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { decideUpkeep, type UpkeepCommand } from '#shared/domain/upkeep/decide.ts'
import { unknownSubject } from '#shared/domain/upkeep/refusals.ts'
import { upkeepStream, type UpkeepEvent } from '#shared/domain/upkeep/stream.ts'
import { subjectKey, type PlanUpkeep, type UpkeepSubject } from '#shared/domain/upkeep/upkeep.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Sealing } from '../handler.ts'
import { dayAt, upkeepThing, type UpkeepThing } from './data.ts'

/**
 * Commands in the making: their personal values are sealed with those of their document. `soFar`:
 * what the ones before have left, for a generator.
 */
export type Making = (
  sealing: Sealing,
  thing: UpkeepThing,
  soFar: () => PlanUpkeep,
) => Iterable<UpkeepCommand>

/**
 * All of these, each on what the one before it left; the first that is refused refuses all. The
 * texts in force go into the record with it where `keepsTexts`, so that later ones can be compared
 * with them.
 */
export async function decided(
  subject: UpkeepSubject,
  making: Making,
  context: CommandContext,
  { reply = {}, keepsTexts = false }: { reply?: Json; keepsTexts?: boolean } = {},
): Promise<Changes | Refusal> {
  const { memory, vault, meta } = context
  const thing = upkeepThing(subject, context)
  if (!thing) return unknownSubject('planId' in subject ? subject.planId : subject.documentId)
  const key = subjectKey(subject)
  const { seals, ...sealing } = sealer(vault, upkeepStream.nameOf(key))
  const upkeep = memory.documents.get('upkeep', key)
  await memory.fetchValues(upkeep)
  const world = {
    today: dayAt(meta.at, context),
    open: ({ sealed }: { sealed: string }) =>
      seals.find((seal) => seal.sealed === sealed)?.value ?? memory.value({ sealed }),
  }
  const before = { id: key, upkeep }
  let state = before
  const events: UpkeepEvent[] = []
  for (const command of making(sealing, thing, () => state.upkeep ?? thing.upkeep)) {
    const decision = decideUpkeep(state.upkeep, command, world)
    if (!decision.ok) return decision
    events.push(...decision.events)
    for (const event of decision.events) state = upkeepStream.evolve(state, { ...event, ...meta })
  }
  const changes = recordDecision(upkeepStream, key, before, { ok: true, events }, meta, reply)
  if (!changes.ok) return changes
  const startedPlans: readonly Plan[] = keepsTexts ? thing.plans : []
  return { ...changes, seals, startedPlans }
}
