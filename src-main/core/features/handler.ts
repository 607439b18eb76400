/**
 * What the handlers of commands share: the desk they work at, the sealing of personal values, and
 * the way over one incident.
 */
import type { Name, Parsed, Proposal } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import type { IncidentCommand, Kind } from '#shared/domain/incident/record/commands.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { draftCommand, incidentStream } from '../engine/changes.ts'
import type { Live } from '../engine/memory.ts'
import type { OwnPlans } from './plan/site-plans.ts'
import type { Library, PlanTexts, Seal, Vault } from '../ports.ts'
import type { ReportDesk } from './monthly-report/commands.ts'
import type { Draft, Turn } from '../engine/command-queue.ts'

/**
 * `library`: what the site offers now, `shipped` the same without its own plans, which are `own`;
 * `texts`: plans as they are written. `session`: of the console that asks; null: a program, or the
 * station itself. `report`: what a command on a report was read before its turn.
 */
export type Desk = {
  live: Live
  library: Library
  shipped: Library
  own: OwnPlans
  texts: PlanTexts
  vault: Vault
  session: string | null
  report: ReportDesk | null
  propose: (narrative: string) => readonly Proposal[]
}
export type Handler<N extends Name> = (
  input: Parsed<N>,
  meta: Meta,
  turn: Turn,
  desk: Desk,
) => Promise<Draft | Refusal>

/** The type of a plan that answers exactly one. */
export const kindOf = (plan: Plan, { library }: Pick<Desk, 'library'>): Kind | null =>
  plan.types.length === 1
    ? (library.types().find((one) => one.code === plan.types[0]) ?? null)
    : null

/**
 * Collects the personal values of one command: each gets a salt, and the record gets the digest.
 */
export function sealer(
  vault: Vault,
  stream: string,
): { seal: (value: Personal) => Sealed; seals: Seal[] } {
  const seals: Seal[] = []
  return {
    seals,
    seal(value) {
      const salt = vault.salt()
      const sealed = vault.digest(salt, value)
      seals.push({ sealed, salt, value, stream })
      return { sealed }
    },
  }
}

/** Most commands: find the incident, make the rule's command of the input, decide. */
export async function onIncident(
  id: string,
  meta: Meta,
  turn: Turn,
  desk: Desk,
  make: (seal: (value: Personal) => Sealed, incident: Incident, world: World) => IncidentCommand,
): Promise<Draft | Refusal> {
  const incident = await turn.incident(id)
  if (!incident) return unknownIncident()
  const { seal, seals } = sealer(desk.vault, incidentStream(id))
  return draftCommand(incident, make(seal, incident, turn.world()), meta, turn.world(), {}, seals)
}
