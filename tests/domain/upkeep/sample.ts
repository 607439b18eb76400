/** Events of the upkeep of a document, and what it is after some of them. */
import {
  upkeepStream,
  type PlanEvaluated,
  type PlanFiled,
  type PlanIssued,
  type PlanMadeKnown,
  type RevisionDemanded,
  type UpkeepEvent,
} from '#shared/domain/upkeep/stream.ts'
import { EMPTY_UPKEEP, type PlanUpkeep } from '#shared/domain/upkeep/upkeep.ts'
import { stateAfter } from '../../kit/decider.ts'

export const seal = (sealed: string) => ({ sealed })

export const issued = (part: Partial<PlanIssued> = {}): PlanIssued => ({
  ...{ type: 'PlanIssued', id: 'i1', kind: 'made', number: '1', day: '2026-09-24' },
  effective: part.day ?? '2026-09-24',
  ...{ signatory: seal('总经理'), person: null, approvedBy: null, why: seal('首次'), texts: [] },
  ...part,
})
export const filed = (part: Partial<PlanFiled> = {}): PlanFiled => ({
  ...{ type: 'PlanFiled', id: 'f1', day: '2026-09-28', authority: '应急管理局', person: null },
  ...{ texts: [], ...part },
})
export const known = (part: Partial<PlanMadeKnown> = {}): PlanMadeKnown => ({
  ...{ type: 'PlanMadeKnown', id: `k-${part.to}`, to: 'staff', day: '2026-09-28', nobody: false },
  ...{ whom: seal('全体员工'), how: seal('公告栏'), ...part },
})
export const evaluated = (part: Partial<PlanEvaluated> = {}): PlanEvaluated => ({
  ...{ type: 'PlanEvaluated', id: 'e1', day: '2026-09-28', person: seal('李工'), result: 'fit' },
  ...{ words: seal('适用'), actionId: null, ...part },
})
export const demanded = (part: Partial<RevisionDemanded> = {}): RevisionDemanded => ({
  ...{ type: 'RevisionDemanded', id: 't1', trigger: 'lessons', day: '2026-11-20' },
  ...{ words: seal('演练发现集合点太近'), actionId: null, ...part },
})

/** Its state after these, each told a minute after the one before. */
export const upkeepAfter = (...events: readonly UpkeepEvent[]): PlanUpkeep =>
  stateAfter(upkeepStream, ...events).upkeep ?? { ...EMPTY_UPKEEP, id: 'test' }
