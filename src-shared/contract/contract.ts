/**
 * The only list of what may cross a border between a screen (or program) and the station. One line
 * here adds a request everywhere. Names and meanings are relied on by other programs
 * (docs/interface.md): add, never rename.
 */
import type { z } from 'zod'
import { actionRequests } from './actions.ts'
import { drillRequests } from './drills.ts'
import { adminCode } from './admin-code.ts'
import { aftermathRequests } from './aftermath.ts'
import { announcements } from './announcements.ts'
import { assessing } from './assessing.ts'
import { attachmentRequests } from './attachments.ts'
import { backups } from './backup.ts'
import { bulletins } from './bulletins.ts'
import { calling } from './calling.ts'
import { callRequests } from './calls.ts'
import { checklistRequests } from './checklists.ts'
import { checkRequests } from './checks.ts'
import { commandRequests } from './command.ts'
import { contactRequests } from './contacts.ts'
import { correcting } from './correcting.ts'
import { documentRequests } from './documents.ts'
import { duty } from './duty.ts'
import { exports } from './export.ts'
import { fileRequests } from './files.ts'
import { handUpRequests } from './hand-up-requests.ts'
import { handover } from './handover.ts'
import { headquarters } from './headquarters.ts'
import { importing } from './import.ts'
import { incident } from './incident.ts'
import { liaisonRequests } from './liaison.ts'
import { occasionRequests } from './occasions.ts'
import { paperRequests } from './papers.ts'
import { people } from './people.ts'
import { placeRequests } from './places.ts'
import { plans } from './plans.ts'
import { powerCut } from './power-cut.ts'
import { readinessRequests } from './readiness.ts'
import type { Refused } from './refused.ts'
import { reports } from './report.ts'
import { LARGE_REQUEST_BYTES, REQUEST_BYTES, type RequestDefinition } from './request.ts'
import { retentionRequests } from './retention.ts'
import { roomRequests } from './room.ts'
import { screens } from './screens.ts'
import { riskRequests } from './risks.ts'
import { selfTestRequests } from './self-test.ts'
import { sessions } from './session.ts'
import { siteRequests } from './site.ts'
import { spareRequests } from './spare.ts'
import { statistics } from './statistics.ts'
import { taskRequests } from './tasks.ts'
import { threeMinuteRequests } from './three-minute-drill.ts'
import { trainingRequests } from './training.ts'
import { upkeepRequests } from './upkeep.ts'
import { wallRequests } from './wall.ts'
import { namedWallRequests } from './walls.ts'
import { stockRequests } from './stock.ts'
import { supplyRequests } from './supplies.ts'
import { warningRequests } from './warnings.ts'

export type { Proposal } from '../domain/match/types.ts'
export type { Reported, TimelineEntry } from './incident.ts'
export type { PlanSummary } from './plans.ts'
export type { Refused, RefusedCode } from './refused.ts'
export type { CallerRole } from './request.ts'
export type { Verified } from './screens.ts'

export const contract = {
  ...incident,
  ...assessing,
  ...correcting,
  ...headquarters,
  ...bulletins,
  ...announcements,
  ...calling,
  ...callRequests,
  ...taskRequests,
  ...commandRequests,
  ...aftermathRequests,
  ...fileRequests,
  ...roomRequests,
  ...warningRequests,
  ...actionRequests,
  ...supplyRequests,
  ...stockRequests,
  ...readinessRequests,
  ...trainingRequests,
  ...threeMinuteRequests,
  ...drillRequests,
  ...checklistRequests,
  ...checkRequests,
  ...occasionRequests,
  ...riskRequests,
  ...liaisonRequests,
  ...documentRequests,
  ...plans,
  ...attachmentRequests,
  ...paperRequests,
  ...upkeepRequests,
  ...siteRequests,
  ...people,
  ...duty,
  ...contactRequests,
  ...placeRequests,
  ...wallRequests,
  ...statistics,
  ...exports,
  ...reports,
  ...backups,
  ...handover,
  ...handUpRequests,
  ...spareRequests,
  ...importing,
  ...screens,
  ...namedWallRequests,
  ...adminCode,
  ...sessions,
  ...retentionRequests,
  ...selfTestRequests,
  ...powerCut,
}

export type Contract = typeof contract

/** How many bytes a request of this name may have; of an unknown one as few as of most. */
export const bytesOf = (name: unknown): number =>
  typeof name === 'string' &&
  Object.hasOwn(contract, name) &&
  (contract as Record<string, RequestDefinition>)[name]?.large === true
    ? LARGE_REQUEST_BYTES
    : REQUEST_BYTES

export type Name = keyof Contract
/** What a caller sends: personal values are still plain strings there. */
export type Input<N extends Name> = z.input<Contract[N]['input']>
/** What a handler receives: personal values are tagged. */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>
export type ReplyOf<N extends Name> = Contract[N]['reply']

export type Answered<N extends Name = Name> =
  { ok: true; position: number; reply: ReplyOf<N> } | Refused
